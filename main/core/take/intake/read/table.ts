import type { Problem } from '../problem.ts';

/**
 * What stands in one cell. Text is NFC and trimmed of nothing. A percent cell holds the fraction its format shows
 * times a hundred; a date is yyyy-mm-dd (with Thh:mm when it has a time).
 */
export type Cell =
  | null
  | string
  | number
  | boolean
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'date'; readonly value: string; readonly serial: number }
  | { readonly kind: 'formula'; readonly value: PlainCell; readonly formula: string }
  | { readonly kind: 'error'; readonly error: string };
export type PlainCell = Exclude<Cell, { readonly kind: 'formula' }>;

/** `row` is 1-based as in the file; cells stand at their 0-based column, null where there is nothing. */
export interface Row {
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Cells that are drawn as one: what they hold stands in the first. Row 1-based, column 0-based. */
export interface Merged {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
export type MeetMerged = (merged: Merged) => void;

export interface SheetInfo {
  readonly name: string;
  readonly isHidden: boolean;
}

/** `xml`: the XML spreadsheet of Excel 2003. */
export type TableFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'html' | 'xml' | 'csv' | 'json';

/** How a text file was read; the officer can see and correct it. */
export interface TextDialect {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3' | 'vni';
  readonly delimiter: ',' | ';' | '\t' | '|';
}

/** An opened file: rows come in batches, so that memory does not grow with the file. */
export interface TableFile {
  readonly format: TableFormat;
  readonly sheets: readonly SheetInfo[];
  /** Keys and values of the hidden `_meta` sheet of our templates; null when there is none. */
  readonly meta: ReadonlyMap<string, string> | null;
  readonly dialect: TextDialect | null;
  /** Found while opening; throws of FileRefused while reading rows come on top. */
  readonly problems: readonly Problem[];
  /** Found in the rows that were read until now. */
  readonly told?: () => readonly Problem[];
  /** Rows of one sheet from the top; may be asked for again. Merged cells are told while they come. Throws FileRefused. */
  readonly rows: (sheet: number, meetMerged?: MeetMerged) => AsyncGenerator<readonly Row[]>;
}
