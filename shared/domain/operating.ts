import { emptyKindOf, type FigureOrEmpty, type FigureTotal, isEmpty, measureOf } from './figures.ts';
import type { EmptyKind, IndicatorKind, OperatingStatus } from './model.ts';
import { byCode } from './ranking.ts';
import type { IndicatorReference, IndicatorThresholds, RollUp, RuleSet } from './rule-set.ts';

/** One output indicator with its thresholds, prepared once for all units of a cut. */
export interface OperatingIndicator {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly thresholds: IndicatorThresholds;
}

/**
 * `nothingToMeasure`: it was reported, but its denominator is 0, so there is no ratio. `withoutParts`: every ratio came
 * without numerator and denominator, so that they cannot be added up.
 */
export type NoEvidence = EmptyKind | 'nothingToMeasure' | 'withoutParts';

export interface IndicatorEvaluation {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly status: OperatingStatus;
  readonly empty: NoEvidence | null;
  /** What was held against the thresholds: a fraction, or a count per reporting commune. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Communes behind the value; 1 for a commune's own figure. */
  readonly reporting: number;
  readonly thresholds: IndicatorThresholds;
}

export interface OperatingEvaluation {
  readonly status: OperatingStatus;
  readonly rollUp: RollUp;
  /** Fraction 0..1 that 'weighted' and 'share' hold against greenFrom and yellowFrom; null for 'worst'. */
  readonly score: number | null;
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly noEvidence: number;
  readonly greenFrom: number;
  readonly yellowFrom: number;
  readonly indicators: readonly IndicatorEvaluation[];
}

/** The indicators that the rule set gives thresholds to and the catalogue knows as outputs, in code order. */
export function operatingIndicators(
  rules: RuleSet['operating'],
  references: readonly IndicatorReference[],
): OperatingIndicator[] {
  const indicators: OperatingIndicator[] = [];
  for (const { code, kind } of references) {
    const thresholds = Object.hasOwn(rules.indicators, code) ? rules.indicators[code] : undefined;
    if (thresholds !== undefined && kind !== 'criterion') indicators.push({ code, kind, thresholds });
  }
  return indicators.sort((left, right) => byCode(left.code, right.code));
}

/** The colour of a value against two thresholds; the thresholds themselves belong to the better colour. */
export function colourOfValue(value: number, thresholds: IndicatorThresholds): 'green' | 'yellow' | 'red' {
  const { direction, greenFrom, yellowFrom } = thresholds;
  const isUp = direction === 'up';
  if (isUp ? value >= greenFrom : value <= greenFrom) return 'green';
  return (isUp ? value >= yellowFrom : value <= yellowFrom) ? 'yellow' : 'red';
}

/**
 * One output indicator of one unit against its thresholds. A total of many communes (sumFigures) is a ratio
 * of sums; a count is then divided by the communes that reported, as its thresholds are per commune.
 * No figure, or nothing to measure (denominator 0), is no evidence; a real zero is a value.
 */
export function evaluateIndicator(
  indicator: OperatingIndicator,
  figure: FigureOrEmpty | FigureTotal | undefined,
): IndicatorEvaluation {
  const { code, kind, thresholds } = indicator;
  const empty = emptyKindOf(figure);
  if (empty !== null || figure === undefined || isEmpty(figure)) {
    return withoutEvidence(indicator, empty ?? 'notReported', null, null);
  }
  const reporting = 'reported' in figure ? figure.reported : 1;
  const value = measureOf(kind, figure);
  const { numerator, denominator } = figure;
  if (value === null) {
    const isWithoutParts = 'withoutParts' in figure && figure.withoutParts === figure.reported;
    const why = isWithoutParts ? 'withoutParts' : 'nothingToMeasure';
    return withoutEvidence(indicator, why, numerator, denominator);
  }
  const status = colourOfValue(value, thresholds);
  return { code, kind, status, empty: null, value, numerator, denominator, reporting, thresholds };
}

function withoutEvidence(
  { code, kind, thresholds }: OperatingIndicator,
  empty: NoEvidence,
  numerator: number | null,
  denominator: number | null,
): IndicatorEvaluation {
  const status = 'noEvidence';
  return { code, kind, status, empty, value: null, numerator, denominator, reporting: 0, thresholds };
}

/**
 * The operating colour of a unit: every output indicator against its thresholds, rolled up
 * by the rule set's method. 'worst': the worst colour. 'weighted': mean of GREEN 1, YELLOW 0.5, RED 0 by
 * weight. 'share': the share of indicators in GREEN. Indicators without evidence are left out of the sum;
 * when none has evidence the unit has none. `figures` runs beside `indicators`.
 */
export function evaluateOperating(
  indicators: readonly OperatingIndicator[],
  figures: readonly (FigureOrEmpty | FigureTotal | undefined)[],
  rules: RuleSet['operating'],
): OperatingEvaluation {
  const evaluations: IndicatorEvaluation[] = [];
  for (let position = 0; position < indicators.length; position += 1) {
    const indicator = indicators[position];
    if (indicator !== undefined) evaluations.push(evaluateIndicator(indicator, figures[position]));
  }
  return rollUpIndicators(evaluations, rules);
}

/** The roll-up alone, from indicators already judged; their order does not matter. */
export function rollUpIndicators(
  indicators: readonly IndicatorEvaluation[],
  rules: RuleSet['operating'],
): OperatingEvaluation {
  const { rollUp, greenFrom, yellowFrom } = rules;
  const counts = { green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 0 };
  for (const { status } of indicators) counts[status] += 1;
  const score =
    rollUp === 'worst' ? null : rollUp === 'share' ? greenShare(counts) : weightedScore(indicators);
  const status = rollUp === 'worst' ? worstOf(counts) : colourOfScore(score, greenFrom, yellowFrom);
  return { status, rollUp, score, ...counts, greenFrom, yellowFrom, indicators };
}

type StatusCounts = Readonly<Record<OperatingStatus, number>>;

function worstOf(counts: StatusCounts): OperatingStatus {
  if (counts.red > 0) return 'red';
  if (counts.yellow > 0) return 'yellow';
  return counts.green > 0 ? 'green' : 'noEvidence';
}

function greenShare({ green, yellow, red }: StatusCounts): number | null {
  const known = green + yellow + red;
  return known === 0 ? null : green / known;
}

function weightedScore(indicators: readonly IndicatorEvaluation[]): number | null {
  const { points, weights } = weightedSum(indicators);
  // Sums of fractional weights differ in the last bit by order; 9 decimals make them one number.
  return weights > 0 ? Math.round((points / weights) * 1e9) / 1e9 : null;
}

/** GREEN 1, YELLOW 0.5, RED 0: what the weight of an indicator is multiplied with. */
export function pointsOf(status: OperatingStatus): number {
  return status === 'green' ? 1 : status === 'yellow' ? 0.5 : 0;
}

/** Weights and weighted points of the indicators with evidence. */
export function weightedSum(indicators: readonly IndicatorEvaluation[]): { points: number; weights: number } {
  const sum = { points: 0, weights: 0 };
  for (const { status, thresholds } of indicators) {
    if (status === 'noEvidence') continue;
    sum.weights += thresholds.weight;
    sum.points += thresholds.weight * pointsOf(status);
  }
  return sum;
}

function colourOfScore(score: number | null, greenFrom: number, yellowFrom: number): OperatingStatus {
  if (score === null) return 'noEvidence';
  if (score >= greenFrom) return 'green';
  return score >= yellowFrom ? 'yellow' : 'red';
}
