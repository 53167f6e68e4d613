import { columnName } from '#main/core/files/workbook/place.ts';
import { LIMITS } from '../limits.ts';
import { limitExceeded } from '../problem.ts';
import type { Cell, Row } from './table.ts';

// Yielded together: enough to make the generator's steps cheap, few enough to keep memory flat.
export const BATCH_ROWS = 512;

/** Puts cells together to rows, within the limits of a sheet. */
export interface RowBuilder {
  /** Begins the row of this number (1-based, as in the file). */
  readonly begin: (row: number) => void;
  /** A cell of the row at its 0-based column. Throws FileRefused. */
  readonly put: (column: number, cell: Cell) => void;
  /** Ends the row; without a cell there is none. `times`: so many rows like it stand below one another. */
  readonly end: (times?: number) => void;
  readonly isFull: () => boolean;
  /** The rows since the last call. */
  readonly take: () => Row[];
}

export function createRowBuilder(sheet: string): RowBuilder {
  let cells: Cell[] = [];
  let batch: Row[] = [];
  let number = 0;
  let count = 0;
  return {
    begin: (row) => {
      number = row;
      cells = [];
    },
    put: (column, cell) => {
      if (cell === null) return;
      const place = () => ({ sheet, row: number, column: columnName(column) });
      if (column >= LIMITS.columns) throw limitExceeded('columns', column + 1, place());
      if (typeof cell === 'string' && cell.length > LIMITS.cellCharacters)
        throw limitExceeded('cellCharacters', cell.length, place());
      while (cells.length < column) cells.push(null);
      cells[column] = cell;
    },
    end: (times = 1) => {
      if (cells.length === 0) return;
      count += times;
      if (count > LIMITS.rows) throw limitExceeded('rows', count, { sheet });
      for (let step = 0; step < times; step += 1) batch.push({ row: number + step, cells });
      cells = [];
    },
    isFull: () => batch.length >= BATCH_ROWS,
    take: () => {
      const rows = batch;
      batch = [];
      return rows;
    },
  };
}
