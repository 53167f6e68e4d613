import { z } from 'zod';
import { SHEET_FILTERS } from './choices.ts';

/**
 * What was made of a row below the header: `used` when its figures were taken, `rejected` when not all of them, `empty`
 * of a unit that says nothing, `header` of one that comes again, `hand` taken out by a person, `below` where columns are
 * named anew, `footer` behind the last row that a person named.
 */
export const ROW_MARKS = [
  'used',
  'rejected',
  'empty',
  'hand',
  'below',
  'footer',
  'header',
  'total',
  'section',
  'summary',
  'note',
  'signature',
] as const;
export type RowMark = (typeof ROW_MARKS)[number];

const rowNumber = z.number().int().min(1).max(10_000_000);
const sheetOf = { id: z.string().max(60), sheet: z.string().max(600) };

/** Rows that one answer brings at most: a few screens of them. */
export const WINDOW_ROWS = 256;
/** What one cell of a window shows; a window of one cell shows all of it. */
export const CELL_SHOWN = 200;

export const sheetWindowInput = z.object({
  ...sheetOf,
  /** From the first to the last, or these; rows without a cell do not come back. */
  rows: z.union([
    z.object({ from: rowNumber, to: rowNumber }),
    z.object({ these: z.array(rowNumber).max(WINDOW_ROWS) }),
  ]),
  /** 0-based, the second not among them. */
  columns: z.object({ from: z.number().int().min(0), to: z.number().int().min(1).max(400) }),
});
export type SheetWindowInput = z.infer<typeof sheetWindowInput>;

const sheetRow = z.object({
  row: z.number().int(),
  /** By column from the first asked for; shorter where the row ends. */
  texts: z.array(z.string().nullable()),
  /** A letter a cell: text, number, percent (as fraction), date (ISO), yes or no, error; large where a formula gave it. */
  kinds: z.string(),
  mark: z.enum(ROW_MARKS).nullable(),
  /** The unit whose figures it holds. */
  unit: z.string().nullable(),
});
export type SheetRowDto = z.infer<typeof sheetRow>;

export const sheetWindow = z.object({
  rows: z.array(sheetRow),
  /** Cells drawn as one that reach into the rows; row 1-based, column 0-based. */
  merged: z.array(
    z.object({
      row: z.number().int(),
      column: z.number().int(),
      rows: z.number().int(),
      columns: z.number().int(),
    }),
  ),
  /** Read so far; asked for rows far below, the answer comes when the whole sheet has been read. */
  lastRow: z.number().int(),
  width: z.number().int(),
  isWhole: z.boolean(),
});
export type SheetWindowDto = z.infer<typeof sheetWindow>;

export const sheetSearchInput = z.object({
  ...sheetOf,
  /** Words in any cell, without regard to accents; empty for every row. */
  text: z.string().max(200).default(''),
  only: z.enum(SHEET_FILTERS).default('all'),
});

/** The rows that fit, from the top. */
export const sheetSearch = z.object({ rows: z.array(z.number().int()), total: z.number().int() });
/** Rows that a search lists; all of them are counted. */
export const ROWS_FOUND = 20_000;
