import { LIMITS } from '../limits.ts';
import type { MeetMerged } from './table.ts';

/** So many are drawn: some for every row of all communes. */
export const MERGED_AT_MOST = 20_000;

/** 'B2:D3', as workbooks of XML name what is merged; anything else is nothing that could be drawn. */
export function mergedOfReference(reference: string | undefined, meet: MeetMerged | undefined): void {
  if (meet === undefined || reference === undefined) return;
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (found === null) return;
  const [, from = '', first = '', to = '', last = ''] = found;
  meetRange(meet, {
    top: Number(first),
    left: columnOf(from),
    bottom: Number(last),
    right: columnOf(to),
  });
}

/** Edges of a range, all of them inside it; row 1-based, column 0-based. */
interface Edges {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Tells of a range that is more than one cell and begins where cells are read. */
export function meetRange(meet: MeetMerged | undefined, { top, left, bottom, right }: Edges): void {
  if (meet === undefined || left >= LIMITS.columns) return;
  const rows = bottom - top + 1;
  const columns = Math.min(right, LIMITS.columns - 1) - left + 1;
  if (rows < 1 || columns < 1 || rows * columns < 2) return;
  meet({ row: top, column: left, rows, columns });
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
