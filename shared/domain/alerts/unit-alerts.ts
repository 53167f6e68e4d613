import type { CoverageEvaluation } from '../coverage.ts';
import type { GapEvaluation, GapRun } from '../gap.ts';
import type { ReportedStatus } from '../model.ts';
import type { IndicatorEvaluation } from '../operating.ts';
import { colourRank } from '../ranking.ts';
import type { RuleSet } from '../rule-set.ts';
import { type AlertEvaluation, alertEvaluation, conditionOf } from './evaluation.ts';

/**
 * A province whose coverage lies below `coverageLowBelow`; critical below half of it. It holds when it would even if all
 * that is silent were GREEN, and is clear when it would be even if none were; between, nobody can tell.
 */
export function evaluateCoverageLow(
  unit: string,
  coverage: CoverageEvaluation,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  const { share, green, communes, atMost } = coverage;
  const threshold = rules.coverageLowBelow;
  if (share === null || atMost === null)
    return alertEvaluation('coverageLow', 'noData', 'warning', { unit, communes });
  const severity = share < threshold / 2 ? 'critical' : 'warning';
  const facts = { unit, share, green, communes, threshold };
  if (share >= threshold) return alertEvaluation('coverageLow', 'clear', severity, facts);
  const condition = atMost < threshold ? 'holds' : 'noData';
  if (atMost === share) return alertEvaluation('coverageLow', condition, severity, facts);
  const sentence = 'reason.alert.coverageLow.atMost';
  return alertEvaluation('coverageLow', condition, severity, { ...facts, atMost }, sentence);
}

/** Communes of a province by their answer to one criterion. */
export interface CriterionCounts {
  readonly met: number;
  readonly notMet: number;
  readonly notReported: number;
}

/**
 * A province in which communes do not meet a criterion. Only answers count: a commune that did not answer is
 * not called lacking, and when nobody is lacking but some are silent nobody can tell. Warning from a tenth.
 */
export function evaluateCriterionMissing(
  unit: string,
  criterion: string,
  { met, notMet, notReported }: CriterionCounts,
): AlertEvaluation {
  const reported = met + notMet;
  const condition = notMet > 0 ? 'holds' : notReported > 0 || reported === 0 ? 'noData' : 'clear';
  const severity = notMet * 10 >= reported ? 'warning' : 'notice';
  const facts = { unit, criterion, lacking: notMet, reported };
  const evaluation = alertEvaluation('criterionMissing', condition, severity, facts);
  // Those that fell silent may be the ones that lack it.
  return notReported > 0 ? { ...evaluation, isAtLeast: true } : evaluation;
}

/** The share of applications submitted online lies below `onlineLowBelow`; critical below half of it. */
export function evaluateOnlineLow(
  unit: string,
  online: IndicatorEvaluation,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  const threshold = rules.onlineLowBelow;
  const { value, code } = online;
  if (value === null) return alertEvaluation('onlineLow', 'noData', 'warning', { unit, indicator: code });
  const severity = value < threshold / 2 ? 'critical' : 'warning';
  const facts = { unit, indicator: code, value, threshold };
  return alertEvaluation('onlineLow', conditionOf(value < threshold), severity, facts);
}

/** The same share fell by at least `onlineFallBy` fraction points from one month to the next. */
export function evaluateOnlineFalling(
  unit: string,
  indicator: string,
  before: number | null,
  after: number | null,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  if (before === null || after === null) {
    return alertEvaluation('onlineFalling', 'noData', 'warning', { unit, indicator });
  }
  const fall = before - after;
  const facts = { unit, indicator, before, after, fall, threshold: rules.onlineFallBy };
  // 0.6 - 0.5 is 0.09999999999999998: a fall of exactly the threshold counts.
  const holds = fall >= rules.onlineFallBy - 1e-9;
  return alertEvaluation('onlineFalling', conditionOf(holds), 'warning', facts);
}

/**
 * Reported better than operating, for at least `gapLastsCuts` months of operating data in the present cell; critical
 * when GREEN hides RED. One that is alerted (`isOpen`) lasts as long as there is a gap, however young its cell is.
 */
export function evaluateGapAlert(
  unit: string,
  gap: GapEvaluation,
  { months, cuts }: Pick<GapRun, 'months' | 'cuts'>,
  rules: RuleSet['alerts'],
  isOpen = false,
): AlertEvaluation {
  const { reported, operating, steps } = gap;
  if (steps === null) return alertEvaluation('gap', 'noData', 'warning', { unit, reported, operating });
  const facts = { unit, reported, operating, steps, months, cuts };
  const holds = steps > 0 && (isOpen || months >= rules.gapLastsCuts);
  return alertEvaluation('gap', conditionOf(holds), steps > 1 ? 'critical' : 'warning', facts);
}

/** What a unit owes at a cut: communes (1 for a commune itself), how many sent nothing, whether it is due. */
export interface ReportingState {
  readonly communes: number;
  readonly silent: number;
  readonly isDue: boolean;
}

/** Communes that owed a report and sent none; before it is due nobody can tell. Critical when all are silent. */
export function evaluateNoReport(unit: string, { communes, silent, isDue }: ReportingState): AlertEvaluation {
  const facts = { unit, silent, communes };
  const severity = silent < communes ? 'notice' : communes > 1 ? 'critical' : 'warning';
  if (silent > 0 && !isDue) return alertEvaluation('noReport', 'noData', severity, facts);
  return alertEvaluation('noReport', conditionOf(silent > 0), severity, facts);
}

/**
 * The same for the outputs of a month (`month`: the code of its cut), which are due some days after it has ended:
 * communes that sent not one figure of it, whatever their province sent itself.
 */
export function evaluateNoOutputs(unit: string, month: string, state: ReportingState): AlertEvaluation {
  const { condition, severity } = evaluateNoReport(unit, state);
  const facts = { unit, cut: month, silent: state.silent, communes: state.communes };
  return alertEvaluation('noReport', condition, severity, facts, 'reason.alert.noReport.outputs');
}

/**
 * A unit whose reported colour is worse than the best it had in the cuts looked back on; `sinceCut` names the
 * cut of that best colour. It clears when the colour is regained, and silence is not a fall.
 */
export function evaluateRegression(
  unit: string,
  best: ReportedStatus,
  now: ReportedStatus,
  sinceCut: string,
): AlertEvaluation {
  const from = colourRank(best);
  const to = colourRank(now);
  const facts = { unit, from: best, to: now, sinceCut };
  if (from === undefined || to === undefined)
    return alertEvaluation('regression', 'noData', 'warning', facts);
  return alertEvaluation('regression', conditionOf(to < from), now === 'red' ? 'critical' : 'warning', facts);
}
