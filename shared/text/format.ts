import { type Day, vietnamDay, vietnamTime } from '#shared/domain/periods.ts';

/** The languages of the screens; Vietnamese is the first and the default. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** BCP 47 tags that fix the separators: 1.234,56 in Vietnamese, 1,234.56 in English. */
const TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** Shown for a value that is not there. Never '0', which is a value. */
export const NO_VALUE = '–';

type Maybe = number | null | undefined;

/** Writes numbers, fractions and times for a person; every null becomes a dash, never a zero. */
export interface Formatter {
  readonly locale: Locale;
  /** dd/MM/yyyy from yyyy-mm-dd or from a UTC instant, on the calendar of Viet Nam. */
  readonly date: (dayOrInstant: string | null | undefined) => string;
  /** HH:mm of a UTC instant on the clock in Viet Nam. */
  readonly time: (instant: string) => string;
  /** dd/MM/yyyy HH:mm of a UTC instant in Viet Nam. */
  readonly dateTime: (instant: string) => string;
  /** dd/MM of a UTC instant or a day: for the axis of a chart. */
  readonly dayAndMonth: (dayOrInstant: string) => string;
  /** MM/yyyy from a month cut's start (yyyy-mm-dd) or from yyyy-mm. */
  readonly month: (start: string) => string;
  /** Grouped number with at most `digits` decimals (default 0). */
  readonly number: (value: Maybe, digits?: number) => string;
  /** A fraction (0..1) as a percentage with at most `digits` decimals (default 1); 100% only when it is all. */
  readonly percent: (fraction: Maybe, digits?: number) => string;
  /** A change of a count with its sign: +12, −3, 0 (true minus sign). */
  readonly signed: (value: Maybe) => string;
  /** A change of a fraction in percentage points with its sign: +1,2. */
  readonly signedPoints: (fraction: Maybe, digits?: number) => string;
}

/** The formatter of a language. Building one is cheap but not free: keep it per language. */
export function createFormatter(locale: Locale): Formatter {
  const withDigits = digitCache(TAGS[locale]);
  const number = (value: Maybe, digits = 0): string =>
    isMissing(value) ? NO_VALUE : withDigits(digits).format(value);
  const signed = (value: Maybe, digits: number): string => {
    if (isMissing(value)) return NO_VALUE;
    const text = withDigits(digits).format(Math.abs(value));
    const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
    return isZero ? text : `${value > 0 ? '+' : '−'}${text}`;
  };
  return {
    locale,
    date: formatDay,
    time: vietnamTime,
    dateTime: (instant) => `${formatDay(instant)} ${vietnamTime(instant)}`,
    dayAndMonth: (dayOrInstant) => formatDay(dayOrInstant).slice(0, 5),
    month: (start) => `${start.slice(5, 7)}/${start.slice(0, 4)}`,
    number,
    percent: (fraction, digits = 1) =>
      isMissing(fraction) ? NO_VALUE : `${number(honestPercent(fraction, digits), digits)}%`,
    signed: (value) => signed(value, 0),
    signedPoints: (fraction, digits = 1) => signed(isMissing(fraction) ? null : fraction * 100, digits),
  };
}

function isMissing(value: Maybe): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value);
}

function digitCache(tag: string): (digits: number) => Intl.NumberFormat {
  const formats = new Map<number, Intl.NumberFormat>();
  return (digits) => {
    const known = formats.get(digits);
    if (known !== undefined) return known;
    const created = new Intl.NumberFormat(tag, { maximumFractionDigits: digits, useGrouping: 'always' });
    formats.set(digits, created);
    return created;
  };
}

/**
 * Percent of a fraction, rounded so that it never claims what is not so: 3,320 of 3,321 is not 100%, and one of
 * 100,000 is not 0%. Both are cut to the nearest step that is still true.
 */
function honestPercent(fraction: number, digits: number): number {
  const step = 10 ** -digits;
  const rounded = Number((fraction * 100).toFixed(digits));
  if (rounded >= 100 && fraction < 1) return 100 - step;
  if (rounded === 0 && fraction > 0) return step;
  return rounded;
}

function formatDay(dayOrInstant: string | null | undefined): string {
  if (dayOrInstant === null || dayOrInstant === undefined || dayOrInstant === '') return NO_VALUE;
  const day: Day = dayOrInstant.length === 10 ? dayOrInstant : vietnamDay(dayOrInstant);
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
