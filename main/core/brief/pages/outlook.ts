import type { FrameWords, Page, TableCell, TableSpec } from '#main/core/brief/description.ts';
import type { Facts, NationalFacts } from '#main/core/brief/facts.ts';
import type { Say } from '#main/core/brief/say.ts';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import { drawn } from '#shared/domain/coverage.ts';
import { FORECAST_NEEDED_POINTS } from '#shared/domain/forecast-course.ts';
import { gapMatrix } from '#shared/domain/gap.ts';
import { phaseOn } from '#shared/domain/plan.ts';
import { knownText } from '#shared/text/known-text.ts';
import { difficultyCategories, outputOf } from './attention.ts';
import { changeOfCommunes, communeRows, countByProvince } from './comparison.ts';
import {
  chart,
  cutsAxis,
  type DrawnChart,
  headline,
  page,
  percentCell,
  reportingOf,
  row,
  statusDay,
  table,
  text,
  textCell,
} from './parts.ts';
import { byBand } from './situation.ts';
import { groupName } from './work.ts';

const TREND_CUTS = 16;

/** Page 11: the pace of the country, the date where a forecast was tested, and what is left to do. */
export function forecastPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const forecast = facts.forecast.national;
  return page(facts, say, words, {
    id: 'forecast',
    title: say.t('briefing.forecast.title'),
    rows: [
      headline(dated(forecastHeadline(forecast, say), forecast, say)),
      row(88, [54, chart(facts, forecastChart(facts, say))], [46, table(remainingTable(facts, say))]),
      row(20, [1, text(...forecastText(facts, forecast, say))]),
    ],
    notes: [say.t('briefing.forecast.note')],
  });
}

/** What is said of an earlier week than the cut's names its day: the rest of the deck stands at the cut. */
function dated(text: string, { state, asOf }: OutlookDto, say: Say): string {
  if (state === 'value' || asOf === null) return text;
  return say.t('briefing.forecast.asOf', { text, day: say.format.date(asOf) });
}

function forecastHeadline(forecast: OutlookDto, say: Say): string {
  switch (forecast.kind) {
    case 'date':
      return say.t('briefing.forecast.date', { completion: say.format.date(forecast.completion) });
    case 'notEnoughData':
      return say.t('briefing.forecast.notEnoughData', { neededCuts: FORECAST_NEEDED_POINTS });
    case 'withheld':
    case 'beyondHorizon':
      return say.t('briefing.forecast.pace', {
        perWeek: say.format.number(forecast.pace?.perWeek ?? null, 1),
        left: say.format.number(forecast.pace?.left ?? null),
      });
    default:
      return say.t(`briefing.forecast.${forecast.kind}`);
  }
}

function forecastChart(facts: NationalFacts, say: Say): DrawnChart {
  const points = facts.history.slice(-TREND_CUTS);
  type Counts = (typeof points)[number]['reported'];
  const counted = (count: (counts: Counts) => number) =>
    points.map(({ reported }) => drawn(count(reported), reportingOf(reported)));
  return {
    title: say.t('briefing.forecast.trend'),
    form: 'lines',
    axis: cutsAxis(points, say),
    unit: 'integer',
    series: [
      {
        name: say.t('briefing.forecast.green'),
        tone: 'green',
        empty: say.t('empty.fewReported'),
        values: counted(({ green }) => green),
      },
      {
        name: say.t('briefing.forecast.rest'),
        tone: 'red',
        empty: say.t('empty.fewReported'),
        values: counted(({ yellow, red, notReported }) => yellow + red + notReported),
      },
    ],
  };
}

function remainingTable(facts: NationalFacts, say: Say): TableSpec {
  const outlooks = new Map(facts.forecast.groups.map((group) => [group.code, group]));
  return {
    title: say.t('briefing.forecast.groups'),
    columns: [
      { title: say.t('briefing.column.group'), width: 48, format: 'text' },
      { title: say.t('briefing.column.done'), width: 16, format: 'text' },
      { title: say.t('briefing.column.share'), width: 14, format: 'percent' },
      { title: say.t('briefing.column.completion'), width: 24, format: 'text' },
    ],
    rows: facts.now.tasks.groups.map((group) => {
      const outlook = outlooks.get(group.code);
      return [
        textCell(groupName(group, say)),
        textCell(
          knownText(
            say,
            group.done,
            group.state,
            (done) => `${say.format.number(done)}/${say.format.number(group.total)}`,
          ),
        ),
        percentCell(say, group.done === null ? null : group.done / group.total, undefined, group.state),
        outlookCell(outlook, say),
      ];
    }),
    emptyText: say.t('briefing.noData'),
  };
}

/** The date with how often such dates were right, or the pace where none may be named. */
function outlookCell(outlook: OutlookDto | undefined, say: Say): TableCell {
  if (outlook === undefined) return textCell(say.t('briefing.outlook.notEnoughData'));
  const plain = (words: string) => textCell(dated(words, outlook, say));
  const { kind, completion, pace, tested } = outlook;
  if (kind === 'date' && completion !== null) {
    const date = say.format.date(completion);
    const rate = say.format.percent(tested?.hitRate ?? null);
    return textCell(
      say.t('briefing.outlook.date', { date, rate }),
      outlook.isLate === true ? 'red' : undefined,
    );
  }
  if (kind === 'withheld' || kind === 'beyondHorizon')
    return plain(say.t('briefing.outlook.pace', { perWeek: say.format.percent(pace?.perWeek ?? null) }));
  return plain(say.t(`briefing.outlook.${kind === 'date' ? 'notEnoughData' : kind}`));
}

