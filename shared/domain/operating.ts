import type { SumBounds } from './figure-bounds.ts';
import {
  emptyKindOf,
  type FigureOrEmpty,
  type FigureTotal,
  isEmpty,
  measureOf,
  type SelfExempt,
} from './figures.ts';
import type { Colour, EmptyKind, IndicatorKind, OperatingStatus } from './model.ts';
import {
  COUNT_ENDS,
  isFewFiles,
  NO_EVIDENCE,
  padded,
  RATIO_ENDS,
  SCORED,
  scoreEnds,
  statusBetween,
} from './operating-ends.ts';
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
export type NoEvidence = EmptyKind | SelfExempt | 'nothingToMeasure' | 'withoutParts';

export interface IndicatorEvaluation {
  readonly code: string;
  readonly kind: IndicatorKind;
  /** The colour where it is the same at both ends; undetermined with few files; no evidence where nothing came. */
  readonly status: OperatingStatus;
  readonly empty: NoEvidence | null;
  /** The colour if what is not known were as bad, and as good, as it can be. */
  readonly low: Colour;
  readonly high: Colour;
  /** It came, with fewer files than the rules ask for, or without saying on how many it rests. */
  readonly isFew: boolean;
  /** What was held against the thresholds: a fraction, or a count per reporting commune. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Communes behind the value; 1 for a commune's own figure. */
  readonly reporting: number;
  readonly thresholds: IndicatorThresholds;
  /** Of a sum that is not sure: between which values it lies. */
  readonly bounds?: SumBounds;
}

/** What the communes of a place come to: sums of their scores at both ends, one commune one vote. */
export interface MemberSum {
  readonly members: number;
  /** Without evidence: from 0 to 1. */
  readonly silent: number;
  readonly low: number;
  readonly high: number;
}

export interface OperatingEvaluation {
  readonly status: OperatingStatus;
  /** The colours between which an undetermined status lies; the colour itself where it is certain; null without evidence. */
  readonly atLeast: Colour | null;
  readonly atMost: Colour | null;
  /** Fraction 0..1 at both ends, held against greenFrom and yellowFrom; null without evidence. */
  readonly scoreLow: number | null;
  readonly scoreHigh: number | null;
  readonly rollUp: RollUp;
  readonly greenFrom: number;
  readonly yellowFrom: number;
  /** Of a place those of its sums, which colour nothing. */
  readonly indicators: readonly IndicatorEvaluation[];
  /** What the communes of a place come to; null for a commune. */
  readonly members: MemberSum | null;
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
export function colourOfValue(
  value: number,
  { direction, greenFrom, yellowFrom }: Pick<IndicatorThresholds, 'direction' | 'greenFrom' | 'yellowFrom'>,
): Colour {
  const isUp = direction === 'up';
  if (isUp ? value >= greenFrom : value <= greenFrom) return 'green';
  return (isUp ? value >= yellowFrom : value <= yellowFrom) ? 'yellow' : 'red';
}

/**
 * One output indicator of one unit against its thresholds. A total of many communes (sumFigures) is a ratio
 * of sums; a count is then divided by the communes that reported, as its thresholds are per commune.
 * What was reported is exact, a real zero as well; what was not may be anything: a ratio 0 to 1, a count from 0 on. Of a
 * ratio with fewer files than the rules ask for the missing ones may all be bad or all be good; one that came without
 * its parts does not say that it rests on any.
 */
export function evaluateIndicator(
  indicator: OperatingIndicator,
  figure: FigureOrEmpty | FigureTotal | undefined,
): IndicatorEvaluation {
  const { code, kind, thresholds } = indicator;
  const empty = emptyKindOf(figure);
  if (empty !== null || figure === undefined || isEmpty(figure)) {
    const why = figure === 'selfExempt' ? figure : (empty ?? 'notReported');
    return withoutEvidence(indicator, why, null, null);
  }
  const value = measureOf(kind, figure);
  const { numerator, denominator } = figure;
  if (value === null) {
    const isWithoutParts = 'withoutParts' in figure && figure.withoutParts === figure.reported;
    const why = isWithoutParts ? 'withoutParts' : 'nothingToMeasure';
    return withoutEvidence(indicator, why, numerator, denominator);
  }
  const isFew = isFewFiles(kind, figure, thresholds);
  const ends = isFew ? padded(numerator, denominator, thresholds) : null;
  const low = colourOfValue(ends?.[0] ?? value, thresholds);
  const high = ends === null ? low : colourOfValue(ends[1], thresholds);
  const status = statusBetween(low, high);
  const reporting = 'reported' in figure ? figure.reported : 1;
  return {
    code,
    kind,
    status,
    empty: null,
    low,
    high,
    isFew,
    value,
    numerator,
    denominator,
    reporting,
    thresholds,
  };
}

function withoutEvidence(
  { code, kind, thresholds }: OperatingIndicator,
  empty: NoEvidence,
  numerator: number | null,
  denominator: number | null,
): IndicatorEvaluation {
  const [worst, best] = (kind === 'count' ? COUNT_ENDS : RATIO_ENDS)[thresholds.direction];
  const low = colourOfValue(worst, thresholds);
  const high = colourOfValue(best, thresholds);
  const none = { value: null, numerator, denominator, reporting: 0 };
  return { code, kind, status: 'noEvidence', empty, low, high, isFew: false, ...none, thresholds };
}

/**
 * The operating colour of a commune: every output indicator against its thresholds, rolled up by the rule set's method
 * over all that apply, reported or not, once with everything unknown as bad as it can be and once as good. 'worst': the
 * worst colour. 'weighted': mean of GREEN 1, YELLOW 0.5, RED 0 by weight. 'share': the share of indicators in GREEN.
 * Certain where both ends have one colour, else undetermined. Without a figure, or with nothing but figures of few files,
 * there is no evidence. `figures` runs beside `indicators`.
 */
export function evaluateOperating(
  indicators: readonly OperatingIndicator[],
  figures: readonly (FigureOrEmpty | FigureTotal | undefined)[],
  rules: RuleSet['operating'],
): OperatingEvaluation {
  return rollUpIndicators(evaluateIndicators(indicators, figures), rules);
}

/** Every indicator alone, without those that the plan does not ask here; `figures` runs beside `indicators`. */
export function evaluateIndicators(
  indicators: readonly OperatingIndicator[],
  figures: readonly (FigureOrEmpty | FigureTotal | undefined)[],
): IndicatorEvaluation[] {
  return indicators.flatMap((indicator, position) => {
    const figure = figures[position];
    return figure === 'notApplicable' ? [] : [evaluateIndicator(indicator, figure)];
  });
}

/** The roll-up alone, from indicators already judged; their order does not matter. */
export function rollUpIndicators(
  indicators: readonly IndicatorEvaluation[],
  rules: RuleSet['operating'],
): OperatingEvaluation {
  const { rollUp, greenFrom, yellowFrom } = rules;
  const about = { rollUp, greenFrom, yellowFrom, indicators, members: null };
  const isShown = indicators.some(
    (one) => one.empty === null && !one.isFew && SCORED[rollUp](one.thresholds),
  );
  if (!isShown) return { ...NO_EVIDENCE, ...about };
  const { scoreLow, scoreHigh, atLeast, atMost } = scoreEnds(indicators, rules);
  return { status: statusBetween(atLeast, atMost), atLeast, atMost, scoreLow, scoreHigh, ...about };
}
