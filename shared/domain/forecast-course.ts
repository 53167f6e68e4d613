import { addDays, type Day, daysBetween } from './periods.ts';
import { median } from './quantile.ts';

/** How much was done of how much on a day, and how many of the whole said so; `done` null where nobody did. */
export interface ForecastPoint {
  readonly day: Day;
  readonly done: number | null;
  readonly total: number;
  readonly reported: number;
}
/** The points of one unit, group or country. */
export interface ForecastCourse {
  readonly code: string;
  readonly points: readonly ForecastPoint[];
  /** Steps in which one of the whole is told: a commune is Green or not, a task is done by the percent. */
  readonly steps: number;
}

export type ForecastMethod = 'gap' | 'linear' | 'still';
/** The first is the default; the others stand in for it where it fails its test. */
export const FORECAST_METHODS = ['gap', 'linear', 'still'] as const satisfies ForecastMethod[];
/** Weeks the pace is taken from, and the least of them. */
export const FORECAST_POINTS = 8;
export const FORECAST_NEEDED_POINTS = 4;
/** A year: what lies further back neither sets a pace nor tests one. */
export const FORECAST_WEEKS = 53;
/** Where fewer than this share reported, the week says nothing of how far the work came. */
const KNOWN_FROM = 0.9;
/** Keeps the logarithm finite: a gap closes a little beyond 100%. */
const GAP_FLOOR = 0.01;

/** Shares by week, the last element that of the newest week; null where it is not known. */
export type Weekly = readonly (number | null)[];

function isKnown({ done, total, reported }: ForecastPoint): boolean {
  return done !== null && total > 0 && reported >= KNOWN_FROM * total;
}

/** What is told of a course: its newest known point; where there never was one, the newest of which anything is known. */
export function newestTold(points: readonly ForecastPoint[]): ForecastPoint | null {
  return points.findLast(isKnown) ?? points.findLast(({ done }) => done !== null) ?? null;
}

/** Whether the course is known on a day, too few spoke then, or nobody did. */
export function knownOn(points: readonly ForecastPoint[], day: Day): 'value' | 'fewReported' | 'notReported' {
  const point = points.findLast((one) => one.day === day);
  return point === undefined ? 'notReported' : knownAt(point);
}

/** The same of one point. */
export function knownAt(point: ForecastPoint): 'value' | 'fewReported' | 'notReported' {
  if (point.done === null) return 'notReported';
  return isKnown(point) ? 'value' : 'fewReported';
}

/** The newest day at which any of the courses is known; null when none ever is. */
export function newestKnownDay(courses: readonly ForecastCourse[]): Day | null {
  const days = courses.flatMap(({ points }) => points.filter(isKnown).map(({ day }) => day));
  return days.reduce<Day | null>((newest, day) => (newest === null || day > newest ? day : newest), null);
}

/** Whether a whole week or more has passed since the newest known day, of which too little is known of anybody. */
export function isBehind(courses: readonly ForecastCourse[], newestKnown: Day): boolean {
  return courses.some(({ points }) => points.some(({ day }) => daysBetween(newestKnown, day) >= 7));
}

/** The last known share of each of the weeks that end with `end`, at most a year of them. */
export function weeklyShares(points: readonly ForecastPoint[], end: Day): (number | null)[] {
  const shares = new Array<number | null>(FORECAST_WEEKS).fill(null);
  // Of two points on one day the one that stands later in the input counts.
  const known = points.filter(isKnown).sort((left, right) => daysBetween(right.day, left.day));
  for (const { day, done, total } of known) {
    const week = FORECAST_WEEKS - 1 - Math.floor(daysBetween(day, end) / 7);
    if (week >= 0 && week < FORECAST_WEEKS) shares[week] = (done ?? 0) / total;
  }
  return shares;
}

/** The day `weeks` weeks after the newest known one. */
export function weeksAfter(end: Day, weeks: number): Day {
  return addDays(end, 7 * weeks);
}

/** How a course goes on after a week: its share there, and the pace by each method. */
export interface Fit {
  readonly share: number;
  readonly points: number;
  /** Change of ln(1 - share + 0.01) a week, never above 0. */
  readonly closing: number;
  /** Share a week. */
  readonly slope: number;
}

/** From the last 8 known weeks up to that one; null where it is not known itself. */
export function fitAt(weekly: Weekly, week: number): Fit | null {
  const share = weekly[week] ?? null;
  if (share === null) return null;
  const known: { week: number; share: number; gap: number }[] = [];
  for (let at = week; at >= 0 && known.length < FORECAST_POINTS; at -= 1) {
    const one = weekly[at] ?? null;
    if (one !== null) known.push({ week: at, share: one, gap: gapOf(one) });
  }
  const slopes = (value: (point: (typeof known)[number]) => number) =>
    known.flatMap((later, position) =>
      known
        .slice(position + 1)
        .map((earlier) => (value(later) - value(earlier)) / (later.week - earlier.week)),
    );
  return {
    share,
    points: known.length,
    closing: Math.min(0, median(slopes(({ gap }) => gap))),
    slope: median(slopes((point) => point.share)),
  };
}

function gapOf(share: number): number {
  return Math.log(1 - share + GAP_FLOOR);
}

/** The share that a method expects so many weeks on, 0..1. */
export function shareAhead(fit: Fit, method: ForecastMethod, weeks: number): number {
  switch (method) {
    case 'gap':
      return within(1 + GAP_FLOOR - Math.exp(gapOf(fit.share) + fit.closing * weeks));
    case 'linear':
      return within(fit.share + fit.slope * weeks);
    case 'still':
      return fit.share;
  }
}

export function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
