import { type Day, vietnamDay, vietnamTime } from '#shared/domain/periods.ts';

/** The languages of the screens; Vietnamese is the first and the default. */
export const LOCALES = ['vi', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** BCP 47 tags that fix the separators: 1.234,56 in Vietnamese, 1,234.56 in English. */
const TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' };

/** Shown for a value that is not there. Never '0', which is a value. */
export const NO_VALUE = '–';

type Maybe = number | null | undefined;
type Values = readonly Maybe[];

/** Decimals of a percentage, those of the published reports. */
const SHARE_DIGITS = 2;
/** Whatever stands closer to a threshold is the threshold for a reader. */
const MOST_DIGITS = 6;

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
  /** Grouped number with at most `digits` decimals (default 0), more where it would else cross a threshold. */
  readonly number: (value: Maybe, digits?: number, thresholds?: Values) => string;
  /** The same for a column: every number of it with the same decimals. */
  readonly numbers: (column: Values, digits?: number, thresholds?: Values) => (value: Maybe) => string;
  /**
   * A fraction (0..1) as a percentage with two decimals, alone as in a column; none where it is whole, more where it
   * would else cross a threshold; 100% only when it is all, 0% only when it is none.
   */
  readonly percent: (fraction: Maybe, thresholds?: Values) => string;
  /** The same for a column: every share of it with the same decimals. */
  readonly percents: (column: Values, thresholds?: Values) => (fraction: Maybe) => string;
  /** A change of a count with its sign: +12, −3, 0 (true minus sign); of means with their decimals. */
  readonly signed: (value: Maybe, digits?: number) => string;
  /** A change of a fraction in percentage points with its sign: +1,25. */
  readonly signedPoints: (fraction: Maybe) => string;
  /** The same for a column: every change of it with the same decimals. */
  readonly changes: (column: Values) => (fraction: Maybe) => string;
}

/** The formatter of a language. Building one is cheap but not free: keep it per language. */
export function createFormatter(locale: Locale): Formatter {
  const withDigits = digitCache(TAGS[locale]);
  const numbers: Formatter['numbers'] = (column, digits = 0, thresholds = []) => {
    const shown = commonDigits(column, digits, thresholds, rounded);
    return (value) => (isMissing(value) ? NO_VALUE : withDigits(shown).format(rounded(value, shown)));
  };
  const percents: Formatter['percents'] = (column, thresholds = []) => {
    const needed = commonDigits(
      column.map(inPercent),
      SHARE_DIGITS,
      thresholds.map(inPercent),
      honestPercent,
    );
    const shown = needed === 0 ? 0 : Math.max(needed, SHARE_DIGITS);
    return (fraction) => {
      const percent = inPercent(fraction);
      return percent === null ? NO_VALUE : `${withDigits(shown).format(honestPercent(percent, shown))}%`;
    };
  };
  const signed = (column: Values, digits: number): ((value: Maybe) => string) => {
    const write = numbers(
      column.map((value) => (isMissing(value) ? null : Math.abs(value))),
      digits,
    );
    return (value) => {
      if (isMissing(value)) return NO_VALUE;
      const text = write(Math.abs(value));
      const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
      return isZero ? text : `${value > 0 ? '+' : '−'}${text}`;
    };
  };
  const changes: Formatter['changes'] = (column) => {
    const write = signed(column.map(inPercent), SHARE_DIGITS);
    return (fraction) => write(inPercent(fraction));
  };
  return {
    locale,
    date: formatDay,
    time: vietnamTime,
    dateTime: (instant) => `${formatDay(instant)} ${vietnamTime(instant)}`,
    dayAndMonth: (dayOrInstant) => formatDay(dayOrInstant).slice(0, 5),
    month: (start) => `${start.slice(5, 7)}/${start.slice(0, 4)}`,
    numbers,
    number: (value, digits, thresholds) => numbers([value], digits, thresholds)(value),
    percents,
    percent: (fraction, thresholds) => percents([fraction], thresholds)(fraction),
    signed: (value, digits = 0) => signed([value], digits)(value),
    changes,
    signedPoints: (fraction) => changes([fraction])(fraction),
  };
}

/**
 * How far two numbers are apart as they are written beside it, so that a reader can subtract: 90.94% and 57.90% are 33.04
 * points apart, whatever was cut off from each. Shares are fractions and so is their difference; null where one is unknown.
 */
export function writtenDifference(one: Maybe, other: Maybe, digits?: number): number | null {
  if (isMissing(one) || isMissing(other)) return null;
  if (digits !== undefined) return rounded(rounded(one, digits) - rounded(other, digits), digits);
  const [first, second] = [one, other].map((share) => honestPercent(inPercent(share) ?? 0, SHARE_DIGITS));
  return rounded(((first ?? 0) - (second ?? 0)) / 100, SHARE_DIGITS + 2);
}

function isMissing(value: Maybe): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value);
}

function digitCache(tag: string): (digits: number) => Intl.NumberFormat {
  const formats = new Map<number, Intl.NumberFormat>();
  return (digits) => {
    const known = formats.get(digits);
    if (known !== undefined) return known;
    const created = new Intl.NumberFormat(tag, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'always',
    });
    formats.set(digits, created);
    return created;
  };
}

type Round = (value: number, digits: number) => number;

/**
 * The decimals that all values share: no more than any of them needs, at most `least` unless rounding would put one
 * on a threshold, or on its other side, where it does not stand.
 */
function commonDigits(values: Values, least: number, thresholds: Values, round: Round): number {
  const known = values.filter((value) => !isMissing(value));
  const limits = thresholds.filter((value) => !isMissing(value));
  const crosses = (digits: number) => (value: number) =>
    limits.some((limit) => Math.sign(round(value, digits) - limit) !== Math.sign(value - limit));
  let most = least;
  while (most < MOST_DIGITS && known.some(crosses(most))) most += 1;
  let digits = 0;
  while (digits < most && known.some((value) => round(value, most) !== round(round(value, most), digits))) {
    digits += 1;
  }
  return digits;
}

// Plus zero: nothing is written '-0'.
const rounded: Round = (value, digits) => Number(value.toFixed(digits)) + 0;

/** In percent without the noise of the multiplication: 0.07 is 7, not 7.000000000000001. */
function inPercent(fraction: Maybe): number | null {
  return isMissing(fraction) ? null : rounded(fraction * 100, 9);
}

/**
 * Rounded so that it never claims what is not so: 3,320 of 3,321 is not 100%, and one of 100,000 is not 0%. Both are
 * cut to the nearest step that is still true.
 */
const honestPercent: Round = (percent, digits) => {
  const step = 10 ** -digits;
  const near = rounded(percent, digits);
  if (near >= 100 && percent < 100) return rounded(100 - step, digits);
  if (near === 0 && percent > 0) return step;
  return near;
};

function formatDay(dayOrInstant: string | null | undefined): string {
  if (dayOrInstant === null || dayOrInstant === undefined || dayOrInstant === '') return NO_VALUE;
  const day: Day = dayOrInstant.length === 10 ? dayOrInstant : vietnamDay(dayOrInstant);
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
