import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { asShown, type LegacyFont, legacyFontOf } from '../legacy/fonts.ts';
import { createLegacyNotes, type LegacyNotes } from '../legacy/notes.ts';
import { meetRange } from '../merged.ts';
import { isoDateCell, numberCell } from '../numbers.ts';
import { createRowBuilder, type RowBuilder } from '../row-builder.ts';
import { type OpenSheet, tableOfSheets } from '../sheets.ts';
import type { Cell, MeetMerged, PlainCell, Row, TableFile } from '../table.ts';
import { lookOfFormat, type NumberLook } from '../xlsx/dates.ts';
import { type Attributes, createXmlReader, readXml } from '../xlsx/xml.ts';
import { namedEncoding, utf8Pieces } from './text-pieces.ts';

const PART = 'XML';
/** The prefix is Excel's own; other programs write what it reads. */
const ss = (attributes: Attributes, name: keyof typeof SS): string | undefined => attributes.get(SS[name]);
const SS = {
  Format: 'ss:Format',
  FontName: 'ss:FontName',
  Formula: 'ss:Formula',
  ID: 'ss:ID',
  Index: 'ss:Index',
  MergeAcross: 'ss:MergeAcross',
  MergeDown: 'ss:MergeDown',
  Name: 'ss:Name',
  Parent: 'ss:Parent',
  Span: 'ss:Span',
  StyleID: 'ss:StyleID',
  Type: 'ss:Type',
} as const;

interface Style {
  readonly look: NumberLook;
  readonly font: LegacyFont | null;
}

interface Book {
  readonly sheets: { name: string; isHidden: boolean }[];
  readonly styles: Map<string, Style>;
}

/** Opens the XML spreadsheet of Excel 2003, which many programs write and call .xls. Throws FileRefused. */
export async function openXmlSpreadsheet(source: ByteSource): Promise<TableFile> {
  const encoding = namedEncoding(await source.read(0, 4096));
  const pieces = () => utf8Pieces(source, encoding);
  const book = await readBook(pieces());
  const asked = source.size * book.sheets.length;
  if (asked > LIMITS.rereadBytes) throw limitExceeded('rereadBytes', asked);
  if (book.sheets.length === 0) throw new FileRefused('FILE_DAMAGED', { part: PART });
  const notes = createLegacyNotes();
  const sheets = book.sheets.map((sheet, index): OpenSheet => {
    const target = { name: sheet.name, styles: book.styles, notes };
    return { ...sheet, rows: (meetMerged) => readSheet(pieces(), index, { ...target, meetMerged }) };
  });
  return await tableOfSheets('xml', sheets, notes.problems);
}

/** Names of formats that are not written as one. */
const NAMED_LOOK = /^(percent)$|^(general date|(short|medium|long) (date|time))$/i;

function lookOf(format: string): NumberLook {
  const named = NAMED_LOOK.exec(format);
  if (named !== null) return named[1] === undefined ? 'date' : 'percent';
  return /^(standard|currency|euro currency|fixed|scientific|yes\/no|true\/false|on\/off)$/i.test(format)
    ? 'plain'
    : lookOfFormat(0, format);
}

async function readBook(pieces: AsyncIterable<Uint8Array>): Promise<Book> {
  const book: Book = { sheets: [], styles: new Map() };
  let style = '';
  let isVisibility = false;
  const change = (more: Partial<Style>): void => {
    book.styles.set(style, { ...(book.styles.get(style) ?? { look: 'plain', font: null }), ...more });
  };
  await readXml(PART, pieces, {
    open: (name, attributes) => {
      isVisibility = name === 'Visible';
      if (name === 'Style') {
        style = ss(attributes, 'ID') ?? '';
        const parent = book.styles.get(ss(attributes, 'Parent') ?? 'Default');
        if (parent !== undefined) change(parent);
      } else if (name === 'NumberFormat') change({ look: lookOf(ss(attributes, 'Format') ?? '') });
      else if (name === 'Font') change({ font: legacyFontOf(ss(attributes, 'FontName')) });
      else if (name === 'Worksheet') {
        if (book.sheets.length >= LIMITS.sheets) throw limitExceeded('sheets', book.sheets.length + 1);
        book.sheets.push({ name: (ss(attributes, 'Name') ?? '').normalize('NFC'), isHidden: false });
      }
    },
    wantsText: () => isVisibility,
    text: (text) => {
      const sheet = book.sheets.at(-1);
      if (sheet !== undefined && /hidden/i.test(text)) sheet.isHidden = true;
    },
    close: () => {
      isVisibility = false;
    },
  });
  return book;
}

interface Target {
  readonly name: string;
  readonly styles: ReadonlyMap<string, Style>;
  readonly notes: LegacyNotes;
  readonly meetMerged?: MeetMerged | undefined;
}

