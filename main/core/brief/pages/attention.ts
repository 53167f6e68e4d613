import type { FrameWords, KeyFigure, Page, TableCell, TableSpec } from '#main/core/brief/description.ts';
import {
  type AlertFacts,
  codeOf,
  compareText,
  type DifficultyFact,
  type Facts,
  type NationalFacts,
} from '#main/core/brief/facts.ts';
import { type Say, shorten } from '#main/core/brief/say.ts';
import type { ChartTone } from '#shared/charts/spec.ts';
import type { AlertDto } from '#shared/contract/alerts.ts';
import type { OutputFigureDto } from '#shared/contract/words.ts';
import { ALERT_RULES } from '#shared/domain/model.ts';
import type { IndicatorRole } from '#shared/domain/plan.ts';
import { isColour } from '#shared/domain/ranking.ts';
import { alertNotes } from '#shared/text/alert-text.ts';
import { sumBoundsText } from '#shared/text/bounds-text.ts';
import { reportingNote } from '#shared/text/coverage-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import { titleWithMonth } from '#shared/text/reason-text.ts';
import {
  chart,
  countryLine,
  cutCell,
  type DrawnChart,
  dateCell,
  figures,
  headline,
  notedCell,
  page,
  row,
  shortCell,
  table,
  textCell,
  unitsAxis,
} from './parts.ts';

const ALERTS_SHOWN = 8;
const DIFFICULTIES_SHOWN = 6;

/** An output figure of the country or a province at the cut's month; undefined when there is none. */
export function outputOf(facts: Facts, role: IndicatorRole, unit = 'VN'): OutputFigureDto | undefined {
  return outputOfCode(facts, codeOf(facts, role), unit);
}

export function outputOfCode(
  facts: Facts,
  code: string | undefined,
  unit = 'VN',
): OutputFigureDto | undefined {
  return facts.now.outputs.find((output) => output.code === code && output.unit === unit);
}

/** Page 7: online applications by province. */
export function onlinePage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const ranked = rankedOnline(facts, say);
  const lowest = ranked.at(-1);
  const country = outputOf(facts, 'onlineSubmission');
  const share = country?.value ?? null;
  const reporting = country === undefined ? '' : reportingNote(say, askedOf(country));
  return page(facts, say, words, {
    id: 'online',
    title: titleWithMonth(say.t('briefing.online.title'), facts.online.figuresCut, say),
    rows: [
      headline(
        share === null
          ? say.t('briefing.online.headline.noData')
          : say.t('briefing.online.headline', {
              share: say.format.percent(share),
              few: reporting === '' ? 'no' : 'yes',
              reporting,
              // The lowest of one is no finding.
              lowest: ranked.length < 2 ? 'none' : 'some',
              unit: lowest?.name ?? '',
              lowestShare: say.format.percent(lowest?.value),
            }),
      ),
      figures(...onlineFigures(facts, say)),
      row(64, [1, chart(facts, onlineChart(ranked, share, facts.online.figuresCut, say))]),
    ],
    notes: [
      say.t('briefing.online.note'),
      ...(country === undefined ? [] : [sumBoundsText(say, 'ratio', country.bounds)]),
    ],
  });
}

/** The communes that an indicator is asked of, and how many of them sent it. */
export function askedOf({ units, notApplicable, reportedUnits }: OutputFigureDto) {
  return { communes: units - notApplicable, reportedUnits };
}

function onlineFigures(facts: Facts, say: Say): KeyFigure[] {
  const figure = (label: string, role: IndicatorRole): KeyFigure => {
    const output = outputOf(facts, role);
    const value = output?.value ?? null;
    const colour = output?.status;
    return {
      label,
      value,
      text: knownText(say, value, output?.state ?? 'notReported', (share) => say.format.percent(share)),
      format: 'percent',
      ...(colour !== undefined && isColour(colour) ? { colour } : {}),
    };
  };
  return [
    figure(say.t('briefing.figure.online'), 'onlineSubmission'),
    figure(say.t('briefing.figure.results'), 'onlineResults'),
    figure(say.t('briefing.figure.ontime'), 'onTime'),
  ];
}

interface OnlineProvince {
  readonly name: string;
  readonly value: number;
  readonly state: ChartTone;
}

function rankedOnline(facts: NationalFacts, say: Say): OnlineProvince[] {
  const stateOf = (code: string): ChartTone => {
    const status = outputOf(facts, 'onlineSubmission', code)?.status ?? 'noEvidence';
    return isColour(status) || status === 'undetermined' ? status : 'empty';
  };
  return [...facts.online.byProvince]
    .flatMap(([code, value]) =>
      value === null ? [] : [{ code, name: say.unit(code), value, state: stateOf(code) }],
    )
    .sort((left, right) => right.value - left.value || compareText(left.code, right.code));
}

function onlineChart(
  ranked: readonly OnlineProvince[],
  share: number | null,
  month: string | null,
  say: Say,
): DrawnChart {
  return {
    title: titleWithMonth(say.t('briefing.online.chart'), month, say),
    form: 'columns',
    axis: unitsAxis(
      ranked.map((province) => province.name),
      say.t('briefing.column.province'),
    ),
    unit: 'percent',
    series: [
      {
        name: say.t('briefing.figure.online'),
        tone: 'house',
        values: ranked.map((province) => province.value),
        states: ranked.map((province) => province.state),
      },
    ],
    ...countryLine(share, say),
  };
}

/** Page 8: what the rules call attention to. */
export function alertsPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const { alerts } = facts;
  return page(facts, say, words, {
    id: 'alerts',
    title: say.t('briefing.alerts.title'),
    rows: [
      headline(say.t('briefing.alerts.headline', { total: alerts.total, critical: alerts.critical })),
      row(
        88,
        [40, chart(facts, alertsChart(alerts, say), say.t('briefing.alerts.empty'))],
        [60, table({ ...alertsTable(alerts.alerts, say), most: ALERTS_SHOWN })],
      ),
    ],
    notes: [say.t('briefing.alerts.note')],
  });
}

