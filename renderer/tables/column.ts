import type { ReactNode } from 'react';
import type { CellFormatDto } from '#shared/contract/screen-export.ts';
import { columnWriter } from '#shared/text/figure-writer.ts';
import { type Formatter, NO_VALUE } from '#shared/text/format.ts';
import type { Translator } from '#shared/text/translator.ts';
import { type CellValue, type Empty, emptyWords } from './table-file.ts';

export type WriteNumber = (value: number | null) => string;

/** A column of a table: its value is what a file holds, what it sorts by and what its cells say, unless told otherwise. */
export interface Column<Row> {
  readonly key: string;
  readonly header: string;
  /** null for columns of buttons and drawings, which a file leaves out and nothing sorts by. */
  readonly value: ((row: Row) => CellValue) | null;
  /** Of the value: text unless said otherwise. */
  readonly format?: CellFormatDto;
  /** Why a row has no figure, where it has none: said in its cell, on screen and in files. */
  readonly empty?: (row: Row) => Empty;
  /** A share's change: written in points, with its sign. */
  readonly isChange?: boolean;
  /** What the numbers are held against. */
  readonly thresholds?: readonly number[];
  /**
   * `write` gives the numbers of the column the same decimals, and more where a threshold needs them. What it draws
   * nothing for (undefined) is written as in a column without it.
   */
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

/** Writes the numbers of a column over the rows it has. */
export function writerOf<Row>(column: Column<Row>, rows: readonly Row[], format: Formatter): WriteNumber {
  const { value, format: kind, thresholds = [], isChange = false } = column;
  if (value === null || (kind !== 'percent' && kind !== 'decimal')) return (one) => format.number(one);
  const numbers = rows.map(value).filter((cell) => typeof cell === 'number');
  return columnWriter(isChange ? 'change' : kind, numbers, thresholds, format);
}

/** A value as a person reads it; of a figure that is missing why it is, of anything else a dash. */
export function writeCell<Row>(
  { value, format, empty }: Column<Row>,
  row: Row,
  write: WriteNumber,
  speaker: { readonly t: Translator['t']; readonly format: Formatter },
): string {
  const { format: formatter } = speaker;
  const cell = value?.(row) ?? null;
  if (cell === null) return empty === undefined ? NO_VALUE : emptyWords(empty(row), speaker);
  if (typeof cell === 'number') return write(cell);
  if (format === 'date') return formatter.date(cell);
  return format === 'time' ? formatter.dateTime(cell) : cell;
}
