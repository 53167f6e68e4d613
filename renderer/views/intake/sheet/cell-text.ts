import type { Formatter } from '#shared/text/format.ts';

/** Decimals that a cell shows; the panel beside the sheet shows what it holds. */
const DIGITS = 6;

/** A cell as a person writes it: 1.234,5, 59,7%, 31/12/2025; text as it stands. */
export function cellText(
  text: string | null | undefined,
  kind: string | undefined,
  format: Formatter,
): string {
  if (text === null || text === undefined) return '';
  switch (kind?.toLowerCase()) {
    case 'n':
      return numberText(Number(text), format);
    case 'p':
      return `${numberText(Number(text) * 100, format)}%`;
    case 'd':
      return text.includes('T')
        ? `${format.date(text.slice(0, 10))} ${text.slice(11, 16)}`
        : format.date(text);
    case 'b':
      return text.toUpperCase();
    default:
      return text;
  }
}

/** A year and a code are no amounts: whole numbers below ten thousand go without separators. */
function numberText(number: number, format: Formatter): string {
  if (!Number.isFinite(number)) return '';
  return Number.isInteger(number) && Math.abs(number) < 10_000
    ? String(number)
    : format.number(number, DIGITS);
}

export const isNumeric = (kind: string | undefined): boolean => /^[npd]$/i.test(kind ?? '');
