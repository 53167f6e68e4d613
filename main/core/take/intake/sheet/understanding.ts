import type { RowMark } from '#shared/contract/intake-sheet.ts';
import type { Collection } from '../check/collect.ts';

/** What was made of the rows of a sheet. */
export interface Understanding {
  readonly markOf: (row: number) => RowMark | null;
  readonly unitOf: (row: number) => string | null;
  readonly fits: (row: number, only: 'all' | 'problems' | 'leftOut') => boolean;
}

const known = new WeakMap<Collection, Map<string, Understanding>>();
const TAKEN: ReadonlySet<RowMark | null> = new Set([null, 'used', 'rejected']);

/** Worked out once for each sheet of a preview. */
export function understandingOf(collection: Collection, sheet: string, index: number): Understanding {
  const all = known.get(collection) ?? new Map<string, Understanding>();
  known.set(collection, all);
  const before = all.get(sheet);
  if (before !== undefined) return before;
  const found = collection.sheets.find((one) => one.sheet === sheet);
  const marks = found?.marks;
  // Of a sheet whose units stand across, a row holds figures of many.
  const units = (found?.turned ?? null) === null ? unitsByRow(collection, index) : new Uint16Array();
  const troubled = new Set(
    collection.problems.kept.flatMap(({ sheet: where, row }) =>
      where === sheet && row !== null ? [row] : [],
    ),
  );
  const markOf = (row: number) => marks?.of(row) ?? null;
  const made: Understanding = {
    markOf,
    unitOf: (row) => collection.figures.units.codes[(units[row] ?? 0) - 1] ?? marks?.unitOf(row) ?? null,
    fits: (row, only) => {
      if (only === 'all') return true;
      const mark = markOf(row);
      if (only === 'leftOut') return !TAKEN.has(mark);
      return mark === 'rejected' || mark === 'below' || troubled.has(row);
    },
  };
  all.set(sheet, made);
  return made;
}

/** For each row the position of its unit and one more; 0 where it has none. */
function unitsByRow({ figures }: Collection, index: number): Uint16Array {
  const { sheet, row, unit } = figures.columns();
  const last = row.reduce((most, one) => Math.max(most, one), 0);
  const units = new Uint16Array(last + 1);
  for (let at = 0; at < figures.size; at += 1)
    if (sheet[at] === index) units[row[at] ?? 0] = (unit[at] ?? 0) + 1;
  return units;
}
