import type { RowKind } from '#shared/contract/choices.ts';
import type { Row } from '../read/table.ts';
import { labelOf } from '../recipes/shape.ts';
import type { SheetChoices } from '../recognise/chosen.ts';

/** What a row was said to be: by its number, or by what it begins with. */
export function kindsOf({ rows, labels }: SheetChoices): (row: Row) => RowKind | undefined {
  // Two million rows have no label to be looked for.
  if (labels === undefined || labels.size === 0) return (row) => rows.get(row.row);
  return (row) => rows.get(row.row) ?? labels.get(labelOf(row) ?? '');
}

/** Whether a row stands below the last one of the body; asked from the top downwards. */
export function createFooterTest({ lastRow, footer = null }: SheetChoices): (row: Row) => boolean {
  if (footer === null) return ({ row }) => lastRow !== null && row > lastRow;
  let isBelow = false;
  return (row) => {
    isBelow ||= labelOf(row) === footer;
    return isBelow;
  };
}
