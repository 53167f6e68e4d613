import { foldText } from '#shared/text/fold.ts';
import { splitUnitKind } from '#shared/text/unit-names.ts';
import { ruleOfFooter } from '../check/left-out.ts';
import type { Cell, Row } from '../read/table.ts';
import { textOf } from '../recognise/text-of.ts';
import type { Register } from '../resolve/register.ts';

/** Where a table names its units from left to right. */
export interface UnitsAcross {
  /** The row that names them, as numbered in the file. */
  readonly row: number;
  /** The first of their columns; what stands before it says what the rows are. */
  readonly column: number;
}

/** Names may be those of other things as well; one alone tells nothing. */
const UNITS_AT_LEAST = 2;

/** What a cell says of a unit: its name, its code, or nothing. */
export function unitWord(cell: Cell | undefined, register: Register): 'name' | 'code' | null {
  const text = textOf(cell);
  if (text === '') return null;
  if (/^\d{2}(?:\d{3})?$/.test(text)) return register.byCode.has(text) ? 'code' : null;
  const { name } = splitUnitKind(text);
  return register.byFold.has(foldText(name)) || register.byFold.has(foldText(text)) ? 'name' : null;
}

/** The first row that names several units behind its first cells, and hardly anything else. */
export function findUnitsAcross(rows: readonly Row[], register: Register): UnitsAcross | null {
  for (const { row, cells } of rows) {
    const words = cells.map((cell) => unitWord(cell, register));
    const column = words.findIndex((word) => word !== null);
    const behind = cells.slice(column).filter((cell) => textOf(cell) !== '').length;
    const count = words.filter((word) => word !== null).length;
    // Numbers of things may look like codes: a row of codes alone tells only where all of its numbers are.
    const isOfCodes = cells
      .slice(column)
      .every((cell, at) => !/^\d/.test(textOf(cell)) || words[column + at] === 'code');
    const hasNames = words.includes('name');
    if (column < 1 || count < UNITS_AT_LEAST || (!hasNames && !isOfCodes)) continue;
    if (new Set(cells.slice(column).map(textOf)).size < UNITS_AT_LEAST) continue;
    if (count * 2 > behind) return { row, column: withoutTotals(rows, row, column) };
  }
  return null;
}

/** 'Tổng cộng' may stand before the first unit: it is no word about the rows. */
function withoutTotals(rows: readonly Row[], unitRow: number, column: number): number {
  const heads = rows.filter(({ row }) => row <= unitRow + 1);
  const isTotal = (at: number) => heads.some(({ cells }) => ruleOfFooter(textOf(cells[at])) === 'total');
  const first = Array.from({ length: column }, (_, at) => at).find((at) => at > 0 && isTotal(at));
  return first ?? column;
}

/** Where a person says that units stand across though none of them is known: the first row with several texts. */
export function firstTextsAcross(rows: readonly Row[]): UnitsAcross | null {
  const found = rows.find(
    ({ cells }) => cells.slice(1).filter((cell) => /\p{Letter}/u.test(textOf(cell))).length > 1,
  );
  return found === undefined ? null : { row: found.row, column: 1 };
}
