import {
  type Fit,
  FORECAST_METHODS,
  FORECAST_NEEDED_POINTS,
  FORECAST_WEEKS,
  type ForecastMethod,
  fitAt,
  shareAhead,
  type Weekly,
  within,
} from './forecast-course.ts';

/** The range is to hold this share of what comes; a test that hits outside the limits is failed. */
export const FORECAST_NOMINAL = 0.8;
export const FORECAST_HITS_FROM = 0.7;
export const FORECAST_HITS_TO = 0.9;
/** Earlier weeks at which the forecast was made again and compared with what came. */
export const FORECAST_ORIGINS = 5;
const ORIGINS_AT_MOST = 12;
/** A range is taken from at least so many weeks and errors: of eight groups there are fewer than of provinces. */
const ERROR_WEEKS = 3;
const ERRORS_FROM = 16;
const ERRORS_TO = 40;
/** Weeks that the pace, the range and the test use up before a horizon of nought could be tested. */
const USED_WEEKS = 9;
const NEWEST = FORECAST_WEEKS - 1;
/** A unit whose last errors all lie on one side moves in a way that the pooled errors do not know. */
const ONE_SIDED = 6;
/** Rounding of a course that moves as forecast. */
const NO_ERROR = 1e-9;

/** How a method stood the test so many weeks ahead; errors are in units of the scale of a share. */
export interface Tested {
  readonly method: ForecastMethod;
  readonly low: number;
  readonly high: number;
  readonly origins: number;
  readonly tries: number;
  readonly hits: number;
  /** Of the ranges of the test, in shares. */
  readonly width: number;
}

/** Forecasts of units of one kind: by unit, then by week; null where none can be made. */
export type Fits = readonly (readonly (Fit | null)[])[];

/** The errors are pooled in these units: the nearer to 100%, the smaller they are. */
function scaleOf(share: number): number {
  return Math.sqrt(1 - share + 0.03);
}

/** What can be forecast of a course week by week; a week at 100% has nothing left to forecast. */
export function fitsOf(weekly: Weekly): (Fit | null)[] {
  return weekly.map((_, week) => {
    const fit = fitAt(weekly, week);
    return fit === null || fit.points < FORECAST_NEEDED_POINTS || fit.share >= 1 ? null : fit;
  });
}

/** Weeks ahead that this much history can test: half of what is left after 9. */
function testableWeeks(courses: readonly Weekly[]): number {
  const first = courses
    .map((weekly) => weekly.findIndex((share) => share !== null))
    .filter((week) => week >= 0);
  return first.length === 0
    ? 0
    : Math.max(0, Math.floor((FORECAST_WEEKS - Math.min(...first) - USED_WEEKS) / 2));
}

/**
 * For each number of weeks ahead (1 first) the method whose ranges held 70 to 90% of what came, over the last 12
 * weeks they could be tried at: the shrinking gap if it passes, else the narrowest of those that do, else null.
 */
export function testForecasts(courses: readonly Weekly[], fits: Fits): (Tested | null)[] {
  const [usual, ...others] = FORECAST_METHODS;
  return Array.from({ length: testableWeeks(courses) }, (_, index) => {
    const test = (method: ForecastMethod) => testMethod(attemptOf(courses, fits, method, index + 1));
    const first = test(usual);
    if (first !== null) return first;
    const passed = others.map(test).filter((one) => one !== null);
    return passed.sort((left, right) => left.width - right.width)[0] ?? null;
  });
}

interface Attempt {
  readonly courses: readonly Weekly[];
  readonly fits: Fits;
  readonly method: ForecastMethod;
  readonly weeks: number;
  /** Of all units, by the week the forecast was made at. */
  readonly errors: readonly (readonly number[])[];
}

function attemptOf(courses: readonly Weekly[], fits: Fits, method: ForecastMethod, weeks: number): Attempt {
  const errors = Array.from({ length: FORECAST_WEEKS }, (_, week) =>
    fits.flatMap((made, unit) => errorOf(made[week], courses[unit]?.[week + weeks], method, weeks) ?? []),
  );
  return { courses, fits, method, weeks, errors };
}

