import { LIMITS } from '../../limits.ts';
import { columnLetters, FileRefused, limitExceeded } from '../../problem.ts';
import type { Row } from '../table.ts';
import { createTextPool, type TextPool } from './text-pool.ts';

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
  const { delimiter } = state;
  const length = bytes.length;
  state.extraLines = 0;
  let at = start;
  const place = () => ({ row: state.line, column: columnLetters(cells.length) });
  for (;;) {
    let end = at;
    if (bytes[at] === QUOTE) {
      end = quotedEnd(state, bytes, at, isLast);
      if (end < 0) return null;
      cells.push(quotedText(state, bytes, at + 1, end - 1, place));
    } else {
      for (; end < length; end += 1) {
        const byte = bytes[end];
        if (byte === delimiter || byte === LF || byte === CR) break;
      }
      if (end === length && !isLast) return null;
      cells.push(end === at ? null : state.pool(bytes, at, end, place));
    }
    if (cells.length > LIMITS.columns) throw limitExceeded('columns', cells.length, { row: state.line });
    if (bytes[end] === delimiter && end < length) {
      at = end + 1;
      if (at === length && !isLast) return null;
      continue;
    }
    if (bytes[end] === CR && end + 1 === length && !isLast) return null;
    state.position = end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
    if (state.position > length) state.position = length;
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
  place: () => { row: number; column: string },
): string | null {
  state.extraLines += countLines(bytes, end, start);
  if (start === end) return null;
  const text = state.pool(bytes, start, end, place);
  return text.includes('"') ? text.replaceAll('""', '"') : text;
}

function countLines(bytes: Buffer, end: number, start = 0): number {
  let count = 0;
  for (let at = bytes.indexOf(LF, start); at >= 0 && at < end; at = bytes.indexOf(LF, at + 1)) count += 1;
  return count;
}
