import { SEVERITIES, type Severity } from '../model.ts';
import { type AlertEvaluation, alertEvaluation } from './evaluation.ts';

/** What a condition would be if everything that is not known were as bad, or as good, as it can be. */
export interface AlertEnd {
  readonly holds: boolean;
  readonly severity: Severity;
}

/** What may be said of a condition between its two ends. */
export type BoundsVerdict = Required<
  Pick<AlertEvaluation, 'condition' | 'severity' | 'isAtLeast' | 'missing'>
>;

/**
 * A condition at both ends of what is not known. It is certain where both say the same; else an open alert keeps its
 * state and its highest severity, and where the worse end would hold the alert that evidence is missing is as grave
 * as that end. The worse end holds wherever the better one does, and is as grave at least.
 */
export function evaluateEnds(worse: AlertEnd, better: AlertEnd): BoundsVerdict {
  if (!worse.holds) {
    return { condition: 'clear', severity: better.severity, isAtLeast: false, missing: null };
  }
  if (!better.holds) {
    return { condition: 'noData', severity: worse.severity, isAtLeast: true, missing: worse.severity };
  }
  const isSure = worse.severity === better.severity;
  const missing = isSure ? null : worse.severity;
  return { condition: 'holds', severity: better.severity, isAtLeast: !isSure, missing };
}

/** The evaluation of a rule whose condition was looked at at both ends. */
export function boundsEvaluation(
  rule: AlertEvaluation['rule'],
  { condition, severity, isAtLeast, missing }: BoundsVerdict,
  facts: AlertEvaluation['facts'],
  sentence?: string,
): AlertEvaluation {
  return { ...alertEvaluation(rule, condition, severity, facts, sentence), isAtLeast, missing };
}

/** The graver of two severities. */
export function gravest(left: Severity, right: Severity): Severity {
  return isGraver(right, left) ? right : left;
}

/** Whether one severity is graver than another; than none at all every one is. */
export function isGraver(one: Severity, other: Severity | null): boolean {
  return other === null || SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other);
}
