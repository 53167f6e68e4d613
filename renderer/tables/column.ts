import type { ReactNode } from 'react';
import type { CellFormatDto } from '#shared/contract/screen-export.ts';
import { type Formatter, NO_VALUE } from '#shared/text/format.ts';
import type { CellValue } from './table-file.ts';

export type WriteNumber = (value: number | null) => string;

/** A column of a table: its value is what a file holds, what it sorts by and what its cells say, unless told otherwise. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** null for columns of buttons and drawings, which a file leaves out and nothing sorts by. */
  readonly value: ((row: Row) => CellValue) | null;
  /** Of the value: text unless said otherwise. */
  readonly format?: CellFormatDto;
  /** What the numbers are held against. */
  readonly thresholds?: readonly number[];
  /** `write` gives the numbers of the column the same decimals, and more where a threshold needs them. */
  readonly cell?: (row: Row, write: WriteNumber) => ReactNode;
  /** null: cannot be sorted. A null of a row goes last, both ways. */
  readonly sortBy?: ((row: Row) => CellValue) | null;
  /** The way the first press sorts; figures from the top. */
  readonly firstSort?: 'up' | 'down';
  /** To the right, as figures are. */
  readonly numeric?: boolean;
  readonly width?: string;
}

export function isFigures({ format }: Pick<Column<never>, 'format'>): boolean {
  return format === 'integer' || format === 'decimal' || format === 'percent';
}

/** What the column sorts by, or null. */
export function sortOf<Row>({ sortBy, value }: Column<Row>): Column<Row>['value'] {
  return sortBy === undefined ? value : sortBy;
}

/** Decimals of a count that is a mean. */
const MEAN_DIGITS = 1;

/** Writes the numbers of a column over the rows it has. */
export function writerOf<Row>(column: Column<Row>, rows: readonly Row[], format: Formatter): WriteNumber {
  const { value, format: kind, thresholds } = column;
  if (value === null || (kind !== 'percent' && kind !== 'decimal')) return format.number;
  const numbers = rows.map(value).filter((cell) => typeof cell === 'number');
  return kind === 'percent'
    ? format.percents(numbers, thresholds)
    : format.numbers(numbers, MEAN_DIGITS, thresholds);
}

/** A value as a person reads it; what is missing is a dash. */
export function writeCell<Row>(
  { value, format }: Column<Row>,
  row: Row,
  write: WriteNumber,
  formatter: Formatter,
): string {
  const cell = value?.(row) ?? null;
  if (cell === null) return NO_VALUE;
  if (typeof cell === 'number') return write(cell);
  if (format === 'date') return formatter.date(cell);
  return format === 'time' ? formatter.dateTime(cell) : cell;
}
