import type { CellFormatDto } from '#shared/contract/screen-export.ts';
import { emptyText, type Empty as KnownEmpty } from '#shared/text/known-text.ts';
import type { Translator } from '#shared/text/translator.ts';

/** What a cell holds in a file: a bare number, a day (yyyy-mm-dd), an instant or text; null where nothing is. */
export type CellValue = string | number | null;

/** Why there is no figure: a word of the domain, or a sentence of the table's own. */
export type Empty = KnownEmpty | { readonly words: string };

export function emptyWords(empty: Empty, speaker: { readonly t: Translator['t'] }): string {
  return typeof empty === 'object' ? empty.words : emptyText(speaker, empty);
}

/** A column as a file has it. Percent values are fractions. */
export interface FileColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => CellValue;
  /** Text unless said otherwise. */
  readonly format?: CellFormatDto | undefined;
  /** Why a row has no figure, where it has none: its cell says it in words. */
  readonly empty?: ((row: Row) => Empty) | undefined;
}

/** Rows and columns as the contract takes them; what is not a figure says why, or is an empty cell, never a zero. */
export function fileTable<Row>(
  columns: readonly FileColumn<Row>[],
  rows: readonly Row[],
  speaker: { readonly t: Translator['t'] },
) {
  return {
    columns: columns.map(({ header, format = 'text' }) => ({ title: header, format })),
    rows: rows.map((row) =>
      columns.map(({ value, empty }) => {
        const cell = value(row);
        if (cell === null && empty !== undefined) return emptyWords(empty(row), speaker);
        return typeof cell === 'number' && !Number.isFinite(cell) ? null : cell;
      }),
    ),
  };
}
