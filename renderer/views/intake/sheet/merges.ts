import type { SheetWindowDto } from '#shared/contract/intake-sheet.ts';

export type Merged = SheetWindowDto['merged'][number];

/** Cells drawn as one, found by any of them. */
export interface Merges {
  readonly at: (row: number, column: number) => Merged | undefined;
}

const NO_MERGES: Merges = { at: () => undefined };

/** Only those of the rows in sight are gone through. */
export function createMerges(all: readonly Merged[]): Merges {
  if (all.length === 0) return NO_MERGES;
  return {
    at: (row, column) =>
      all.find(
        (one) =>
          row >= one.row &&
          row < one.row + one.rows &&
          column >= one.column &&
          column < one.column + one.columns,
      ),
  };
}
