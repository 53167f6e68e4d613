import { dayFromNumber, dayNumber } from '#shared/domain/periods.ts';

// Day 0 of the two epochs; Excel's 1900 system believes in 1900-02-29 (serial 60), as Lotus 1-2-3 did.
const EPOCH_1900 = dayNumber('1899-12-30') ?? 0;
const EPOCH_1904 = dayNumber('1904-01-01') ?? 0;
const MINUTES_PER_DAY = 1440;

/**
 * The day of a date serial as yyyy-mm-dd, with Thh:mm when it has a time of day; null when the serial is no day.
 * Whole-number arithmetic: no time zone can shift it. Source: ECMA-376 part 1, 18.17.4.
 */
export function dateFromSerial(serial: number, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < (is1904 ? 0 : 1) || serial > 2_958_465) return null;
  const minutes = Math.round((serial - Math.floor(serial)) * MINUTES_PER_DAY);
  const day = Math.floor(serial) + (minutes === MINUTES_PER_DAY ? 1 : 0);
  // Before the day that never was, the 1900 system is one day behind.
  const shift = is1904 ? EPOCH_1904 : EPOCH_1900 + (day < 60 ? 1 : 0);
  const date = dayFromNumber(shift + day);
  const ofDay = minutes % MINUTES_PER_DAY;
  return ofDay === 0 ? date : `${date}T${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

export type NumberLook = 'plain' | 'date' | 'percent';

/** What a number format shows. Built-in date formats: 14-22, 27-36, 45-47, 50-58; percent: 9, 10 (18.8.30). */
export function lookOfFormat(id: number, code: string | undefined): NumberLook {
  if (code === undefined) {
    if (id === 9 || id === 10) return 'percent';
    const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47);
    return isDate || (id >= 50 && id <= 58) ? 'date' : 'plain';
  }
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '');
  if (bare.includes('%')) return 'percent';
  return /[ymdhs]/i.test(bare) ? 'date' : 'plain';
}
