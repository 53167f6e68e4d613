import { SEVERITIES, type Severity } from '../model.ts';
import type { AlertCondition } from './evaluation.ts';

/** What a condition would be if everything that is not known were as bad, or as good, as it can be. */
export interface AlertEnd {
  readonly holds: boolean;
  readonly severity: Severity;
}

/** What may be said of a condition between its two ends. */
export interface BoundsVerdict {
  /** `noData` where the ends do not agree: nothing opens and nothing ends. */
  readonly condition: AlertCondition;
  readonly severity: Severity;
  /** The severity is the least there is: an open alert keeps what it had, if that is graver. */
  readonly isAtLeast: boolean;
  /** How grave it may be beyond what is certain: so grave is the alert that evidence is missing. Null for certain. */
  readonly missing: Severity | null;
}

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

/** The graver of two severities. */
export function gravest(left: Severity, right: Severity): Severity {
  return SEVERITIES.indexOf(left) <= SEVERITIES.indexOf(right) ? left : right;
}
