import type { Reason } from './model.ts';
import { addDays, type Day, daysBetween } from './periods.ts';
import { reason } from './reason.ts';

/** How much was done of how much on a day; `done` null where nothing was reported. */
export interface ForecastPoint {
  readonly day: Day;
  readonly done: number | null;
  readonly total: number;
}

/** Slopes are fractions of the whole a day. `latest` null: at the slow end of the range it never completes. */
export type ForecastEvaluation =
  | { readonly kind: 'complete'; readonly day: Day; readonly share: number }
  | {
      readonly kind: 'notEnoughData';
      readonly cuts: number;
      readonly days: number;
      readonly neededCuts: number;
      readonly neededDays: number;
    }
  | { readonly kind: 'noProgress'; readonly day: Day; readonly share: number; readonly cuts: number }
  | { readonly kind: 'beyondHorizon'; readonly day: Day; readonly share: number; readonly cuts: number }
  | {
      readonly kind: 'date';
      readonly day: Day;
      readonly share: number;
      readonly cuts: number;
      readonly slope: number;
      readonly completion: Day;
      readonly earliest: Day;
      readonly latest: Day | null;
    };

/** Cuts the pace is taken from, counted back from the last one that has data. */
export const FORECAST_CUTS = 8;
export const FORECAST_NEEDED_CUTS = 4;
export const FORECAST_NEEDED_DAYS = 21;
/** Five years: what lies beyond is no forecast. */
export const FORECAST_HORIZON_DAYS = 1826;
/** The range: the middle half of all slopes between two cuts. */
const LOW_QUANTILE = 0.25;
const HIGH_QUANTILE = 0.75;

interface KnownPoint {
  readonly day: Day;
  readonly share: number;
}

/**
 * When the whole is done at the pace of the last cuts. Pace = median of the slopes between all pairs of the
 * last 8 cuts with data (Theil 1950, Sen 1968: one wild cut does not move it), going on from the last value;
 * the range uses the quartiles of the same slopes. Fewer than 4 cuts or 21 days is not enough data.
 */
export function evaluateForecast(points: readonly ForecastPoint[]): ForecastEvaluation {
  const known = knownPoints(points).slice(-FORECAST_CUTS);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return notEnough(0, 0);
  if (last.share >= 1) return { kind: 'complete', day: last.day, share: last.share };
  const days = daysBetween(first.day, last.day);
  if (known.length < FORECAST_NEEDED_CUTS || days < FORECAST_NEEDED_DAYS)
    return notEnough(known.length, days);
  return project(last, pairwiseSlopes(known), known.length);
}

function notEnough(cuts: number, days: number): ForecastEvaluation {
  return {
    kind: 'notEnoughData',
    cuts,
    days,
    neededCuts: FORECAST_NEEDED_CUTS,
    neededDays: FORECAST_NEEDED_DAYS,
  };
}

/** True when no older point than these can change the forecast. */
export function isAllForForecast(points: readonly ForecastPoint[]): boolean {
  return knownPoints(points).length >= FORECAST_CUTS;
}

// Two cuts on one day (a moment inside a week) are one point: the one that stands later in the input.
function knownPoints(points: readonly ForecastPoint[]): KnownPoint[] {
  const shares = new Map<Day, number>();
  for (const { day, done, total } of points) if (done !== null && total > 0) shares.set(day, done / total);
  const known = [...shares].map(([day, share]) => ({ day, share }));
  return known.sort((left, right) => daysBetween(right.day, left.day));
}

function pairwiseSlopes(points: readonly KnownPoint[]): number[] {
  const slopes: number[] = [];
  points.forEach((later, position) => {
    for (const earlier of points.slice(0, position)) {
      slopes.push((later.share - earlier.share) / daysBetween(earlier.day, later.day));
    }
  });
  return slopes.sort((left, right) => left - right);
}

function project(last: KnownPoint, slopes: readonly number[], cuts: number): ForecastEvaluation {
  const { day, share } = last;
  const slope = quantile(slopes, 0.5);
  if (slope <= 0) return { kind: 'noProgress', day, share, cuts };
  const completion = dayAtPace(last, slope);
  const earliest = dayAtPace(last, quantile(slopes, HIGH_QUANTILE));
  if (completion === null || earliest === null) return { kind: 'beyondHorizon', day, share, cuts };
  const latest = dayAtPace(last, quantile(slopes, LOW_QUANTILE));
  return { kind: 'date', day, share, cuts, slope, completion, earliest, latest };
}

// A pace of exactly ten days must not become eleven by the last bit of a division.
function dayAtPace({ day, share }: KnownPoint, slope: number): Day | null {
  const days = slope > 0 ? Math.ceil((1 - share) / slope - 1e-9) : Number.POSITIVE_INFINITY;
  return days <= FORECAST_HORIZON_DAYS ? addDays(day, days) : null;
}

/** The quantile 0..1 of sorted numbers, between two neighbours by proportion; 0 when there are none. */
export function quantile(sorted: readonly number[], at: number): number {
  const position = (sorted.length - 1) * at;
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? low;
  return low + (high - low) * (position - Math.floor(position));
}

/** The sentences behind a forecast: the date, its range and method, or why there is none. */
export function explainForecast(evaluation: ForecastEvaluation): Reason[] {
  switch (evaluation.kind) {
    case 'complete':
      return [reason('reason.forecast.complete', { lastDay: evaluation.day })];
    case 'notEnoughData': {
      const { cuts, days, neededCuts, neededDays } = evaluation;
      return [reason('reason.forecast.notEnoughData', { cuts, days, neededCuts, neededDays })];
    }
    case 'date': {
      const { day, share, cuts, completion, earliest, latest } = evaluation;
      const values = { share, lastDay: day, cuts, completion, earliest };
      return latest === null
        ? [reason('reason.forecast.dateOpen', values)]
        : [reason('reason.forecast.date', { ...values, latest })];
    }
    default: {
      const { kind, day, share, cuts } = evaluation;
      return [reason(`reason.forecast.${kind}`, { lastDay: day, share, cuts })];
    }
  }
}
