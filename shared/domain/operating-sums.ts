import type { SumBounds } from './figure-bounds.ts';
import type { FigureOrEmpty, FigureTotal } from './figures.ts';
import type { Colour } from './model.ts';
import {
  colourOfValue,
  evaluateIndicator,
  type IndicatorEvaluation,
  type OperatingIndicator,
} from './operating.ts';
import { padded, statusBetween } from './operating-ends.ts';
import { colourRank } from './ranking.ts';

/**
 * One output indicator of a place. The value is the plain sum of what came; its colour is certain only where the sum has
 * it at both ends of its bounds and as it stands. The latter lies outside its bounds where a commune outgrew its size, and
 * would else be shown beside a colour that it does not have.
 */
export function evaluateSum(
  indicator: OperatingIndicator,
  figure: FigureOrEmpty | FigureTotal | undefined,
  bounds: SumBounds | null,
): IndicatorEvaluation {
  const plain = evaluateIndicator(indicator, figure);
  if (bounds === null || plain.value === null) return plain;
  const ends = [bounds.low, bounds.high ?? Infinity].map((end) => colourOfValue(end, indicator.thresholds));
  const possible = [plain.low, plain.high, ...ends].sort((one, other) => rankOf(one) - rankOf(other));
  const [low = plain.low] = possible;
  const high = possible.at(-1) ?? plain.high;
  return { ...plain, status: statusBetween(low, high), low, high, bounds: wider(bounds, plain) };
}

const rankOf = (colour: Colour): number => colourRank(colour) ?? 0;

/** With the files that a sum of few still lacks. */
function wider(
  bounds: SumBounds,
  { isFew, numerator, denominator, thresholds }: IndicatorEvaluation,
): SumBounds {
  if (!isFew || bounds.high === null) return bounds;
  const ends = padded(numerator, denominator, thresholds);
  return { low: Math.min(bounds.low, ...ends), high: Math.max(bounds.high, ...ends) };
}
