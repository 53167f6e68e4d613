import {
  type Fit,
  FORECAST_NEEDED_POINTS,
  FORECAST_WEEKS,
  type ForecastCourse,
  fitAt,
  isBehind,
  newestKnownDay,
  type Weekly,
  weeklyShares,
  weeksAfter,
} from './forecast-course.ts';
import { fitsOf, isOneSided, rangeAhead, type Tested, testForecasts } from './forecast-test.ts';
import type { Reason } from './model.ts';
import type { Day } from './periods.ts';
import { reason } from './reason.ts';

/** What a forecast counts: communes of a place, or the progress of a group's tasks. */
export type ForecastOf = 'communes' | 'progress';

/** Where it stands, in shares, and how much a share of 1 is. */
export interface Pace {
  readonly day: Day;
  readonly share: number;
  /** Share a week: the median slope of the last 8 known weeks. */
  readonly slope: number;
  readonly units: number;
  readonly steps: number;
}

/** The expected share of a tested week ahead and its range. */
export interface AheadPoint {
  readonly day: Day;
  readonly weeks: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly tested: Tested;
}

interface Ahead extends Pace {
  /** Change of ln(1 - share + 0.01) a week, from so many known weeks. */
  readonly closing: number;
  readonly points: number;
  /** Every week ahead whose forecast passed its test; at least one. */
  readonly ahead: readonly AheadPoint[];
  /** The one that the sentence speaks of: the first that completes, else the furthest. */
  readonly told: AheadPoint;
}

/** `earliest` and `latest` null: that end of the range does not complete within the weeks that were tested. */
export type ForecastEvaluation =
  | { readonly kind: 'notEnoughData'; readonly points: number; readonly neededPoints: number }
  | ({ readonly kind: 'complete' } & Pace)
  | ({ readonly kind: 'noProgress' } & Pace)
  | ({ readonly kind: 'withheld'; readonly cause: 'untested' | 'oneSided' | 'silent' } & Pace)
  | ({ readonly kind: 'beyondHorizon'; readonly earliest: Day | null } & Ahead)
  | ({
      readonly kind: 'date';
      readonly completion: Day;
      readonly earliest: Day;
      readonly latest: Day | null;
    } & Ahead);

/**
 * When units of one kind complete, by their code. `pooled` are the units whose earlier weeks test the forecasts,
 * `others` (the country beside its provinces) are forecast by that test too. A range or a date is told only where
 * the same forecast, made in earlier weeks, held 70 to 90% of what came.
 */
export function evaluateForecasts(
  pooled: readonly ForecastCourse[],
  others: readonly ForecastCourse[] = [],
): Map<string, ForecastEvaluation> {
  const end = newestKnownDay([...pooled, ...others]);
  if (end === null) return new Map([...pooled, ...others].map(({ code }) => [code, notEnoughForecast(0)]));
  // A date is counted from the newest week; where that is known of nobody it could lie before today.
  const isStale = isBehind([...pooled, ...others], end);
  const weekly = pooled.map(({ points }) => weeklyShares(points, end));
  const fits = weekly.map(fitsOf);
  const tests = testForecasts(weekly, fits);
  const evaluate = (course: ForecastCourse, shares: Weekly, made: readonly (Fit | null)[]) =>
    [course.code, evaluateOne({ end, isStale, shares, made, tests, course })] as const;
  return new Map([
    ...pooled.map((course, unit) => evaluate(course, weekly[unit] ?? [], fits[unit] ?? [])),
    ...others.map((course) => {
      const shares = weeklyShares(course.points, end);
      return evaluate(course, shares, fitsOf(shares));
    }),
  ]);
}

/** What is said of a course with too few known weeks. */
export function notEnoughForecast(points: number): ForecastEvaluation {
  return { kind: 'notEnoughData', points, neededPoints: FORECAST_NEEDED_POINTS };
}

function evaluateOne(asked: {
  readonly end: Day;
  readonly isStale: boolean;
  readonly shares: Weekly;
  readonly made: readonly (Fit | null)[];
  readonly tests: readonly (Tested | null)[];
  readonly course: ForecastCourse;
}): ForecastEvaluation {
  const { end, shares, made, tests, course } = asked;
  const week = shares.findLastIndex((share) => share !== null);
  const fit = fitAt(shares, week);
  if (fit === null) return notEnoughForecast(0);
  const silent = FORECAST_WEEKS - 1 - week;
  const pace: Pace = {
    day: newestKnownDay([course]) ?? end,
    share: fit.share,
    slope: fit.slope,
    units: course.points.at(-1)?.total ?? 0,
    steps: course.steps,
  };
  if (fit.share >= 1) return { kind: 'complete', ...pace };
  if (fit.points < FORECAST_NEEDED_POINTS) return notEnoughForecast(fit.points);
  if (fit.slope <= 0) return { kind: 'noProgress', ...pace };
  if (silent > 0 || asked.isStale) return { kind: 'withheld', cause: 'silent', ...pace };
  if (isOneSided(shares, made)) return { kind: 'withheld', cause: 'oneSided', ...pace };
  return lookAhead({ fit, tests, pace, end });
}

