import { ROW_MARKS, type RowMark } from '#shared/contract/intake-sheet.ts';

/** What was made of each row of a sheet: a byte a row, because a file may bring millions. */
export interface RowMarks {
  readonly set: (row: number, mark: RowMark) => void;
  /** null for a row that nothing was made of: above the table, empty, or in a sheet that was not read. */
  readonly of: (row: number) => RowMark | null;
  /** A row of this unit holds what could not be taken. */
  readonly setUnit: (row: number, code: string) => void;
  readonly unitOf: (row: number) => string | null;
}

const CODES = new Map<string, number>(ROW_MARKS.map((name, at) => [name, at + 1]));
const FIRST_ROOM = 1024;
/** Rows of which more is said than fits into a byte: twice the problems that are listed. */
const UNITS_KEPT = 4_000;

export function createRowMarks(): RowMarks {
  let codes = new Uint8Array(FIRST_ROOM);
  const units = new Map<number, string>();
  return {
    set: (row, mark) => {
      if (row >= codes.length) {
        const grown = new Uint8Array(Math.max(row + 1, codes.length * 2));
        grown.set(codes);
        codes = grown;
      }
      codes[row] = CODES.get(mark) ?? 0;
    },
    of: (row) => nameOf(codes[row] ?? 0),
    setUnit: (row, code) => {
      if (units.size < UNITS_KEPT) units.set(row, code);
    },
    unitOf: (row) => units.get(row) ?? null,
  };
}

function nameOf(code: number): RowMark | null {
  return ROW_MARKS[code - 1] ?? null;
}
