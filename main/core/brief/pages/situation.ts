import type { FrameWords, KeyFigure, MapSpec, Page } from '#main/core/brief/description.ts';
import { compareText, type Facts, type NationalFacts, totalReported } from '#main/core/brief/facts.ts';
import { bandColour } from '#main/core/brief/palette.ts';
import type { Say } from '#main/core/brief/say.ts';
import { coverageHeadline, coverageNote } from '#shared/text/coverage-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import {
  chart,
  comparable,
  countChange,
  coverageWriter,
  cutsAxis,
  type DrawnChart,
  directionOf,
  figures,
  headline,
  map,
  page,
  row,
  shareChange,
  text,
} from './parts.ts';

/** Lines of a trend chart: more cuts than this are unreadable on a slide. */
const TREND_CUTS = 16;
const NAMED_AT_MOST = 10;

/** Page 1: the country in five figures, the trend, and what stands out. */
export function situationPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const { national } = facts.now;
  return page(facts, say, words, {
    id: 'situation',
    title: say.t('briefing.situation.title'),
    rows: [
      headline(situationHeadline(facts, say)),
      figures(...situationFigures(facts, say)),
      row(64, [54, chart(facts, coverageTrend(facts, say))], [46, text(...situationText(facts, say))]),
    ],
    notes: [say.t('briefing.situation.note', { communes: national.communes })],
  });
}

function situationHeadline(facts: Facts, say: Say): string {
  const { national, tasks } = facts.now;
  if (national.coverage === null) return say.t('briefing.situation.headline.noData');
  return say.t('briefing.situation.headline', {
    green: national.reported.green,
    communes: national.communes,
    share: coverageHeadline(say, national),
    known: tasks.overdue === null ? 'no' : 'yes',
    overdue: tasks.overdue,
  });
}

function situationFigures(facts: NationalFacts, say: Say): KeyFigure[] {
  const { national, tasks } = facts.now;
  const earlier = facts.before;
  const { green, full } = knownCounts(national);
  const sameSet = comparable(national, earlier?.national);
  const before = sameSet === null ? null : knownCounts(sameSet);
  const { overdue } = tasks;
  const count = (value: number): string => say.format.number(value);
  return [
    {
      label: say.t('briefing.figure.coverage'),
      value: national.coverage,
      text: knownText(say, national.coverage, national.state, (share) => say.format.percent(share)),
      format: 'percent',
      change: shareChange(facts, say, national.coverage, sameSet?.coverage ?? null),
    },
    {
      label: say.t('briefing.figure.green'),
      value: green,
      format: 'integer',
      text: knownText(say, green, national.state, (known) => `${count(known)}/${count(national.communes)}`),
      change: countChange(facts, say, green, before?.green ?? null),
    },
    {
      label: say.t('briefing.figure.full'),
      value: full,
      format: 'integer',
      text: knownText(say, full, national.state, (known) => `${count(known)}/${count(national.provinces)}`),
      change: countChange(facts, say, full, before?.full ?? null),
    },
    {
      label: say.t('briefing.figure.overdue'),
      value: overdue,
      format: 'integer',
      text:
        overdue === null ? knownText(say, overdue, tasks.state) : `${count(overdue)}/${count(tasks.total)}`,
      change: countChange(facts, say, overdue, earlier?.tasks.overdue ?? null, false),
    },
    {
      label: say.t('briefing.figure.alerts'),
      value: facts.alerts.critical,
      format: 'integer',
      text: count(facts.alerts.critical),
    },
  ];
}

/** Green communes and fully green provinces; null where not one commune has reported. */
function knownCounts({ coverage, reported, bands }: Facts['now']['national']) {
  return coverage === null ? { green: null, full: null } : { green: reported.green, full: bands.full };
}

function coverageTrend(facts: NationalFacts, say: Say): DrawnChart {
  const points = facts.history.slice(-TREND_CUTS);
  return {
    title: say.t('briefing.situation.trend'),
    form: 'lines',
    axis: cutsAxis(points, say),
    unit: 'percent',
    series: [
      {
        name: say.t('coverage.name'),
        tone: 'house',
        values: points.map((point) => point.coverage),
        empty: say.t('empty.notReported'),
      },
    ],
    maximum: 1,
  };
}

function situationText(facts: NationalFacts, say: Say): (string | null)[] {
  const { national, provinces } = facts.now;
  const named = (band: string): string[] =>
    provinces.filter((province) => province.band === band).map((province) => say.name(province));
  const { green, yellow, red, undetermined } = national.progress;
  const below = named('below50');
  const progressSentence = say.t('briefing.situation.progress', {
    total: green + yellow + red + undetermined,
    green,
    yellow,
    red,
    undetermined,
  });
  if (national.coverage === null) return [progressSentence];
  return [
    coverageSentence(facts, say),
    say.t('briefing.situation.full', {
      count: national.bands.full,
      names: say.names(named('full'), NAMED_AT_MOST),
    }),
    say.t('briefing.situation.below', {
      count: below.length,
      half: say.format.percent(facts.rules.coverage.half),
      names: say.names(below, NAMED_AT_MOST),
    }),
    progressSentence,
    criteriaSentence(facts, say),
    totalReported(facts.now) === 0 ? null : silenceSentence(facts, say),
  ];
}

