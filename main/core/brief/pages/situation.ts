import type { FrameWords, KeyFigure, MapSpec, Page } from '#main/core/brief/description.ts';
import { compareText, type Facts, type NationalFacts, totalReported } from '#main/core/brief/facts.ts';
import { bandColour } from '#main/core/brief/palette.ts';
import type { Say } from '#main/core/brief/say.ts';
import type { CriterionFiguresDto } from '#shared/contract/status.ts';
import { difference } from '#shared/domain/change.ts';
import { drawn, isNearlyComplete } from '#shared/domain/coverage.ts';
import { COVERAGE_BANDS, type CoverageBand } from '#shared/domain/model.ts';
import { coverageHeadline, coverageNote } from '#shared/text/coverage-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
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
  reportingOf,
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
  const before = comparable(national, earlier?.national);
  const country = facts.change?.country;
  const { overdue } = tasks;
  const count = (value: number): string => say.format.number(value);
  return [
    {
      label: say.t('briefing.figure.coverage'),
      value: national.coverage,
      text: knownText(say, national.coverage, national.state, (share) => say.format.percent(share)),
      format: 'percent',
      change: shareChange(facts, say, country?.coverageChange ?? null),
    },
    {
      label: say.t('briefing.figure.green'),
      value: green,
      format: 'integer',
      text: knownText(say, green, national.state, (known) => `${count(known)}/${count(national.communes)}`),
      change: countChange(facts, say, country?.greenChange ?? null),
    },
    {
      label: say.t('briefing.figure.full'),
      value: full,
      format: 'integer',
      text: knownText(
        say,
        full,
        national.state,
        (known) => `${fullText(facts, known, say)}/${count(national.provinces)}`,
      ),
      change: countChange(facts, say, difference(before?.bands.full ?? null, full)),
    },
    {
      label: say.t('briefing.figure.overdue'),
      value: overdue,
      format: 'integer',
      text:
        overdue === null ? knownText(say, overdue, tasks.state) : `${count(overdue)}/${count(tasks.total)}`,
      change: countChange(facts, say, difference(earlier?.tasks.overdue ?? null, overdue), false),
    },
    {
      label: say.t('briefing.figure.alerts'),
      value: facts.alerts.critical,
      format: 'integer',
      text: count(facts.alerts.critical),
    },
  ];
}

/** How many provinces are full for certain, and how many may be where others have not reported. */
function fullText(facts: Facts, known: number, say: Say): string {
  const most = known + maybeFull(facts).length;
  return most === known ? say.format.number(known) : `${say.format.number(known)}–${say.format.number(most)}`;
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
        values: points.map((point) => drawn(point.coverage, reportingOf(point.reported))),
        empty: say.t('empty.fewReported'),
      },
    ],
    maximum: 1,
  };
}

function situationText(facts: NationalFacts, say: Say): (string | null)[] {
  const { national, provinces } = facts.now;
  const names = (list: typeof provinces): string =>
    say.names(
      list.map((province) => say.name(province)),
      NAMED_AT_MOST,
    );
  const { green, yellow, red, undetermined } = national.progress;
  const { certain, open } = byBand(facts);
  const openBelow = open.filter(({ band }) => band === 'below50');
  const progressSentence = say.t('briefing.situation.progress', {
    total: green + yellow + red + undetermined,
    green,
    yellow,
    red,
    undetermined,
  });
  const collecting =
    facts.collecting === null ? null : say.t('briefing.situation.collecting', { ...facts.collecting });
  const waiting = waitingText(say, facts.now.waitingMonth);
  if (national.coverage === null) return [collecting, waiting, progressSentence];
  return [
    collecting,
    waiting,
    coverageSentence(facts, say),
    say.t('briefing.situation.full', {
      count: certain('full').length,
      open: maybeFull(facts).length,
      names: names(certain('full')),
    }),
    say.t('briefing.situation.below', {
      count: certain('below50').length,
      half: say.format.percent(facts.rules.coverage.half),
      names: names(certain('below50')),
      open: openBelow.length,
      openNames: names(openBelow),
      silent: certain('notReported').length,
    }),
    progressSentence,
    criteriaSentence(facts, say),
    totalReported(facts.now) === 0 ? null : silenceSentence(facts, say),
  ];
}

type Provinces = Facts['now']['provinces'];

/** Provinces that are in a band whatever the silent would report, and those that it could lift into a higher one. */
export function byBand({ now: { provinces } }: Pick<Facts, 'now'>) {
  return {
    certain: (wanted: CoverageBand): Provinces =>
      provinces.filter(({ band, bandAtMost }) => band === wanted && bandAtMost === wanted),
    open: provinces.filter(({ band, bandAtMost }) => band !== bandAtMost),
  };
}

/** Those that may be full for all that is known: some of their communes are silent, or all of them. */
function maybeFull({ now: { provinces } }: Pick<Facts, 'now'>): Provinces {
  return provinces.filter(
    ({ band, bandAtMost }) => band !== 'full' && (bandAtMost === 'full' || band === 'notReported'),
  );
}

/** How many are silent, and what coverage may be at most for that. */
function silenceSentence({ now: { national } }: NationalFacts, say: Say): string {
  const silent = say.t('briefing.situation.notReported', { count: national.reported.notReported });
  const note = coverageNote(say, national);
  return note === '' ? silent : `${silent} ${say.t('coverage.open', { note })}`;
}

