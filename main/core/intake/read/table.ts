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

export interface SheetInfo {
  readonly name: string;
  readonly isHidden: boolean;
}

export type TableFormat = 'xlsx' | 'csv' | 'json';

/** How a text file was read; the officer can see and correct it. */
export interface TextDialect {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';
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
  /** Rows of one sheet from the top; may be asked for again. Throws FileRefused. */
  readonly rows: (sheet: number) => AsyncGenerator<readonly Row[]>;
}

/** A file as bytes at positions, wherever it lies: on disk, in an upload, in memory. */
export interface ByteSource {
  readonly name: string;
  readonly size: number;
  /** Bytes start (inclusive) to end (exclusive), cut at the end of the file. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

// A quarter of a megabyte: the rows of one piece still die young, so the collector never has to move them.
const READ_BYTES = 256 * 1024;

/** The bytes from start to end in pieces. */
export async function* readPieces(source: ByteSource, start = 0, end = source.size) {
  for (let at = start; at < end; at += READ_BYTES)
    yield await source.read(at, Math.min(end, at + READ_BYTES));
}

/** A source over a Blob: an upload, or a file on disk through `openAsBlob`, which reads only what is asked for. */
export function blobSource(name: string, blob: Blob): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (start, end) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: async (start, end) => bytes.subarray(start, end) };
}
