import type { Reason } from './model.ts';
import type { IndicatorEvaluation, MemberSum, OperatingEvaluation } from './operating.ts';
import { colourOfScore, NO_EVIDENCE, rounded, statusBetween } from './operating-ends.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';

/** Adds up members; one to which nothing applies is none. */
export function sumMembers(
  members: Iterable<Pick<OperatingEvaluation, 'scoreLow' | 'scoreHigh' | 'indicators'>>,
): MemberSum {
  const sum = { members: 0, silent: 0, low: 0, high: 0 };
  for (const { scoreLow, scoreHigh, indicators } of members) {
    if (indicators.length === 0) continue;
    sum.members += 1;
    if (scoreLow === null) sum.silent += 1;
    sum.low += scoreLow ?? 0;
    sum.high += scoreHigh ?? 1;
  }
  return sum;
}

/**
 * The operating colour of a place: the mean of its communes' scores at both ends against the rule set's thresholds,
 * whatever the method by which the communes are rolled up. No evidence where no commune has any.
 */
export function evaluatePlace(
  members: MemberSum,
  indicators: readonly IndicatorEvaluation[],
  rules: RuleSet['operating'],
): OperatingEvaluation {
  const { rollUp, greenFrom, yellowFrom } = rules;
  const about = { rollUp, greenFrom, yellowFrom, indicators, members };
  if (members.members === members.silent) return { ...NO_EVIDENCE, ...about };
  const scoreLow = rounded(members.low / members.members);
  const scoreHigh = rounded(members.high / members.members);
  const atLeast = colourOfScore(scoreLow, rules);
  const atMost = colourOfScore(scoreHigh, rules);
  return { status: statusBetween(atLeast, atMost), atLeast, atMost, scoreLow, scoreHigh, ...about };
}

/** The sentences behind the colour of a place: its mean, and what a reader needs to compute both ends of it again. */
export function explainPlace(evaluation: OperatingEvaluation, members: MemberSum): Reason[] {
  const { status, greenFrom, yellowFrom, atLeast, atMost, scoreLow, scoreHigh } = evaluation;
  const { members: count, silent, low, high } = members;
  if (atLeast === null || atMost === null || scoreLow === null || scoreHigh === null) {
    return [reason('reason.operating.placeNoEvidence', { members: count })];
  }
  const range = scoreLow === scoreHigh ? 'no' : 'yes';
  const scores = { members: count, scoreLow, scoreHigh, range };
  return [
    reason('reason.operating.place', { status, atLeast, atMost, ...scores, greenFrom, yellowFrom }),
    reason('reason.operating.members', { ...scores, silent, low: rounded(low), high: rounded(high) }),
  ];
}
