import { columnName } from '#main/core/files/workbook/place.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded, type Place } from '../../problem.ts';
import type { Row } from '../table.ts';
import { type CellBytes, createTextPool, HASH_PRIME, HASH_SEED, type TextPool } from './text-pool.ts';

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const BATCH_ROWS = 4096;

export interface ScanOptions {
  readonly delimiter: string;
  /** Line number of the first byte; lines before it (sep=) were left out by the caller. */
  readonly skipLines?: number;
}

/**
 * Rows of a CSV text given as UTF-8 bytes, cut into pieces anywhere. `row` is the line on which the record begins.
 * Blank lines are left out; an empty cell is null. Follows RFC 4180; a quote inside an unquoted cell is text, as
 * in Excel. Throws FileRefused for a broken quote, naming its line, and beyond the limits.
 */
export async function* scanCsv(
  pieces: AsyncIterable<Buffer>,
  options: ScanOptions,
): AsyncGenerator<readonly Row[]> {
  const scan = createScan(options);
  let rest: Buffer = Buffer.alloc(0);
  let batch: Row[] = [];
  for await (const piece of pieces) {
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    const consumed = scan(bytes, false, batch);
    rest = bytes.subarray(consumed);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  scan(rest, true, batch);
  if (batch.length > 0) yield batch;
}

type Scan = (bytes: Buffer, isLast: boolean, batch: Row[]) => number;

function createScan(options: ScanOptions): Scan {
  const state: ScanState = {
    delimiter: options.delimiter.charCodeAt(0),
    line: 1,
    skip: options.skipLines ?? 0,
    rows: 0,
    pool: createTextPool(),
    cell: { start: 0, end: 0, hash: 0, seen: 0 },
    position: 0,
    extraLines: 0,
  };
  return (bytes, isLast, batch) => {
    let at = 0;
    while (at < bytes.length) {
      const cells = scanRow(state, bytes, at, isLast);
      if (cells === null) {
        if (bytes.length - at > LIMITS.rowBytes)
          throw limitExceeded('rowBytes', bytes.length - at, { row: state.line });
        return at;
      }
      at = state.position;
      keepRow(state, cells, batch);
    }
    return at;
  };
}

interface ScanState {
  readonly delimiter: number;
  readonly pool: TextPool;
  /** The cell that is being read: one object for all of them. */
  readonly cell: CellBytes;
  line: number;
  skip: number;
  rows: number;
  /** Where the row that was just read ends, after its line end. */
  position: number;
  /** Line ends inside the quoted cells of the row that is being read. */
  extraLines: number;
}

function keepRow(state: ScanState, cells: (string | null)[], batch: Row[]): void {
  const row = state.line;
  state.line += 1 + state.extraLines;
  if (state.skip > 0) state.skip -= 1;
  else if (cells.length > 1 || cells[0] !== null) {
    state.rows += 1;
    if (state.rows > LIMITS.rows) throw limitExceeded('rows', state.rows);
    batch.push({ row, cells });
  }
}

/** The cells of the row that begins at `start`, or null when its end has not come yet. */
function scanRow(state: ScanState, bytes: Buffer, start: number, isLast: boolean): (string | null)[] | null {
  const cells: (string | null)[] = [];
  const { delimiter, cell, pool } = state;
  const length = bytes.length;
  state.extraLines = 0;
  let at = start;
  const place = () => ({ row: state.line, column: columnName(cells.length) });
  for (;;) {
    let end = at;
    let byte = at < length ? (bytes[at] ?? 0) : LF;
    if (byte === QUOTE) {
      end = quotedEnd(state, bytes, at, isLast);
      if (end < 0) return null;
      cells.push(quotedText(state, bytes, at + 1, end - 1, place));
      byte = end < length ? (bytes[end] ?? 0) : LF;
    } else {
      let hash = HASH_SEED;
      let seen = 0;
      while (byte !== delimiter && byte !== LF && byte !== CR) {
        hash = Math.imul(hash ^ byte, HASH_PRIME);
        seen |= byte;
        end += 1;
        if (end === length) break;
        byte = bytes[end] ?? 0;
      }
      if (end === length && !isLast) return null;
      if (end === at) cells.push(null);
      else {
        cell.start = at;
        cell.end = end;
        cell.hash = hash;
        cell.seen = seen;
        cells.push(excelText(pool(bytes, cell, place)));
      }
    }
    if (cells.length > LIMITS.columns) throw limitExceeded('columns', cells.length, { row: state.line });
    if (byte === delimiter && end < length) {
      at = end + 1;
      if (at === length && !isLast) return null;
      continue;
    }
    if (byte === CR && end + 1 === length && !isLast) return null;
    state.position = Math.min(length, end + (byte === CR && bytes[end + 1] === LF ? 2 : 1));
    return cells;
  }
}

/** Place behind the closing quote of the cell that opens at `start`; -1 when it has not come yet. */
function quotedEnd(state: ScanState, bytes: Buffer, start: number, isLast: boolean): number {
  let at = start + 1;
  for (;;) {
    const close = bytes.indexOf(QUOTE, at);
    const isTooLong = (close < 0 ? bytes.length : close) - start > LIMITS.rowBytes;
    if (isTooLong || (close < 0 && isLast)) {
      throw new FileRefused('QUOTE_UNCLOSED', {}, { row: state.line + state.extraLines });
    }
    if (close < 0) return -1;
    const next = bytes[close + 1];
    if (close + 1 === bytes.length && !isLast) return -1;
    if (next !== QUOTE) {
      if (next !== undefined && next !== state.delimiter && next !== LF && next !== CR) {
        throw new FileRefused('QUOTE_BROKEN', {}, { row: state.line + state.extraLines });
      }
      return close + 1;
    }
    at = close + 2;
  }
}

function quotedText(
  state: ScanState,
  bytes: Buffer,
  start: number,
  end: number,
  place: () => Place,
): string | null {
  if (start === end) return null;
  const { cell } = state;
  let hash = HASH_SEED;
  let seen = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    hash = Math.imul(hash ^ byte, HASH_PRIME);
    seen |= byte;
    if (byte === LF) state.extraLines += 1;
  }
  cell.start = start;
  cell.end = end;
  cell.hash = hash;
  cell.seen = seen;
  const text = state.pool(bytes, cell, place);
  return excelText(text.includes('"') ? text.replaceAll('""', '"') : text);
}

const EQUALS = 0x3d;
const APOSTROPHE = 0x27;

/** What Excel shows of a number kept as text in a CSV: ="00091" and '00091 are 00091. */
function excelText(text: string): string {
  const first = text.charCodeAt(0);
  if (first === EQUALS) return /^="([^"]*)"$/.exec(text)?.[1] ?? text;
  return first === APOSTROPHE && /^'\d+$/.test(text) ? text.slice(1) : text;
}
