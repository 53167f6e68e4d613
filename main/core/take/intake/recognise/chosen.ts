import type { Orientation, RowKind } from '#shared/contract/choices.ts';

/** Rows of a header, as numbered in the file, the first to the last. */
export interface HeaderRows {
  readonly first: number;
  readonly last: number;
}

/** What a person has said of the layout of a sheet; what they have not said is found as ever. */
export interface SheetChoices {
  readonly header: HeaderRows | null;
  /** Whether units stand one below the other, or across: rows are columns then, A the first, in all that is said here. */
  readonly orientation?: Orientation | null;
  /** The first row of the body, and the last; what stands below is the footer. */
  readonly firstRow: number | null;
  readonly lastRow: number | null;
  /** What single rows are. */
  readonly rows: ReadonlyMap<number, RowKind>;
  /** Of a recipe: what columns are by their letters, what rows are by what they begin with, and where the footer begins. */
  readonly columns?: ReadonlyMap<string, string>;
  readonly labels?: ReadonlyMap<string, RowKind>;
  readonly footer?: string | null;
}

export const NOTHING_CHOSEN: SheetChoices = { header: null, firstRow: null, lastRow: null, rows: new Map() };