function coverageSentence(facts: Facts, say: Say): string {
  const change = facts.change?.country.coverageChange ?? null;
  return say.t('briefing.situation.coverage', {
    direction: facts.before !== null && change === null ? 'silent' : directionOf(change),
    points: say.format.number(Math.abs(change ?? 0) * 100, 2),
    date: facts.before === null ? '' : say.format.date(facts.before.cut.asOf),
  });
}

function criteriaSentence(facts: Facts, say: Say): string {
  const limit = 0.9;
  const { criteria } = facts.now;
  const above = criteria.filter(({ share }) => (share ?? 0) > limit);
  return say.t('briefing.situation.criteria', {
    count: above.length,
    open: criteria.filter((criterion) => !above.includes(criterion) && mostMet(criterion) > limit).length,
    limit: say.format.percent(limit),
    names: say.items(above.map((criterion) => say.indicator(criterion.code))),
  });
}

/** The share that meets a criterion at most: if all that have not answered did. */
function mostMet({ met, notMet, notReported }: CriterionFiguresDto): number {
  const asked = met + notMet + notReported;
  return asked === 0 ? 0 : (met + notReported) / asked;
}

/** Page 2: the map of coverage by province. */
export function mapPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const { certain, open } = byBand(facts);
  return page(facts, say, words, {
    id: 'map',
    title: say.t('briefing.map.title'),
    rows: [
      headline(
        facts.now.national.coverage === null
          ? say.t('briefing.situation.headline.noData')
          : say.t('briefing.map.headline', {
              full: certain('full').length,
              below: certain('below50').length,
              open: open.filter(({ band }) => band === 'below50').length,
              silent: certain('notReported').length,
              half: say.format.percent(facts.rules.coverage.half),
            }),
      ),
      row(88, [66, map(coverageMap(facts, say))], [34, text(...mapText(facts, say))]),
    ],
    notes: [say.t('briefing.map.note')],
  });
}

/** How a province is drawn: in the colour of its band, or striped in those between which its silence leaves it. */
function bandPaint({ band, bandAtMost }: Pick<Provinces[number], 'band' | 'bandAtMost'>) {
  if (band === 'notReported') return { colour: null };
  if (band === bandAtMost) return { colour: bandColour(band) };
  return { colour: bandColour(bandAtMost), ink: bandColour(band), pattern: 'stripes' } as const;
}

/** A line for each pair of bands between which a province lies. */
function openLegend(facts: Facts, say: Say): MapSpec['legend'] {
  const pairs = Map.groupBy(byBand(facts).open, ({ band, bandAtMost }) => `${band} ${bandAtMost}`);
  return [...pairs.values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    const [band, atMost] = [say.t(`band.${first.band}`), say.t(`band.${first.bandAtMost}`)];
    const label = say.t('map.class.bandOpen', { band, atMost });
    return [{ label, ...bandPaint(first), count: say.format.number(list.length) }];
  });
}

/** The provinces by band of coverage, with the share under each name. */
function coverageMap(facts: Facts, say: Say): MapSpec {
  const { provinces } = facts.now;
  const { certain } = byBand(facts);
  const units = new Map(facts.units.map((unit) => [unit.code, unit]));
  const write = coverageWriter(facts, say);
  return {
    level: 'province',
    description: say.t('briefing.map.description'),
    areas: provinces.map((province) => ({
      code: province.code,
      name: say.name(province),
      value: province.coverage,
      ...bandPaint(province),
    })),
    format: 'percent',
    legendTitle: say.t('briefing.map.legend'),
    legend: [
      ...COVERAGE_BANDS.map((band) => ({
        label: say.t(`band.${band}`),
        ...bandPaint({ band, bandAtMost: band }),
        count: say.format.number(certain(band).length),
      })),
      ...openLegend(facts, say),
    ],
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

/** Provinces of which nearly all communes reported, best first, equal ones by code: the place of any other is not known. */
export function rankedProvinces(facts: Facts): Facts['now']['provinces'] {
  return measuredProvinces(facts).filter(isNearlyComplete);
}

/** Provinces with a figure, best first; equal ones by code. */
function measuredProvinces(facts: Facts): Facts['now']['provinces'] {
  return facts.now.provinces
    .filter((province) => province.coverage !== null)
    .sort(
      (left, right) => (right.coverage ?? 0) - (left.coverage ?? 0) || compareText(left.code, right.code),
    );
}

function mapText(facts: Facts, say: Say): string[] {
  const ranked = rankedProvinces(facts);
  if (measuredProvinces(facts).length === 0) return [say.t('briefing.noData')];
  const { certain, open } = byBand(facts);
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
      count: certain('full').length,
      open: maybeFull(facts).length,
      names: say.names(certain('full').map((province) => say.name(province))),
    }),
    say.t('briefing.map.bands', {
      above70: certain('above70').length,
      above50: certain('above50').length,
      open: open.length,
      above: say.format.percent(facts.rules.coverage.above),
      half: say.format.percent(facts.rules.coverage.half),
    }),
    ...(ranked.length === 0
      ? []
      : [say.t('briefing.map.bottom', { names: withShare(ranked.slice(-7).reverse()) })]),
    say.t('briefing.map.unknown', { count: certain('notReported').length }),
  ];
}
