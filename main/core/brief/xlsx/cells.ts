import { FONT_FAMILY } from '#main/core/brief/pictures/font-metrics.ts';
import type { Cell } from '#main/core/files/workbook/cells.ts';
import type { Look } from '#main/core/files/workbook/looks.ts';
import type { SheetRow } from '#main/core/files/workbook/sheet.ts';
import type { CellFormatDto } from '#shared/contract/screen-export.ts';
import { dayNumber, vietnamDay, vietnamTime } from '#shared/domain/periods.ts';
import { cleanText } from '#shared/text/clean-text.ts';

export const WORKBOOK_FONT = FONT_FAMILY;

/** How a row looks; its cells' formats come on top. */
export type RowStyle = 'plain' | 'title' | 'note' | 'header';

export interface SheetCell {
  readonly value: string | number | null;
  readonly format: CellFormatDto;
}

const INK = { colour: '17212B' };
const FIGURE = { ...INK, vertical: 'top' } as const;
// Indented, or words beside a number to their left would run into it.
const WORDS = { ...FIGURE, horizontal: 'left', isWrapped: true, indent: 1 } as const;
const HEADER = {
  ...{ isBold: true, colour: 'FFFFFF', fill: '0F4C81' },
  ...({ vertical: 'center', isWrapped: true } as const),
};
/** 3 = #,##0; 4 = #,##0.00; 10 = 0.00%; 49 = text. */
const LOOKS = {
  text: WORDS,
  quoted: { ...WORDS, format: 49, isQuoted: true },
  integer: { ...FIGURE, format: 3 },
  decimal: { ...FIGURE, format: 4 },
  percent: { ...FIGURE, format: 10 },
  date: { ...FIGURE, format: 'dd/mm/yyyy' },
  time: { ...FIGURE, format: 'dd/mm/yyyy hh:mm' },
  title: { ...INK, size: 14, isBold: true },
  note: { size: 10, isItalic: true, colour: '5B6673' },
  header: { ...HEADER, horizontal: 'left', indent: 1 },
  headerOfFigures: { ...HEADER, horizontal: 'right' },
} as const satisfies Record<string, Look>;

/** 1900-01-01 is day 1 for Excel, which also counts a 29/02/1900 that never was: day 0 is 1899-12-30. */
const EXCEL_DAY_ZERO = dayNumber('1899-12-30') ?? 0;
const MINUTES_OF_DAY = 1440;

/** Excel's number of a day (yyyy-mm-dd); null for any other text. */
export function excelDay(day: string): number | null {
  const number = dayNumber(day);
  return number === null ? null : number - EXCEL_DAY_ZERO;
}

/** What a spreadsheet could take for a formula, were it not text (OWASP, CSV injection). Asked of clean text. */
export const FORMULA_START = /^[=+\-@\t\n]/;

/** A row of a workbook: text stays text, figures are numbers, days are days; nothing stands in an empty cell. */
export function sheetRow(style: RowStyle, cells: readonly SheetCell[]): SheetRow {
  return { cells: cells.map((cell) => workbookCell(cell, style)) };
}

function workbookCell({ value, format }: SheetCell, style: RowStyle): Cell {
  if (value === null || value === '') return { value: null };
  if (typeof value === 'number') {
    const isNumeric = format === 'integer' || format === 'decimal' || format === 'percent';
    return Number.isFinite(value) ? { value, look: LOOKS[isNumeric ? format : 'decimal'] } : { value: null };
  }
  return dateCell(value, format) ?? { value, look: LOOKS[lookOf(value, format, style)] };
}

function lookOf(value: string, format: CellFormatDto, style: RowStyle): keyof typeof LOOKS {
  if (style === 'plain') return FORMULA_START.test(cleanText(value)) ? 'quoted' : 'text';
  return style === 'header' && format !== 'text' ? 'headerOfFigures' : style;
}

/** Excel's days for yyyy-mm-dd, and for an instant as the clock in Viet Nam showed it; null for any other text. */
function dateCell(value: string, format: CellFormatDto): Cell | null {
  if (format !== 'date' && format !== 'time') return null;
  const isInstant = format === 'time' && value.length > 10 && !Number.isNaN(Date.parse(value));
  const days = excelDay(isInstant ? vietnamDay(value) : value);
  if (days === null) return null;
  if (!isInstant) return { value: days, look: LOOKS.date };
  const [hours = 0, minutes = 0] = vietnamTime(value).split(':').map(Number);
  return { value: days + (hours * 60 + minutes) / MINUTES_OF_DAY, look: LOOKS.time };
}