async function* readSheet(
  pieces: AsyncIterable<Uint8Array>,
  wanted: number,
  target: Target,
): AsyncGenerator<readonly Row[]> {
  const rows = createRowBuilder(target.name);
  const cells = cellHandlers(target, rows);
  let index = -1;
  const reader = createXmlReader(PART, {
    open: (name, attributes) => {
      if (name === 'Worksheet') index += 1;
      else if (index === wanted) cells.open(name, attributes);
    },
    wantsText: () => index === wanted && cells.wantsText(),
    text: cells.text,
    close: (name) => {
      if (index === wanted) cells.close(name);
    },
  });
  for await (const piece of pieces) {
    reader.write(piece);
    if (rows.isFull()) yield rows.take();
    if (index > wanted) break;
  }
  if (index <= wanted) reader.end();
  yield rows.take();
}

interface XmlCell {
  column: number;
  style: string;
  formula: string | null;
  type: string;
  text: string;
}

function cellHandlers(target: Target, rows: RowBuilder) {
  let row = 0;
  let rowStyle: string | undefined;
  let column = 0;
  let cell: XmlCell | null = null;
  let isData = false;
  const columnStyles: string[] = [];
  let nextColumn = 0;
  const openColumn = (attributes: Attributes): void => {
    nextColumn = place(ss(attributes, 'Index')) ?? nextColumn;
    const span = Math.min(Number(ss(attributes, 'Span') ?? 0), LIMITS.columns);
    const style = ss(attributes, 'StyleID');
    for (let step = 0; step <= span; step += 1, nextColumn += 1)
      if (style !== undefined && nextColumn < LIMITS.columns) columnStyles[nextColumn] = style;
  };
  const openRow = (attributes: Attributes): void => {
    row = (place(ss(attributes, 'Index')) ?? row) + 1;
    rowStyle = ss(attributes, 'StyleID');
    column = 0;
    rows.begin(row);
  };
  const openCell = (attributes: Attributes): void => {
    column = place(ss(attributes, 'Index')) ?? column;
    const style = ss(attributes, 'StyleID') ?? rowStyle ?? columnStyles[column] ?? 'Default';
    const formula = ss(attributes, 'Formula')?.replace(/^=/, '') ?? null;
    cell = { column, style, formula, type: '', text: '' };
    column += 1 + meetSpan(target, attributes, row, column);
  };
  const closeCell = (one: XmlCell): void => {
    const value = cellValue(one, target);
    rows.put(one.column, one.formula === null ? value : { kind: 'formula', value, formula: one.formula });
  };
  return {
    open: (name: string, attributes: Attributes): void => {
      if (name === 'Row') openRow(attributes);
      else if (name === 'Column') openColumn(attributes);
      else if (name === 'Cell') openCell(attributes);
      else if (name === 'Data' && cell !== null) {
        cell.type = ss(attributes, 'Type') ?? 'String';
        isData = true;
      }
    },
    wantsText: () => isData,
    text: (text: string): void => {
      if (cell === null) return;
      cell.text += text;
      if (cell.text.length > LIMITS.cellCharacters)
        throw limitExceeded('cellCharacters', cell.text.length, { sheet: target.name, row });
    },
    close: (name: string): void => {
      if (name === 'Row') rows.end();
      else if (name === 'Data') isData = false;
      else if (name === 'Cell' && cell !== null) {
        closeCell(cell);
        cell = null;
      }
    },
  };
}

/** Tells how far a cell goes if it is merged; columns that it covers are not written. */
function meetSpan({ meetMerged }: Target, attributes: Attributes, row: number, column: number): number {
  const across = place(ss(attributes, 'MergeAcross'), 0) ?? 0;
  const down = place(ss(attributes, 'MergeDown'), 0) ?? 0;
  meetRange(meetMerged, { top: row, bottom: row + down, left: column, right: column + across });
  return across;
}

/** A place as the file counts it, as one that counts from 0. */
function place(text: string | undefined, first = 1): number | null {
  if (text === undefined) return null;
  const number = Number(text);
  if (Number.isInteger(number) && number >= first && number <= 1_048_576) return number - first;
  throw new FileRefused('FILE_DAMAGED', { part: PART });
}

function cellValue(cell: XmlCell, { name, styles, notes }: Target): Exclude<Cell, { kind: 'formula' }> {
  const style = styles.get(cell.style);
  switch (cell.type) {
    case '':
      return null;
    case 'Number':
      return numberOf(cell.text, style?.look ?? 'plain');
    case 'DateTime':
      return isoDateCell(cell.text.trim());
    case 'Boolean':
      return cell.text.trim() === '1';
    case 'Error':
      return { kind: 'error', error: cell.text };
    default: {
      const text = cell.text.normalize('NFC');
      const shown = style?.font ? asShown(text, style.font) : text;
      if (style?.font && shown !== text) notes.add(name, cell.column, style.font.charset, style.font.name);
      return shown;
    }
  }
}

function numberOf(text: string, look: NumberLook): PlainCell {
  if (text.trim() === '') return null;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return numberCell(number, look, false);
}