/** Null where it was not tried often enough, or hit too seldom or too often. */
function testMethod(attempt: Attempt): Tested | null {
  const now = errorRange(attempt, NEWEST);
  if (now === null) return null;
  const count = { origins: 0, tries: 0, hits: 0, width: 0 };
  for (let week = NEWEST - attempt.weeks; week >= 0 && count.origins < ORIGINS_AT_MOST; week -= 1) {
    tryAt(attempt, week, count);
  }
  const { origins, tries, hits, width } = count;
  const rate = hits / tries;
  if (origins < FORECAST_ORIGINS || rate < FORECAST_HITS_FROM || rate > FORECAST_HITS_TO) return null;
  return { method: attempt.method, ...now, origins, tries, hits, width: width / tries };
}

/** Makes the forecasts of that week with what was known then, and compares them with what came. */
function tryAt(
  attempt: Attempt,
  week: number,
  count: { origins: number; tries: number; hits: number; width: number },
): void {
  const range = errorRange(attempt, week);
  if (range === null) return;
  const { courses, fits, method, weeks } = attempt;
  const before = count.tries;
  courses.forEach((weekly, unit) => {
    const fit = fits[unit]?.[week];
    const came = weekly[week + weeks];
    if (fit == null || came == null) return;
    const { low, high } = rangeAhead(fit, { method, ...range }, weeks);
    count.tries += 1;
    count.hits += came >= low - NO_ERROR && came <= high + NO_ERROR ? 1 : 0;
    count.width += high - low;
  });
  if (count.tries > before) count.origins += 1;
}

/** Expected share and both ends of the range so many weeks after a fit, 0..1. */
export function rangeAhead(
  fit: Fit,
  { method, low, high }: Pick<Tested, 'method' | 'low' | 'high'>,
  weeks: number,
): { readonly share: number; readonly low: number; readonly high: number } {
  const share = shareAhead(fit, method, weeks);
  const scale = scaleOf(fit.share);
  return { share, low: within(share + low * scale), high: within(share + high * scale) };
}

/**
 * Split-conformal: the tenth and ninetieth of a hundred errors whose outcome was known by that week. The expected
 * share itself lies in the range. Null where there are too few errors.
 */
function errorRange(attempt: Attempt, week: number): { readonly low: number; readonly high: number } | null {
  const known = attempt.errors
    .slice(0, Math.max(0, week - attempt.weeks + 1))
    .filter((errors) => errors.length > 0);
  const errors = known.flat();
  const { length } = errors;
  const needed = Math.max(ERRORS_FROM, Math.min(ERRORS_TO, 2 * attempt.courses.length));
  if (known.length < ERROR_WEEKS || length < needed) return null;
  errors.sort((left, right) => left - right);
  const tail = (1 - FORECAST_NOMINAL) / 2;
  const low = errors[Math.floor(tail * (length + 1)) - 1] ?? 0;
  const high = errors[Math.ceil((1 - tail) * (length + 1)) - 1] ?? 0;
  return { low: Math.min(0, low), high: Math.max(0, high) };
}

/** What came, less what was expected, in units of the scale; null where either is missing. */
function errorOf(
  fit: Fit | null | undefined,
  came: number | null | undefined,
  method: ForecastMethod,
  weeks: number,
): number | null {
  if (fit == null || came == null) return null;
  return (came - shareAhead(fit, method, weeks)) / scaleOf(fit.share);
}

/** True where the usual method erred to one and the same side in the last six weeks it was made for the next. */
export function isOneSided(weekly: Weekly, fits: readonly (Fit | null)[]): boolean {
  const errors = fits.flatMap((fit, week) => errorOf(fit, weekly[week + 1], FORECAST_METHODS[0], 1) ?? []);
  const last = errors.slice(-ONE_SIDED);
  return (
    last.length === ONE_SIDED &&
    (last.every((error) => error > NO_ERROR) || last.every((error) => error < -NO_ERROR))
  );
}
