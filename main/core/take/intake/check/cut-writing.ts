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
  for (const [writing, read] of WRITINGS) {
    const parts = text.match(writing);
    if (parts !== null) return read(parts);
  }
  return text;
}

function two(text: string | undefined): string {
  return (text ?? '').padStart(2, '0');
}