function forecastText(facts: Facts, forecast: OutlookDto, say: Say): (string | null)[] {
  const { total, done } = facts.now.tasks;
  const phase = phaseOn(facts.plan.phases, statusDay(facts));
  return [
    forecast.kind === 'complete' ? null : forecast.reasons.map((reason) => say.reason(reason)).join(' '),
    forecast.completion === null || phase === null
      ? null
      : say.t('briefing.forecast.deadline', {
          late: forecast.completion > phase.end ? 'yes' : 'no',
          phase: say.name(phase),
          end: say.format.date(phase.end),
        }),
    done === null ? null : say.t('briefing.forecast.remaining', { count: total - done }),
  ];
}

/** Page 12: what follows from the thresholds that are exceeded, and from nothing else. */
export function recommendationsPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const list = recommendations(facts, say);
  return page(facts, say, words, {
    id: 'recommendations',
    title: say.t('briefing.recommendations.title'),
    rows: [
      headline(say.t('briefing.recommendations.headline', { count: list.length })),
      row(88, [1, text(...(list.length === 0 ? [say.t('briefing.recommend.none')] : list))]),
    ],
    notes: [say.t('briefing.recommendations.note', { rules: facts.now.ruleVersion })],
  });
}

/** Each rule's recommendation where it is exceeded, the most pressing first. */
function recommendations(facts: NationalFacts, say: Say): string[] {
  return [
    recommendOverdue,
    recommendCoverage,
    recommendCriterion,
    recommendGap,
    recommendOnline,
    recommendDifficulty,
    recommendReports,
    recommendRegressed,
    recommendSuspect,
  ].flatMap((recommend) => recommend(facts, say) ?? []);
}

function recommendOverdue(facts: NationalFacts, say: Say): string | null {
  const first = facts.overdue[0]?.task;
  if (first === undefined) return null;
  return say.t('briefing.recommend.overdue', {
    count: facts.overdue.length,
    task: say.name(first),
    deadline: say.format.date(first.deadline),
  });
}

function recommendCoverage(facts: NationalFacts, say: Say): string | null {
  const below = byBand(facts).certain('below50');
  if (below.length === 0) return null;
  return say.t('briefing.recommend.coverage', {
    count: below.length,
    half: say.format.percent(facts.rules.coverage.half),
    names: say.names(below.map((province) => say.name(province))),
  });
}

function recommendCriterion(facts: NationalFacts, say: Say): string | null {
  const worst = facts.now.criteria.toSorted((left, right) => right.notMet - left.notMet)[0];
  if (worst === undefined || worst.notMet === 0) return null;
  return say.t('briefing.recommend.criterion', {
    criterion: say.indicator(worst.code),
    count: worst.notMet,
  });
}

function recommendGap(facts: NationalFacts, say: Say): string | null {
  const rows = communeRows(facts.communes);
  const count = gapMatrix(rows).green.red;
  if (count === 0) return null;
  const most = countByProvince(
    facts,
    rows.filter((unit) => unit.gapSteps === 2).map((unit) => unit.code),
  ).slice(0, 3);
  return say.t('briefing.recommend.gap', {
    count,
    names: most.length === 0 ? 'none' : say.names(most.map(({ code }) => say.unit(code))),
  });
}

function recommendOnline(facts: NationalFacts, say: Say): string | null {
  const limit = facts.indicators.find((item) => item.role === 'onlineSubmission')?.yellowFrom ?? null;
  if (limit === null) return null;
  const low = facts.now.provinces.filter(
    ({ code }) => (outputOf(facts, 'onlineSubmission', code)?.value ?? 1) < limit,
  );
  if (low.length === 0) return null;
  return say.t('briefing.recommend.online', {
    names: say.names(low.map((province) => say.name(province))),
    limit: say.format.percent(limit),
  });
}

function recommendDifficulty(facts: NationalFacts, say: Say): string | null {
  const most = difficultyCategories(facts.difficulties, say)[0];
  if (most === undefined) return null;
  return say.t('briefing.recommend.difficulty', {
    category: most.name,
    count: most.count,
    provinces: most.provinces,
  });
}

function recommendReports(facts: NationalFacts, say: Say): string | null {
  const count = facts.now.national.reported.notReported;
  return count === 0 ? null : say.t('briefing.recommend.notReported', { count });
}

function recommendRegressed(facts: NationalFacts, say: Say): string | null {
  if (facts.before === null || facts.communesBefore === null) return null;
  const count = changeOfCommunes(facts.communesBefore, facts.communes).regressed.length;
  const date = say.format.date(facts.before.cut.asOf);
  return count === 0 ? null : say.t('briefing.recommend.regressed', { count, date });
}

function recommendSuspect(facts: NationalFacts, say: Say): string | null {
  const count = Object.entries(facts.alerts.byRule)
    .filter(([rule]) => rule.startsWith('suspect'))
    .reduce((sum, [, alerts]) => sum + alerts, 0);
  return count === 0 ? null : say.t('briefing.recommend.suspect', { count });
}
