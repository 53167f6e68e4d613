import { asShown, legacyFontOf } from '../legacy/fonts.ts';
import type { LegacyNotes } from '../legacy/notes.ts';
import { numberCell } from '../numbers.ts';
import type { Cell, PlainCell } from '../table.ts';
import { lookOfFormat, type NumberLook } from '../xlsx/dates.ts';
import { cellStyle, type HtmlStyle } from './html-styles.ts';
import { htmlAttribute } from './html-tags.ts';

export interface HtmlCell {
  /** Of its tag. */
  readonly body: string;
  /** As it is shown. */
  readonly text: string;
  readonly classes: ReadonlyMap<string, HtmlStyle>;
  readonly notes: LegacyNotes;
  readonly sheet: string;
  readonly column: number;
}

/**
 * What a cell holds: the number itself where Excel (`x:num`), LibreOffice (`sdval`) or SheetJS (`data-v`) left it
 * beside what it shows; else what it shows, as in a text file.
 */
export function htmlCell(cell: HtmlCell): Cell {
  const { body } = cell;
  const value = body === '' ? shownCell(cell) : plainCell(cell);
  const formula = htmlAttribute(body, 'x:fmla');
  return formula === undefined ? value : { kind: 'formula', value, formula: formula.replace(/^=/, '') };
}

function plainCell(cell: HtmlCell): PlainCell {
  const { body, text, classes } = cell;
  const kind = htmlAttribute(body, 'data-t');
  if (kind === 'b') return htmlAttribute(body, 'data-v') === 'true';
  if (kind === 'e') return { kind: 'error', error: text };
  if (kind === 's' || kind === 'str') return shownCell(cell);
  const stored =
    htmlAttribute(body, 'x:num') ?? htmlAttribute(body, 'sdval') ?? htmlAttribute(body, 'data-v');
  const number = stored === undefined || stored.trim() === '' ? Number.NaN : Number(stored);
  if (!Number.isFinite(number)) return shownCell(cell);
  const [, , ownFormat] = (htmlAttribute(body, 'sdnum') ?? '').split(';');
  return numberCell(number, lookOf(ownFormat || cellStyle(body, classes).format, text), false);
}

/** By its format; where there is none, by what it shows. */
function lookOf(format: string | undefined, text: string): NumberLook {
  if (format !== undefined && format !== '') {
    if (/^percent$/i.test(format)) return 'percent';
    return /^(short|medium|long|general) (date|time)$/i.test(format) ? 'date' : lookOfFormat(0, format);
  }
  if (text.endsWith('%')) return 'percent';
  return /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}/.test(text) ? 'date' : 'plain';
}

function shownCell({ body, text, classes, notes, sheet, column }: HtmlCell): PlainCell {
  if (text === '') return null;
  if (body === '') return text;
  const font = legacyFontOf(cellStyle(body, classes).font);
  const shown = font === null ? text : asShown(text, font);
  if (font !== null && shown !== text) notes.add(sheet, column, font.charset, font.name);
  return shown;
}
