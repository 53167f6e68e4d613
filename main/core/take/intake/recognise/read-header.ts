import type { Cell, Row } from '../read/table.ts';
import type { HeaderRows } from './chosen.ts';
import type { ColumnLayout } from './column.ts';
import { foldHeader } from './fold-header.ts';
import { meaningOfPair } from './header.ts';
import type { Meaning } from './meaning.ts';
import { monthIn, withoutMonth } from './months.ts';
import { textOf } from './text-of.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Meanings a person chose before for this sender, by folded header. */
export type RememberedColumns = ReadonlyMap<string, Meaning>;

export interface Header {
  readonly columns: readonly ColumnLayout[];
  /** Positions of its rows. */
  readonly first: number;
  readonly last: number;
  readonly score: number;
}

/** Each row read as a header: by itself, and with one or two rows above it. */
export function headersOf(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  remembered: RememberedColumns,
): Header[] {
  return rows.flatMap((_, index) =>
    // A title above the only row of a header adds nothing to it: where both read alike the lower rows alone are meant.
    [0, 1, 2]
      .filter((above) => above <= index)
      .map((above) => {
        const at = { first: index - above, last: index };
        const own = rows.slice(at.first, index + 1).map(({ cells }) => cells);
        return readHeader(own, at, vocabulary, remembered);
      }),
  );
}

export function bestOf(headers: readonly Header[], test: (header: Header) => boolean): Header | null {
  let best: Header | null = null;
  for (const header of headers) if (header.score > (best?.score ?? 0) && test(header)) best = header;
  return best;
}

/** Reads rows as a header, the lowest last. */
export function readHeader(
  rows: readonly (readonly Cell[])[],
  { first, last }: HeaderRows,
  vocabulary: Vocabulary,
  remembered: RememberedColumns,
): Header {
  const columns = spreadTexts(rows).map((texts, index): ColumnLayout => {
    const { above, below, cut } = withoutMonths(texts);
    const whole = joined(cut === null ? [above, below] : texts);
    const known = remembered.get(foldHeader(withoutMonth(whole)));
    const meaning = known ?? (isNumberLike(below) ? null : meaningOfPair(above, below, vocabulary));
    return {
      index,
      header: whole,
      cut,
      meaning: meaning ?? { role: 'unknown' },
      certainty: known !== undefined ? 'remembered' : meaning === null ? 'none' : 'certain',
      candidates: [],
      questionId: '',
    };
  });
  const isLong = columns.some(({ meaning }) => meaning.role === 'indicator');
  const known = columns.filter(({ certainty }) => certainty !== 'none');
  return { columns, first, last, score: known.filter((column) => isLong || !isHomeless(column)).length };
}

/** A part of nothing, where each column names its indicator. */
export const isHomeless = ({ meaning }: ColumnLayout): boolean =>
  'indicator' in meaning && meaning.indicator === null && meaning.role !== 'note';

const lowestOf = (texts: readonly string[]): string => texts.findLast((text) => text !== '') ?? '';
const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' / ');

/** The one month that a column's texts name, and the two lowest of what else they say. */
function withoutMonths(texts: readonly string[]): { above: string; below: string; cut: string | null } {
  const named = texts.map(monthIn);
  const months = new Set(named.flatMap((one) => (one === null ? [] : [one.month])));
  const [cut] = months;
  if (cut === undefined || months.size > 1)
    return { above: lowestOf(texts.slice(0, -1)), below: texts.at(-1) ?? '', cut: null };
  const rest = texts.map((text, at) => named[at]?.rest ?? text).filter((text) => text !== '');
  return { above: rest.at(-2) ?? '', below: rest.at(-1) ?? '', cut };
}

/** For each column its texts from the highest row to the lowest: a merged cell's in each column that it spans. */
function spreadTexts(rows: readonly (readonly Cell[])[]): string[][] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const spread: string[][] = Array.from({ length: width }, () => []);
  for (const [level, cells] of rows.entries()) {
    const isLowest = level === rows.length - 1;
    let text = '';
    for (let column = 0; column < width; column += 1) {
      const own = headerText(cells[column]);
      // What stands above begins another group there; where nothing stands below, no group goes on.
      const isOther = rows.slice(0, level).some((above) => headerText(above[column]) !== '');
      const isIdle = rows.slice(level + 1).every((below) => headerText(below[column]) === '');
      text = own || (isLowest || isOther || isIdle ? '' : text);
      spread[column]?.push(text);
    }
  }
  return spread;
}

/** A month that Excel has taken for a day: '01/12/2025' for 'T12/2025'. */
function headerText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined || typeof cell !== 'object' || cell.kind !== 'date')
    return textOf(cell);
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(cell.value) ?? [];
  return day === '01' ? `${month}/${year}` : `${day}/${month}/${year}`;
}

export function isNumberLike(text: string): boolean {
  return text !== '' && /^[\d.,%/-]+$/.test(text);
}
