import type { DataTable } from '#main/core/brief/xlsx/briefing-workbook.ts';
import { FORMULA_START, type SheetCell } from '#main/core/brief/xlsx/cells.ts';
import { vietnamDay, vietnamTime } from '#shared/domain/periods.ts';
import { cleanText, oneLine } from '#shared/text/clean-text.ts';

/**
 * A table as CSV: UTF-8 with BOM, which Excel needs to see the accents; semicolons and decimal commas in
 * Vietnamese, commas and points in English; lines end with CR LF (RFC 4180). Text that a spreadsheet would run as
 * a formula gets an apostrophe in front; ratios stay fractions; days are yyyy-mm-dd, times yyyy-mm-dd hh:mm in Viet
 * Nam; a figure that is not there is an empty cell.
 */
export function writeCsv(table: DataTable, language: 'vi' | 'en'): Uint8Array {
  return Buffer.concat([...csvPieces(table, language)]);
}

/** Rows joined into one piece of the file. */
const BATCH_ROWS = 2000;

/** The same piece by piece, so that a long table is never in memory as one text. */
export function* csvPieces(table: DataTable, language: 'vi' | 'en'): Generator<Uint8Array, void> {
  const separator = language === 'vi' ? ';' : ',';
  const line = (cells: readonly string[]): string => `${cells.join(separator)}\r\n`;
  const head = line(table.columns.map((column) => quote(oneLine(column.title), separator)));
  yield Buffer.from(`\uFEFF${head}`);
  for (let at = 0; at < table.rows.length; at += BATCH_ROWS) {
    const rows = table.rows.slice(at, at + BATCH_ROWS);
    const text = rows.map((row) => line(row.map((cell) => cellText(cell, language, separator)))).join('');
    yield Buffer.from(text);
  }
}

function cellText({ value, format }: SheetCell, language: 'vi' | 'en', separator: string): string {
  if (value === null) return '';
  if (format === 'time' && typeof value === 'string' && !Number.isNaN(Date.parse(value)))
    return `${vietnamDay(value)} ${vietnamTime(value)}`;
  if (typeof value === 'number') return language === 'vi' ? String(value).replace('.', ',') : String(value);
  const text = cleanText(value);
  return quote(FORMULA_START.test(text) ? `'${text}` : text, separator);
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
