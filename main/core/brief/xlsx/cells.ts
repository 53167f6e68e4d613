import { escapeXml } from '#main/core/brief/xml-text.ts';
import type { CellFormatDto } from '#shared/contract/screen-export.ts';
import { dayNumber, vietnamDay, vietnamTime } from '#shared/domain/periods.ts';
import { cleanText } from '#shared/text/clean-text.ts';

/** How a row looks; its cells' formats come on top. */
export type RowStyle = 'plain' | 'title' | 'note' | 'header';

export interface SheetCell {
  readonly value: string | number | null;
  readonly format: CellFormatDto;
}

/** Positions in cellXfs; see styles.ts. */
const STYLES = {
  text: 0,
  integer: 1,
  decimal: 2,
  percent: 3,
  date: 4,
  quoted: 5,
  title: 6,
  note: 7,
  header: 8,
  time: 9,
  headerOfFigures: 10,
} as const;

/** 1900-01-01 is day 1 for Excel, which also counts a 29/02/1900 that never was: day 0 is 1899-12-30. */
const EXCEL_DAY_ZERO = dayNumber('1899-12-30') ?? 0;

/** What a spreadsheet could take for a formula, were it not text (OWASP, CSV injection). Asked of clean text. */
export const FORMULA_START = /^[=+\-@\t\n]/;
/** Excel's own limit for the text of one cell. */
const CELL_CHARACTERS_MAX = 32_767;

/** One cell as XML; nothing for an empty one. Text stays text whatever it starts with. */
export function cellXml(cell: SheetCell, column: number, row: number, style: RowStyle): string {
  const { value } = cell;
  if (value === null || value === '') return '';
  const place = `${columnName(column)}${row}`;
  if (typeof value === 'number') return numberXml(place, value, cell.format);
  const serial = serialOf(value, cell.format);
  if (serial !== null) return `<c r="${place}" s="${STYLES[serial.style]}"><v>${serial.days}</v></c>`;
  return textXml(place, value, style === 'header' && cell.format !== 'text' ? 'headerOfFigures' : style);
}

/** Excel's days for yyyy-mm-dd, and for an instant as the clock in Viet Nam showed it; null for any other text. */
function serialOf(
  value: string,
  format: CellFormatDto,
): { readonly style: 'date' | 'time'; readonly days: number } | null {
  if (format !== 'date' && format !== 'time') return null;
  const isInstant = format === 'time' && value.length > 10 && !Number.isNaN(Date.parse(value));
  const day = dayNumber(isInstant ? vietnamDay(value) : value);
  if (day === null) return null;
  if (!isInstant) return { style: 'date', days: day - EXCEL_DAY_ZERO };
  const [hours = 0, minutes = 0] = vietnamTime(value).split(':').map(Number);
  return { style: 'time', days: day - EXCEL_DAY_ZERO + (hours * 60 + minutes) / MINUTES_OF_DAY };
}

const MINUTES_OF_DAY = 1440;

function numberXml(place: string, value: number, format: CellFormatDto): string {
  // Excel has no infinity and no NaN: such a cell would make the whole file unreadable.
  if (!Number.isFinite(value)) return '';
  const isNumeric = format === 'integer' || format === 'decimal' || format === 'percent';
  const style = isNumeric ? STYLES[format] : STYLES.decimal;
  return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
}

function textXml(place: string, value: string, style: RowStyle | 'headerOfFigures'): string {
  const text = cleanText(value).slice(0, CELL_CHARACTERS_MAX).normalize('NFC');
  const plain = FORMULA_START.test(text) ? STYLES.quoted : STYLES.text;
  const number = style === 'plain' ? plain : STYLES[style];
  return `<c r="${place}" s="${number}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Points of one line of the body's letters. */
const LINE_POINTS = 15;
/** Excel's own limit. */
const ROW_POINTS_MAX = 409;

/**
 * Points that a row needs for its longest wrapped cell, null where one line is enough. Programs fit a row themselves
 * only when somebody edits it.
 */
export function rowPoints(
  cells: readonly SheetCell[],
  widths: readonly number[],
  style: RowStyle,
): number | null {
  if (style !== 'plain' && style !== 'header') return null;
  let most = 1;
  for (const [column, { value }] of cells.entries()) {
    const width = widths[column];
    if (typeof value !== 'string' || width === undefined) continue;
    const lines = cleanText(value)
      .split('\n')
      .map((line) => Math.max(1, Math.ceil(line.length / (width - 1))));
    most = Math.max(
      most,
      lines.reduce((all, one) => all + one, 0),
    );
  }
  return most === 1 ? null : Math.min(ROW_POINTS_MAX, most * LINE_POINTS);
}

/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