/** How many are silent, and what coverage may be at most for that. */
function silenceSentence({ now: { national } }: NationalFacts, say: Say): string {
  const silent = say.t('briefing.situation.notReported', { count: national.reported.notReported });
  const note = coverageNote(say, national);
  return note === '' ? silent : `${silent} ${say.t('coverage.open', { note })}`;
}

function coverageSentence(facts: Facts, say: Say): string {
  const { coverage: now } = facts.now.national;
  const earlier = comparable(facts.now.national, facts.before?.national)?.coverage ?? null;
  const difference = now === null || earlier === null ? null : now - earlier;
  return say.t('briefing.situation.coverage', {
    direction: facts.before !== null && earlier === null ? 'silent' : directionOf(difference),
    points: say.format.number(Math.abs(difference ?? 0) * 100, 2),
    date: facts.before === null ? '' : say.format.date(facts.before.cut.asOf),
  });
}

function criteriaSentence(facts: Facts, say: Say): string {
  const limit = 0.9;
  const above = facts.now.criteria.filter((criterion) => (criterion.share ?? 0) > limit);
  return say.t('briefing.situation.criteria', {
    count: above.length,
    limit: say.format.percent(limit),
    names: say.items(above.map((criterion) => say.indicator(criterion.code))),
  });
}

/** Page 2: the map of coverage by province. */
export function mapPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const { bands } = facts.now.national;
  return page(facts, say, words, {
    id: 'map',
    title: say.t('briefing.map.title'),
    rows: [
      headline(
        facts.now.national.coverage === null
          ? say.t('briefing.situation.headline.noData')
          : say.t('briefing.map.headline', {
              full: bands.full,
              below: bands.below50,
              half: say.format.percent(facts.rules.coverage.half),
            }),
      ),
      row(88, [66, map(coverageMap(facts, say))], [34, text(...mapText(facts, say))]),
    ],
    notes: [say.t('briefing.map.note')],
  });
}

/** The provinces by band of coverage, with the share under each name. */
function coverageMap(facts: Facts, say: Say): MapSpec {
  const { provinces, national } = facts.now;
  const units = new Map(facts.units.map((unit) => [unit.code, unit]));
  const write = coverageWriter(facts, say);
  return {
    level: 'province',
    description: say.t('briefing.map.description'),
    areas: provinces.map((province) => ({
      code: province.code,
      name: say.name(province),
      value: province.coverage,
      colour: province.band === 'notReported' ? null : bandColour(province.band),
    })),
    format: 'percent',
    legendTitle: say.t('briefing.map.legend'),
    legend: (['full', 'above70', 'above50', 'below50', 'notReported'] as const).map((band) => ({
      label: say.t(`band.${band}`),
      colour: band === 'notReported' ? null : bandColour(band),
      count: say.format.number(national.bands[band]),
    })),
    labels: provinces
      .toSorted((left, right) => right.communes - left.communes || compareText(left.code, right.code))
      .flatMap((province) => {
        const { lon, lat } = units.get(province.code) ?? { lon: null, lat: null };
        if (lon === null || lat === null) return [];
        return [
          {
            code: province.code,
            lon,
            lat,
            lines: [say.name(province), write(province)],
          },
        ];
      }),
    archipelagoNames: archipelagoNames(say),
  };
}

export function archipelagoNames(say: Say): Readonly<Record<string, string>> {
  return { '20333': say.t('briefing.hoangSa'), '22736': say.t('briefing.truongSa') };
}

/** Provinces with a figure, best first; equal ones by code. */
export function rankedProvinces(facts: Facts): Facts['now']['provinces'] {
  return facts.now.provinces
    .filter((province) => province.coverage !== null)
    .sort(
      (left, right) => (right.coverage ?? 0) - (left.coverage ?? 0) || compareText(left.code, right.code),
    );
}

function mapText(facts: Facts, say: Say): string[] {
  const ranked = rankedProvinces(facts);
  if (ranked.length === 0) return [say.t('briefing.noData')];
  const { bands } = facts.now.national;
  const write = coverageWriter(facts, say);
  const withShare = (list: Facts['now']['provinces']): string =>
    list
      .map((province) =>
        say.t('briefing.map.unitShare', {
          unit: say.name(province),
          share: write(province),
        }),
      )
      .join('; ');
  return [
    say.t('briefing.situation.full', {
      count: bands.full,
      names: say.names(ranked.filter(({ band }) => band === 'full').map((province) => say.name(province))),
    }),
    say.t('briefing.map.bands', {
      above70: bands.above70,
      above50: bands.above50,
      above: say.format.percent(facts.rules.coverage.above),
      half: say.format.percent(facts.rules.coverage.half),
    }),
    say.t('briefing.map.bottom', { names: withShare(ranked.slice(-7).reverse()) }),
    say.t('briefing.map.unknown', { count: bands.notReported }),
  ];
}
