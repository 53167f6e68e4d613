import type { CellFormatDto } from '#shared/contract/screen-export.ts';

/** What a cell holds in a file: a bare number, a day (yyyy-mm-dd), an instant or text; null where nothing is. */
export type CellValue = string | number | null;

/** A column as a file has it. Percent values are fractions. */
export interface FileColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => CellValue;
  /** Text unless said otherwise. */
  readonly format?: CellFormatDto | undefined;
}

/** Rows and columns as the contract takes them; what is not a figure becomes an empty cell, never a zero. */
export function fileTable<Row>(columns: readonly FileColumn<Row>[], rows: readonly Row[]) {
  return {
    columns: columns.map(({ header, format = 'text' }) => ({ title: header, format })),
    rows: rows.map((row) =>
      columns.map(({ value }) => {
        const cell = value(row);
        return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
      }),
    ),
  };
}