export function alertsChart(alerts: AlertFacts, say: Say): DrawnChart {
  const rules = ALERT_RULES.filter((rule) => (alerts.byRule[rule] ?? 0) > 0).sort(
    (left, right) => (alerts.byRule[right] ?? 0) - (alerts.byRule[left] ?? 0),
  );
  return {
    title: say.t('briefing.alerts.chart'),
    form: 'bars',
    axis: unitsAxis(
      rules.map((rule) => say.t(`rule.${rule}`)),
      say.t('briefing.column.rule'),
    ),
    unit: 'integer',
    series: [
      {
        name: say.t('briefing.column.count'),
        tone: 'house',
        values: rules.map((rule) => alerts.byRule[rule] ?? 0),
      },
    ],
  };
}

const SEVERITY_TINTS = { critical: 'red', warning: 'yellow', notice: 'none' } as const;

/** Alerts as rows: how severe, where, which rule, why, since when. */
export function alertsTable(alerts: readonly AlertDto[], say: Say, title?: string): TableSpec {
  return {
    title: title ?? say.t('briefing.alerts.table'),
    columns: [
      { title: say.t('briefing.column.severity'), width: 13, format: 'text' },
      { title: say.t('briefing.column.unit'), width: 20, format: 'text' },
      { title: say.t('briefing.column.content'), width: 52, format: 'text' },
      { title: say.t('briefing.column.since'), width: 15, format: 'date' },
    ],
    rows: alerts.map((alert): TableCell[] => [
      textCell(say.t(`severity.${alert.severity}`), SEVERITY_TINTS[alert.severity]),
      textCell(placeOf(alert, say)),
      alertCell(alert, say),
      cutCell(say, alert.since),
    ]),
    emptyText: say.t('briefing.alerts.empty'),
  };
}

/**
 * What was last known of it, and that this cut says nothing where it does not: an old fact is not today's. A question
 * says that it waits for an answer.
 */
function alertCell(alert: AlertDto, say: Say): TableCell {
  return notedCell(say.reason(alert.reason), alertNotes(alert, say).join('; '), 150);
}

/** The unit and, of a commune, its province: a quarter of all commune names occurs more than once. */
function placeOf(alert: AlertDto, say: Say): string {
  const name = say.name(alert.unit);
  const province = alert.unit.province;
  return province === null || province === alert.unit.code ? name : `${name} (${say.unit(province)})`;
}

/** Page 9: what the localities say holds them up. */
export function difficultiesPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const categories = difficultyCategories(facts.difficulties, say);
  const most = categories[0];
  return page(facts, say, words, {
    id: 'difficulties',
    title: say.t('briefing.difficulties.title'),
    rows: [
      headline(
        say.t('briefing.difficulties.headline', {
          count: facts.difficulties.length,
          most: most === undefined ? '' : shorten(most.name, 60),
          mostCount: most?.count ?? 0,
        }),
      ),
      row(
        88,
        [52, chart(facts, difficultiesChart(categories, say), say.t('briefing.difficulties.empty'))],
        [48, table(difficultiesTable(facts.difficulties, say))],
      ),
    ],
    notes: [say.t('briefing.difficulties.note')],
  });
}

export interface DifficultyCategoryFact {
  readonly name: string;
  readonly count: number;
  readonly provinces: number;
}

/** Open difficulties by category, most often named first. */
export function difficultyCategories(
  difficulties: readonly DifficultyFact[],
  say: Say,
): DifficultyCategoryFact[] {
  const found = new Map<string, { name: string; count: number; provinces: Set<string> }>();
  for (const { province, difficulty } of difficulties) {
    const entry = found.get(difficulty.category) ?? {
      name: say.name(difficulty),
      count: 0,
      provinces: new Set<string>(),
    };
    entry.count += 1;
    entry.provinces.add(province);
    found.set(difficulty.category, entry);
  }
  return [...found.values()]
    .map(({ name, count, provinces }) => ({ name, count, provinces: provinces.size }))
    .sort((left, right) => right.count - left.count || compareText(left.name, right.name));
}

function difficultiesChart(categories: readonly DifficultyCategoryFact[], say: Say): DrawnChart {
  return {
    title: say.t('briefing.difficulties.chart'),
    form: 'bars',
    axis: unitsAxis(
      categories.map(({ name }) => shorten(name, 46)),
      say.t('briefing.cover.category'),
    ),
    unit: 'integer',
    series: [
      {
        name: say.t('briefing.column.count'),
        tone: 'house',
        values: categories.map(({ count }) => count),
      },
    ],
  };
}

function difficultiesTable(difficulties: readonly DifficultyFact[], say: Say): TableSpec {
  const newest = difficulties.toSorted(
    (left, right) =>
      compareText(right.difficulty.reportedOn, left.difficulty.reportedOn) ||
      compareText(left.province, right.province),
  );
  return {
    title: say.t('briefing.difficulties.table'),
    columns: [
      { title: say.t('briefing.column.province'), width: 24, format: 'text' },
      { title: say.t('briefing.column.content'), width: 54, format: 'text' },
      { title: say.t('briefing.column.since'), width: 22, format: 'date' },
    ],
    most: DIFFICULTIES_SHOWN,
    rows: newest.map(({ province, difficulty }) => [
      textCell(say.unit(province)),
      shortCell(difficulty.text, 110),
      dateCell(say, difficulty.reportedOn),
    ]),
    emptyText: say.t('briefing.difficulties.empty'),
  };
}
