import { columnName } from '#main/core/files/workbook/place.ts';
import { problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import { textOf } from '../recognise/text-of.ts';
import type { RowOutcome } from './collect-row.ts';
import type { Collecting } from './collecting.ts';
import { createSignatureTest } from './left-out.ts';
import { type CollectOptions, cellKey, rowKey } from './options.ts';
import { createFooterTest, kindsOf } from './row-kinds.ts';
import { createWidthTest, type ShiftWatch } from './width.ts';

/** Rows above which nothing is read, and how many columns the header has. */
interface TableEdges {
  readonly lastHeaderRow: number;
  readonly width: number;
  readonly shift?: ShiftWatch;
}

/** Hands each row that is read to `collect`, and notes what became of every one. */
export function rowReader(
  collecting: Collecting,
  sheet: string,
  { lastHeaderRow, width, shift }: TableEdges,
  collect: (row: Row) => RowOutcome,
): (row: Row) => void {
  const { options, file, choices, leftOut, marks } = collecting;
  const kindOf = kindsOf(choices);
  const isFooter = createFooterTest(choices);
  // A sheet that is turned was changed before.
  const mayChange = collecting.turned === null && options.fixes.size + options.excluded.size > 0;
  const isTooWide = createWidthTest(file.dialect, width);
  const isSigned = createSignatureTest();
  let isOver = false;
  return (row) => {
    if (row.row <= lastHeaderRow) return;
    if (isOver) {
      marks.set(row.row, 'below');
      return;
    }
    const changed = mayChange ? applyChanges(row, sheet, options) : row;
    if (changed === null || isFooter(row)) {
      if (hasText(row)) leftOut.add(changed === null ? 'hand' : 'footer', row.row);
      return;
    }
    if ((kindOf(row) ?? 'unit') !== 'unit') {
      collect(changed);
      return;
    }
    const isWide = isTooWide(changed.cells);
    // Who signs below a narrow table stands beside it.
    if (isWide && isSigned(changed.cells)) {
      leftOut.add('signature', row.row);
      return;
    }
    if (isWide) shift?.meetTooWide();
    if (isWide || shift?.meet(changed) === true) {
      collecting.rows += 1;
      collecting.rejectedRows += 1;
      marks.set(row.row, 'rejected');
      const values = { width, found: changed.cells.length };
      const code = isWide ? 'ROW_TOO_WIDE' : 'ROW_SHIFTED';
      collecting.problems.add(problem('error', code, values, { sheet, row: row.row }));
      return;
    }
    const outcome = collect(changed);
    isOver = outcome === 'over';
    if (outcome === 'accepted' || outcome === 'rejected') collecting.rows += 1;
    if (outcome === 'rejected') collecting.rejectedRows += 1;
    const mark = MARKS[outcome];
    if (mark !== null) marks.set(row.row, mark);
  };
}

/** Of skipped rows the rule is known that left them out. */
const MARKS = { accepted: 'used', rejected: 'rejected', over: 'below', skipped: null } as const;

const hasText = ({ cells }: Row): boolean => cells.some((cell) => textOf(cell) !== '');

/** The row with the officer's corrections, or null when it was taken out. */
function applyChanges(row: Row, sheet: string, options: CollectOptions): Row | null {
  if (options.excluded.has(rowKey(sheet, row.row))) return null;
  const cells: Cell[] = row.cells.map(
    (cell, index) => options.fixes.get(cellKey(sheet, columnName(index), row.row)) ?? cell,
  );
  return { row: row.row, cells };
}
