import { cutOfTitle } from './title-cut.ts';

/**
 * 'Tháng 12 năm 2025', 'Tháng 12/2025', 'T12/2025', '12/2025', 'tháng 12'. Not the day of signing ('ngày 05 tháng 12 năm
 * 2025'), and not what is added up to a month or held against one ('lũy kế đến tháng 12', 'so với tháng 11').
 */
const MONTH =
  /(?<!ngày\s*\d{1,2}\s*)(?<![\p{Letter}\d./-])(?:(?:trong\s+)?tháng\s*(?:0?[1-9]|1[0-2])(?:\s*(?:[/.-]|,?\s*năm)\s*20\d{2})?|t\s?(?:0?[1-9]|1[0-2])\s*[/.-]\s*20\d{2}|(?:0?[1-9]|1[0-2])\s*[/.-]\s*20\d{2})(?![\p{Letter}\d]|[/.-]\d)/giu;
/** 'T12' says a month only where it is all that is said. */
const SHORT_ALONE = /^t\s?(?:0?[1-9]|1[0-2])$/iu;
const OF_MORE = /(?:đến|từ|so với|lũy kế|luỹ kế|cùng kỳ|trước|hết)\s*$/iu;

/** A text of a header that names its month: the month as it is written, and what else it says. */
export interface NamedMonth {
  readonly month: string;
  readonly rest: string;
}

/** null where it names none, or several. */
export function monthIn(text: string): NamedMonth | null {
  if (SHORT_ALONE.test(text)) return { month: text, rest: '' };
  // Every header of every row that may be one is asked.
  if (!/\d/.test(text)) return null;
  const [found, ...others] = text.matchAll(MONTH);
  if (found === undefined || others.length > 0) return null;
  const before = text.slice(0, found.index);
  if (OF_MORE.test(before)) return null;
  const behind = text.slice(found.index + found[0].length);
  const rest = `${before} ${behind}`
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    month: found[0].replace(/^trong\s+/iu, ''),
    rest: rest.replace(/^[\s:,;–-]+|[\s:,;–-]+$/g, ''),
  };
}

/** The text with a word in the place of its month, so that the header of the next month is the same. */
export function withoutMonth(text: string): string {
  const named = monthIn(text);
  return named === null ? text : `${named.rest} tháng`.trim();
}

/**
 * A month without its year, with the one year that the texts above the table name; as it stands where they name none or
 * several, or an earlier month of that year: 'Tháng 12' below 'tháng 01 năm 2026' is of the year before.
 */
export function withYear(month: string, titles: readonly string[]): string {
  if (/\d{4}/.test(month)) return month;
  const years = new Set(
    titles.flatMap((text) =>
      [...text.matchAll(/(?:năm\s*|[/.-]\s*)(20\d{2})(?!\d)/giu)].map(([, year]) => year),
    ),
  );
  const [year] = years;
  if (years.size !== 1 || year === undefined) return month;
  const number = Number(/\d+/.exec(month)?.[0]);
  const until = Number(cutOfTitle(titles)?.slice(5, 7) ?? 12);
  return number > until ? month : `${number}/${year}`;
}
