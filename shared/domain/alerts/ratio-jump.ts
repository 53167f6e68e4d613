import { lowerMedian } from '../figures.ts';
import type { IndicatorReference, SuspicionRules } from '../rule-set.ts';
import { type AlertEvaluation, alertEvaluation, conditionOf } from './evaluation.ts';
import {
  isComparable,
  listed,
  MANY_COMMUNES,
  type MonthPair,
  type SentMonth,
  type SentRow,
} from './sent-months.ts';

/** How a ratio changed in the communes of the country from one month to the next: what everybody shares is no jump. */
export interface UsualChange {
  readonly median: number;
  /** Of the communes' own changes, from their median distance to the median. */
  readonly variance: number;
}

/** A ratio of a commune that rose by more than chance and the country explain. */
export interface Jump {
  readonly indicator: string;
  readonly before: number;
  readonly after: number;
  /** Standard errors above the country's median. */
  readonly errors: number;
}

/** A commune with its largest jump. */
export interface JumpingCommune<Commune extends SentMonth = SentMonth> {
  readonly commune: Commune;
  readonly jump: Jump;
}

/** Of a normal distribution: standard deviation / median absolute deviation. */
const DEVIATIONS = 1.4826;

/** By output: how its ratio changed in the country; null where nobody sent both months. */
export function usualChanges(
  communes: readonly SentMonth[],
  outputs: readonly IndicatorReference[],
): (UsualChange | null)[] {
  const comparable = communes.filter(isComparable);
  return outputs.map(({ kind }, column) => (kind === 'ratio' ? usualChange(comparable, column) : null));
}

function usualChange(communes: readonly SentMonth[], column: number): UsualChange | null {
  const changes = new Float64Array(communes.length);
  const chances = new Float64Array(communes.length);
  let known = 0;
  for (const { now, before } of communes) {
    const pair = partsOf(before, now, column);
    if (pair === null) continue;
    changes[known] = changeOf(pair);
    chances[known++] = chanceOf(pair);
  }
  const median = lowerMedian(changes.subarray(0, known));
  if (median === null) return null;
  const distance = lowerMedian(changes.subarray(0, known).map((change) => Math.abs(change - median))) ?? 0;
  const chance = lowerMedian(chances.subarray(0, known)) ?? 0;
  // What the changes vary by beyond the chance of so many files.
  return { median, variance: Math.max(0, (DEVIATIONS * distance) ** 2 - chance) };
}

/** The jump that is furthest from what is usual. */
export function findJump(
  { now, before }: SentMonth,
  outputs: readonly IndicatorReference[],
  usual: readonly (UsualChange | null)[],
  rules: SuspicionRules,
): Jump | null {
  if (now === null || before === null) return null;
  let largest: Jump | null = null;
  for (const [column, { code, direction }] of outputs.entries()) {
    const expected = usual[column] ?? null;
    const pair = partsOf(before, now, column);
    if (expected === null || pair === null) continue;
    const sign = direction === 'down' ? -1 : 1;
    // 0.8 - 0.5 is 0.30000000000000004, 0.7 - 0.4 is 0.29999999999999993: a rise of exactly the threshold counts.
    if (sign * changeOf(pair) < rules.jumpBy - 1e-9) continue;
    const errors = sign * errorsOf(pair, expected);
    if (errors < rules.jumpErrors || errors <= (largest?.errors ?? 0)) continue;
    const [n1, d1, n2, d2] = pair;
    largest = { indicator: code, before: n1 / d1, after: n2 / d2, errors };
  }
  return largest;
}

/** Numerator and denominator of the month before, then those of this month. */
type Parts = readonly [number, number, number, number];

function partsOf(before: SentRow | null, now: SentRow | null, column: number): Parts | null {
  const one = before?.[column];
  const other = now?.[column];
  if (typeof one !== 'object' || typeof other !== 'object') return null;
  if (!one.denominator || !other.denominator || one.numerator === null || other.numerator === null)
    return null;
  return [one.numerator, one.denominator, other.numerator, other.denominator];
}

function changeOf([n1, d1, n2, d2]: Parts): number {
  return n2 / d2 - n1 / d1;
}

/** Variance of the change where nothing but chance changes it: p (1 - p) (1/d1 + 1/d2), p of both months together. */
function chanceOf([n1, d1, n2, d2]: Parts): number {
  const p = (n1 + n2) / (d1 + d2);
  return p * (1 - p) * (1 / d1 + 1 / d2);
}

function errorsOf(parts: Parts, { median, variance }: UsualChange): number {
  return (changeOf(parts) - median) / Math.sqrt(chanceOf(parts) + variance);
}

/** A commune's ratio that jumped from the month before; `jump` null where it is not asked about one. */
export function evaluateSuspectJump(
  commune: SentMonth,
  { month, before: monthBefore }: MonthPair,
  jump: Jump | null,
): AlertEvaluation {
  const { indicator = '', before = 0, after = 0 } = jump ?? {};
  const facts = { unit: commune.code, cut: month, sinceCut: monthBefore, indicator, before, after };
  const condition = isComparable(commune) ? conditionOf(jump !== null) : 'noData';
  return alertEvaluation('suspectJump', condition, 'notice', facts);
}

/** Communes of a province that jumped together, where they are many: then it is the province that is asked. */
export function evaluateManyJumps(
  province: string,
  { month, before }: MonthPair,
  communes: readonly SentMonth[],
  jumping: readonly JumpingCommune[],
): AlertEvaluation {
  const facts = {
    ...{ unit: province, cut: month, sinceCut: before, communes: jumping.length },
    indicator: mostFrequent(jumping),
    ...listed(jumping.map(({ commune }) => commune)),
  };
  const condition = communes.some(isComparable) ? conditionOf(jumping.length >= MANY_COMMUNES) : 'noData';
  return alertEvaluation('suspectJump', condition, 'notice', facts, 'reason.alert.suspectJump.province');
}

/** The output that most of them jumped in; of several the first by code. */
function mostFrequent(jumping: readonly JumpingCommune[]): string {
  const counts = Map.groupBy(jumping, ({ jump }) => jump.indicator);
  const ranked = [...counts].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}