function lookAhead({
  fit,
  tests,
  pace,
  end,
}: {
  readonly fit: Fit;
  readonly tests: readonly (Tested | null)[];
  readonly pace: Pace;
  readonly end: Day;
}): ForecastEvaluation {
  const ahead = tests.flatMap((tested, index): AheadPoint[] => {
    if (tested === null) return [];
    const weeks = index + 1;
    return [{ day: weeksAfter(end, weeks), weeks, tested, ...rangeAhead(fit, tested, weeks) }];
  });
  const furthest = ahead.at(-1);
  if (furthest === undefined) return { kind: 'withheld', cause: 'untested', ...pace };
  const { closing, points } = fit;
  // Half a step short is the whole.
  const whole = 1 - 0.5 / (pace.units * pace.steps);
  const first = (end: 'share' | 'low' | 'high') => ahead.find((point) => point[end] >= whole);
  const earliest = first('high')?.day ?? null;
  const told = first('share');
  if (told === undefined || earliest === null)
    return { kind: 'beyondHorizon', ...pace, closing, points, ahead, told: furthest, earliest };
  const latest = first('low')?.day ?? null;
  return { kind: 'date', ...pace, closing, points, ahead, told, completion: told.day, earliest, latest };
}

/** The sentences behind a forecast: the pace, then the date and how it was tested, or why there is none. */
export function explainForecast(evaluation: ForecastEvaluation, of: ForecastOf): Reason[] {
  switch (evaluation.kind) {
    case 'notEnoughData': {
      const { points, neededPoints } = evaluation;
      return [reason('reason.forecast.notEnoughData', { cuts: points, neededCuts: neededPoints })];
    }
    case 'complete':
      return [reason('reason.forecast.complete', { lastDay: evaluation.day })];
    case 'noProgress':
      return [reason('reason.forecast.noProgress', standing(evaluation))];
    case 'withheld':
      return [explainPace(evaluation, of), reason(`reason.forecast.withheld.${evaluation.cause}`, {})];
    default:
      return [explainAhead(evaluation), explainPace(evaluation, of)];
  }
}

/**
 * How the expected share comes about, for whoever works it out again: by the factor that the gap keeps a week, or without
 * one; of what is the share made. Nothing of a course of which nothing is known.
 */
export function explainMethod(evaluation: ForecastEvaluation, of: ForecastOf): Reason[] {
  if (evaluation.kind === 'notEnoughData') return [];
  const made = reason(`reason.forecast.share.${of}`, {});
  if (evaluation.kind === 'complete') return [made];
  if (!('told' in evaluation)) return [made, reason('reason.forecast.method.none', {})];
  const { told, closing, slope, points } = evaluation;
  switch (told.tested.method) {
    case 'gap':
      return [made, reason('reason.forecast.method.gap', { kept: Math.exp(closing), weeks: points })];
    case 'linear':
      return [made, reason('reason.forecast.method.linear', { perWeek: slope, weeks: points })];
    case 'still':
      return [made, reason('reason.forecast.method.still', {})];
  }
}

function standing({ share, day }: Pace) {
  return { share, lastDay: day };
}

/** What a week adds and what is left, in communes of a place, in shares of a group's progress. */
export function paceOf({ slope, share, units }: Pace, of: ForecastOf) {
  const unit = of === 'communes' ? units : 1;
  // Shares come from whole communes: what is left of them is whole too.
  const left = (1 - share) * unit;
  return { perWeek: slope * unit, left: of === 'communes' ? Math.round(left) : left };
}

function explainPace(pace: Pace, of: ForecastOf): Reason {
  return reason(`reason.forecast.pace.${of}`, { ...standing(pace), ...paceOf(pace, of) });
}

function explainAhead(evaluation: Extract<ForecastEvaluation, Ahead>): Reason {
  const { told } = evaluation;
  const { origins, tries, hits } = told.tested;
  const tested = { origins, tries, hitRate: hits / tries };
  if (evaluation.kind === 'beyondHorizon') {
    const { weeks, share, low, high } = told;
    const values = { weeks, until: told.day, expected: share, low, high, ...tested };
    return reason('reason.forecast.beyondHorizon', values);
  }
  const { completion, earliest, latest } = evaluation;
  return latest === null
    ? reason('reason.forecast.dateOpen', {
        completion,
        earliest,
        until: evaluation.ahead.at(-1)?.day ?? '',
        ...tested,
      })
    : reason('reason.forecast.date', { completion, earliest, latest, ...tested });
}
