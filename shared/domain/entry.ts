import type { Figure, IndicatorKind } from './model.ts';

/** A cell of the entry grid is one part of a figure. */
export type EntryPart = keyof Figure;

/** The cells of an indicator, in the order of the columns. */
export function entryParts(kind: IndicatorKind): readonly EntryPart[] {
  return kind === 'ratio' ? ['numerator', 'denominator'] : ['value'];
}

const MET = ['1', 'c', 'có', 'co', 'y', 'yes', 'x', 'đạt', 'dat'];
const NOT_MET = ['0', 'k', 'không', 'khong', 'ko', 'n', 'no', 'chưa', 'chua'];

/**
 * What a person typed, as it is kept: without spaces at its ends; a criterion as 1 or 0 where it is one of the short ways
 * to say so. Everything else is kept as typed and judged like the cell of a file.
 */
export function settleEntry(kind: IndicatorKind, typed: string): string {
  const text = typed.normalize('NFC').trim();
  if (kind !== 'criterion') return text;
  const word = text.toLowerCase();
  if (MET.includes(word)) return '1';
  return NOT_MET.includes(word) ? '0' : text;
}

/** The text of a part of a figure in force, as if it had been typed; empty where it has none. */
export function entryText(figure: Figure | null | undefined, kind: IndicatorKind, part: EntryPart): string {
  if (figure == null) return '';
  if (kind !== 'ratio') return figure.value === null ? '' : String(figure.value);
  // A rate that came without its counts stands where the count would, with its sign.
  if (part === 'numerator' && figure.numerator === null && figure.value !== null)
    return `${Number((figure.value * 100).toFixed(6))}%`.replace('.', ',');
  const count = part === 'numerator' ? figure.numerator : figure.denominator;
  return count === null ? '' : String(count);
}
