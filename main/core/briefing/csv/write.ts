import type { DataTable } from '../xlsx/briefing-workbook.ts';

/** What a spreadsheet would run as a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * A table as CSV: UTF-8 with BOM, which Excel needs to see the accents; semicolons and decimal commas in
 * Vietnamese, commas and points in English; lines end with CR LF (RFC 4180). Text that a spreadsheet would run as
 * a formula gets an apostrophe in front; ratios stay fractions; a figure that is not there is an empty cell.
 */
export function writeCsv(table: DataTable, language: 'vi' | 'en'): Uint8Array {
  const separator = language === 'vi' ? ';' : ',';
  const line = (cells: readonly string[]): string => `${cells.join(separator)}\r\n`;
  const head = line(table.columns.map((column) => quote(column.title, separator)));
  const body = table.rows.map((row) => line(row.map((cell) => cellText(cell.value, language, separator))));
  return new TextEncoder().encode(`\uFEFF${head}${body.join('')}`);
}

function cellText(value: string | number | null, language: 'vi' | 'en', separator: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return language === 'vi' ? String(value).replace('.', ',') : String(value);
  return quote(FORMULA_START.test(value) ? `'${value}` : value, separator);
}

function quote(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
