import fc from 'fast-check';
import type { CriterionMark } from '#shared/domain/commune-status.ts';
import type { StatusCounts } from '#shared/domain/coverage.ts';
import { defaultRuleSet, LATER_THRESHOLDS } from '#shared/domain/default-rules.ts';
import type { FigureOrEmpty } from '#shared/domain/figures.ts';
import {
  COMMUNE_STATUSES,
  type CommuneStatus,
  EMPTY_KINDS,
  OPERATING_STATUSES,
  REPORTED_STATUSES,
  TASK_STATES,
} from '#shared/domain/model.ts';
import { evaluateIndicator, type OperatingIndicator } from '#shared/domain/operating.ts';
import { dayFromNumber } from '#shared/domain/periods.ts';
import { ROLL_UPS, type RuleSet } from '#shared/domain/rule-set.ts';
import { evaluateSchedule } from '#shared/domain/task-schedule.ts';

/** The rules of a new installation without indicators; tests give the indicators they need. */
export const RULES: RuleSet = defaultRuleSet([]);

export const CRITERIA = Array.from({ length: 12 }, (_, place) => `criterion_${place + 1}`);

export const emptyKind = fc.constantFrom(...EMPTY_KINDS);
export const reportedStatus = fc.constantFrom(...REPORTED_STATUSES);
export const communeStatus = fc.constantFrom(...COMMUNE_STATUSES);
export const operatingStatus = fc.constantFrom(...OPERATING_STATUSES);
export const rollUp = fc.constantFrom(...ROLL_UPS);
export const fraction = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);

export const mark: fc.Arbitrary<CriterionMark | undefined> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: emptyKind },
  { weight: 1, arbitrary: fc.constantFrom(undefined, 'selfExempt' as const) },
);
export const marks = fc.array(mark, { minLength: CRITERIA.length, maxLength: CRITERIA.length });

/** A ratio with whole parts, the numerator at most the denominator, or an empty. */
export const ratioFigure: fc.Arbitrary<FigureOrEmpty> = fc.oneof(
  { weight: 5, arbitrary: ratioWithParts() },
  { weight: 1, arbitrary: emptyKind },
);
export const countFigure: fc.Arbitrary<FigureOrEmpty> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.nat(50_000).map((value) => ({ value, numerator: null, denominator: null })),
  },
  { weight: 1, arbitrary: emptyKind },
);

export function ratioWithParts() {
  return fc.tuple(fc.nat(5_000), fc.nat(5_000)).map(([first, second]) => {
    const numerator = Math.min(first, second);
    const denominator = Math.max(first, second);
    return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
  });
}

/** Two thresholds in the right order for their direction, a fraction for a ratio and a number for a count. */
export const operatingIndicator: fc.Arbitrary<OperatingIndicator> = fc
  .record({
    code: fc.constantFrom('applications_online', 'resolved_on_time', 'support_operations'),
    kind: fc.constantFrom('ratio' as const, 'count' as const),
    direction: fc.constantFrom('up' as const, 'down' as const),
    low: fc.integer({ min: 1, max: 50 }),
    step: fc.integer({ min: 1, max: 49 }),
    weight: fc.integer({ min: 0, max: 30 }).map((tenths) => tenths / 10),
  })
  .map(({ code, kind, direction, low, step, weight }) => {
    const scale = kind === 'ratio' ? 100 : 1;
    const [lower, upper] = [low / scale, (low + step) / scale];
    const [greenFrom, yellowFrom] = direction === 'up' ? [upper, lower] : [lower, upper];
    return { code, kind, thresholds: { ...LATER_THRESHOLDS, direction, greenFrom, yellowFrom, weight } };
  });

/** Indicators already judged, each with a figure of its own kind. */
export const indicatorEvaluation = operatingIndicator.chain((indicator) =>
  (indicator.kind === 'ratio' ? ratioFigure : countFigure).map((figure) =>
    evaluateIndicator(indicator, figure),
  ),
);

/** A day of 2025. */
export const day = fc.integer({ min: 20_089, max: 20_453 }).map(dayFromNumber);

/** A task with or without a report, judged on some day of the year. */
export const schedule = fc
  .record({
    days: fc.tuple(day, day),
    today: day,
    report: fc.option(
      fc.record({
        state: fc.constantFrom(...TASK_STATES),
        progress: fraction,
        age: fc.integer({ min: 0, max: 9 }),
      }),
    ),
  })
  .map(({ days, today, report }) => {
    const [start = today, deadline = today] = [...days].sort();
    return evaluateSchedule({ start, deadline }, report, today, RULES.province);
  });

/** How many there are of each status. */
export function countStatuses(statuses: readonly CommuneStatus[]): StatusCounts {
  const of = (status: CommuneStatus) => statuses.filter((one) => one === status).length;
  return { green: of('green'), yellow: of('yellow'), red: of('red'), notReported: of('notReported') };
}
