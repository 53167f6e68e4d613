import type { CutKind } from './model.ts';

/** yyyy-mm-dd in Asia/Ho_Chi_Minh. */
export type Day = string;

/** What names a cut and places it in time; `start` is a day, `asOf` a UTC instant (ISO, milliseconds). */
export interface CutPeriod {
  readonly code: string;
  readonly kind: CutKind;
  readonly start: Day;
  readonly asOf: string;
}

const DAY_MS = 86_400_000;
// Vietnam has had no daylight saving time since 1975: UTC+7 all year (IANA tz, Asia/Ho_Chi_Minh).
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
/** Weekly, daily and monthly cuts speak of 16:00, the hour of the published reports. */
export const CUT_HOUR = 16;

const DAY_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

// A recompute asks for the same few hundred days a hundred thousand times.
const knownDays = new Map<Day, number | null>();
const KNOWN_DAYS_AT_MOST = 10_000;

/** Days since 1970-01-01, or null when the text is no real day (2025-02-30 is none). */
export function dayNumber(day: Day): number | null {
  const known = knownDays.get(day);
  if (known !== undefined) return known;
  const number = parseDay(day);
  if (knownDays.size < KNOWN_DAYS_AT_MOST) knownDays.set(day, number);
  return number;
}

function parseDay(day: Day): number | null {
  const parts = DAY_SHAPE.exec(day);
  if (parts === null) return null;
  const milliseconds = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  const number = milliseconds / DAY_MS;
  return dayFromNumber(number) === day ? number : null;
}

/** The day that many days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

function requireDay(day: Day): number {
  const number = dayNumber(day);
  if (number === null) throw new RangeError(`Not a day as yyyy-mm-dd: ${day}`);
  return number;
}

/** Whole days from the first day to the second, negative when it lies before. RangeError for no real day. */
export function daysBetween(from: Day, to: Day): number {
  return requireDay(to) - requireDay(from);
}

/** The day that many days later. RangeError for no real day. */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(requireDay(day) + days);
}

/** The day it is in Vietnam at this instant. RangeError when the text is no instant. */
export function vietnamDay(instant: string): Day {
  return new Date(requireInstant(instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10);
}

/** Hours and minutes (HH:mm) on the clock in Vietnam at this instant. */
export function vietnamTime(instant: string): string {
  return new Date(requireInstant(instant) + VIETNAM_OFFSET_MS).toISOString().slice(11, 16);
}

function requireInstant(instant: string): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) throw new RangeError(`Not an instant in ISO form: ${instant}`);
  return milliseconds;
}

/** The UTC instant (ISO, milliseconds) of a clock time on a day in Vietnam. */
export function vietnamInstant(day: Day, hour: number, minute = 0): string {
  const local = requireDay(day) * DAY_MS + hour * 3_600_000 + minute * 60_000;
  return new Date(local - VIETNAM_OFFSET_MS).toISOString();
}

/** The Monday of the week the day lies in. */
export function mondayOf(day: Day): Day {
  // 1970-01-01 was a Thursday, so day number + 3 counts from a Monday.
  const number = requireDay(day);
  return dayFromNumber(number - ((((number + 3) % 7) + 7) % 7));
}

/** The last day of a month given as yyyy-mm. RangeError when it is no month. */
export function lastDayOfMonth(month: string): Day {
  const first = requireDay(`${month}-01`);
  const next = dayFromNumber(first + 31).slice(0, 7);
  return dayFromNumber(requireDay(`${next}-01`) - 1);
}

/** Fraction 0..1 of the way from start to end that has passed on the day; 1 when both are the same day. */
export function elapsedShare(start: Day, end: Day, day: Day): number {
  const length = daysBetween(start, end);
  if (length <= 0) return daysBetween(end, day) >= 0 ? 1 : 0;
  return Math.min(1, Math.max(0, daysBetween(start, day) / length));
}
