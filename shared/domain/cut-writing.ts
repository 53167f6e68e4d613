import { addDays, type Day, dayNumber, lastDayOfMonth, mondayOf } from './periods.ts';

type Parts = readonly (string | undefined)[];

/** How offices write a day or a month; the year has four figures, or two of this century after a day. */
const WRITINGS: readonly (readonly [RegExp, (parts: Parts) => string])[] = [
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/, ([, day, month, year]) => `${year}-${two(month)}-${two(day)}`],
  [/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})$/, ([, day, month, year]) => `20${year}-${two(month)}-${two(day)}`],
  [/^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})\b/, ([, year, month, day]) => `${year}-${two(month)}-${two(day)}`],
  [/^(20\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])$/, ([, year, month, day]) => `${year}-${month}-${day}`],
  [
    /^(?:ngày\s*)?(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})$/i,
    ([, day, month, year]) => `${year}-${two(month)}-${two(day)}`,
  ],
  [/^(?:tháng\s*|t\s*)?(\d{1,2})\s*[/.-]\s*(\d{4})$/i, ([, month, year]) => `${year}-${two(month)}`],
  [/^tháng\s*(\d{1,2})\s*(?:,\s*)?năm\s*(\d{4})$/i, ([, month, year]) => `${year}-${two(month)}`],
  [/^(\d{4})[/.](\d{1,2})$/, ([, year, month]) => `${year}-${two(month)}`],
];

/**
 * yyyy-mm-dd or yyyy-mm of a day or month as Vietnamese offices write it; every other text as it stands, for the
 * calendar to know or to ask about (a code, a quarter, a month without its year, month before day).
 */
export function cutOfWriting(text: string): string {
  const plain = text.trim().replace(NAMED_DAY, '');
  const last = lastOfRange(plain);
  if (last !== null) return last;
  for (const [writing, read] of WRITINGS) {
    const parts = plain.match(writing);
    if (parts !== null) return read(parts);
  }
  return text;
}

/** As we write a cut's name, 'tuần 07/12/2026', or its days, 'kỳ 01-07/12/2026'; not 'Tuần 12/2026'. */
const NAMED_DAY =
  /^(?:kỳ|tuần|ngày)\s+(?=\d{1,2}[/.-]\d{1,2}[/.\s–—-].*\d{4}$|\d{1,2}\s*[–—-]\s*\d{1,2}[/.])/iu;

const RANGE = /^(\d{1,2})(?:[/.](\d{1,2}))?(?:[/.](\d{4}))?\s*[-–—]\s*(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const DAYS_OF_WEEK = 7;

/** '01/12-07/12/2026', '01–07/12/2026': seven days are the week of the last of them, a whole month is that month. */
function lastOfRange(text: string): string | null {
  const [, day, month, year, lastDay, lastMonth, lastYear] = RANGE.exec(text) ?? [];
  if (day === undefined) return null;
  const from = `${year ?? lastYear}-${two(month ?? lastMonth)}-${two(day)}`;
  const to = `${lastYear}-${two(lastMonth)}-${two(lastDay)}`;
  const days = (dayNumber(to) ?? Number.NaN) - (dayNumber(from) ?? Number.NaN) + 1;
  if (days === DAYS_OF_WEEK) return to;
  const isMonth = from.endsWith('-01') && to === lastDayOfMonth(from.slice(0, 7));
  return isMonth ? from.slice(0, 7) : null;
}

const NUMBERED = /^tuần\s*(?:thứ\s*|số\s*)?(\d{1,2})(?:\s*[/.-]?\s*(?:năm\s*)?(\d{4}))?$/iu;

/**
 * The Monday of 'Tuần 49/2026', so that the cuts near it can be named: a week is called by the day of its report, and
 * offices count weeks in more than one way. Without a year that of `today`; null for anything else.
 */
export function mondayOfNumbered(text: string, today: Day): Day | null {
  const [, number, year = today.slice(0, 4)] = NUMBERED.exec(text.trim()) ?? [];
  const fourth = `${year}-01-04`;
  if (number === undefined || dayNumber(fourth) === null) return null;
  return addDays(mondayOf(fourth), DAYS_OF_WEEK * (Number(number) - 1));
}

function two(text: string | undefined): string {
  return (text ?? '').padStart(2, '0');
}
