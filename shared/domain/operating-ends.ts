import type { Colour, Figure, IndicatorKind } from './model.ts';
import type { IndicatorThresholds, RollUp, RuleSet } from './rule-set.ts';

type Ends = readonly [worst: number, best: number];

/** What a figure that did not come may be at worst and at best. */
export const RATIO_ENDS: Readonly<Record<IndicatorThresholds['direction'], Ends>> = {
  up: [0, 1],
  down: [1, 0],
};
/** A count has no upper end. */
export const COUNT_ENDS: typeof RATIO_ENDS = { up: [0, Infinity], down: [Infinity, 0] };

/** A ratio that rests on fewer files than its minimum, or came without its parts and may rest on none. */
export function isFewFiles(
  kind: IndicatorKind,
  { numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>,
  { minDenominator }: Pick<IndicatorThresholds, 'minDenominator'>,
): boolean {
  return kind === 'ratio' && filesOf(numerator, denominator) < minDenominator;
}

/** Files that a ratio is known to rest on. */
function filesOf(numerator: number | null, denominator: number | null): number {
  return numerator === null ? 0 : (denominator ?? 0);
}

/**
 * The worst and the best that a ratio of few files may still become when the files up to the minimum have come, all of
 * them bad or all of them good.
 */
export function padded(
  numerator: number | null,
  denominator: number | null,
  { direction, minDenominator }: Pick<IndicatorThresholds, 'direction' | 'minDenominator'>,
): Ends {
  const files = filesOf(numerator, denominator);
  const good = files === 0 ? 0 : (numerator ?? 0);
  const least = good / minDenominator;
  const most = (good + minDenominator - files) / minDenominator;
  return direction === 'up' ? [least, most] : [most, least];
}

/** The colour where both ends have it. */
export function statusBetween(low: Colour, high: Colour): Colour | 'undetermined' {
  return low === high ? low : 'undetermined';
}

/** What a unit of which nothing is known has. */
export const NO_EVIDENCE = {
  status: 'noEvidence',
  atLeast: null,
  atMost: null,
  scoreLow: null,
  scoreHigh: null,
} as const;

/** GREEN 1, YELLOW 0.5, RED 0: what the weight of an indicator is multiplied with. */
export function pointsOf(colour: Colour): number {
  return colour === 'green' ? 1 : colour === 'yellow' ? 0.5 : 0;
}

/** Whether an indicator counts in the score of a roll-up. */
export const SCORED: Readonly<Record<RollUp, (thresholds: Pick<IndicatorThresholds, 'weight'>) => boolean>> =
  {
    worst: () => true,
    weighted: ({ weight }) => weight > 0,
    share: () => true,
  };

/** An indicator's colours at both ends, and how it counts. */
export interface IndicatorEnds {
  readonly low: Colour;
  readonly high: Colour;
  readonly thresholds: Pick<IndicatorThresholds, 'weight' | 'decisive'>;
}

/** Weights, and weighted points at both ends; what 'worst' and 'share' make of it as well. */
export interface ScoreSums {
  readonly weights: number;
  readonly low: number;
  readonly high: number;
}

/** What a weighted score, or a share of GREEN, is divided from. */
export function scoreSums(indicators: readonly IndicatorEnds[], rollUp: 'weighted' | 'share'): ScoreSums {
  let weights = 0;
  let low = 0;
  let high = 0;
  for (const one of indicators) {
    const weight = rollUp === 'share' ? 1 : one.thresholds.weight;
    weights += weight;
    low += weight * worth(one.low, rollUp);
    high += weight * worth(one.high, rollUp);
  }
  return { weights, low, high };
}

function worth(colour: Colour, rollUp: 'weighted' | 'share'): number {
  return rollUp === 'share' ? Number(colour === 'green') : pointsOf(colour);
}

/** The score and the colour at both ends, over every indicator given. */
export function scoreEnds(
  indicators: readonly IndicatorEnds[],
  rules: Pick<RuleSet['operating'], 'rollUp' | 'greenFrom' | 'yellowFrom'>,
) {
  const { rollUp } = rules;
  if (rollUp === 'worst') {
    const scoreLow = Math.min(...indicators.map(({ low }) => pointsOf(low)));
    const scoreHigh = Math.min(...indicators.map(({ high }) => pointsOf(high)));
    const colours = { atLeast: colourOfPoints(scoreLow), atMost: colourOfPoints(scoreHigh) };
    return { scoreLow, scoreHigh, ...colours };
  }
  const { weights, low, high } = scoreSums(indicators, rollUp);
  const scoreLow = capped(rounded(low / weights), hasDecisiveRed(indicators, 'low'), rules);
  const scoreHigh = capped(rounded(high / weights), hasDecisiveRed(indicators, 'high'), rules);
  const atLeast = colourOfScore(scoreLow, rules);
  return { scoreLow, scoreHigh, atLeast, atMost: colourOfScore(scoreHigh, rules) };
}

function colourOfPoints(points: number): Colour {
  return points === 1 ? 'green' : points > 0 ? 'yellow' : 'red';
}

/** Whether an indicator that decides is RED at this end. */
export function hasDecisiveRed(indicators: readonly IndicatorEnds[], end: 'low' | 'high'): boolean {
  return indicators.some((one) => one.thresholds.decisive && one[end] === 'red');
}

/** How far below GREEN a score stands that a decisive RED keeps from it. */
const BELOW_GREEN = 0.001;

function capped(score: number, isCapped: boolean, rules: Thresholds): number {
  return isCapped ? Math.min(score, highestWithRed(rules)) : score;
}

/** The best score beside a decisive RED: just not GREEN. */
export function highestWithRed({ greenFrom, yellowFrom }: Thresholds): number {
  return Math.max(yellowFrom, rounded(greenFrom - BELOW_GREEN));
}

type Thresholds = Pick<RuleSet['operating'], 'greenFrom' | 'yellowFrom'>;

/** Sums of fractional weights differ in the last bit by order; 9 decimals make them one number. */
export function rounded(score: number): number {
  return Math.round(score * 1e9) / 1e9;
}

/** The colour of a score; the thresholds themselves belong to the better colour. */
export function colourOfScore(score: number, { greenFrom, yellowFrom }: Thresholds): Colour {
  if (score >= greenFrom) return 'green';
  return score >= yellowFrom ? 'yellow' : 'red';
}

/**
 * Whether it makes no difference that an indicator decides: where it is RED the unit is not GREEN anyway, however good
 * all the others are.
 */
export function decidesNothing(
  { rollUp, greenFrom, indicators }: RuleSet['operating'],
  code: string,
): boolean {
  if (rollUp === 'worst') return true;
  const thresholds = Object.entries(indicators);
  const weightOf = (weight: number) => (rollUp === 'share' ? 1 : weight);
  const all = thresholds.reduce((sum, [, { weight }]) => sum + weightOf(weight), 0);
  const others = all - weightOf(indicators[code]?.weight ?? 0);
  return rounded(others / all) < greenFrom;
}
