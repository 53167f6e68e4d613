import { isUtf8 } from 'node:buffer';
import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { guessCharset } from '../legacy/letters.ts';
import { createLegacyNotes, type LegacyNotes } from '../legacy/notes.ts';
import { MERGED_AT_MOST, meetRange } from '../merged.ts';
import { BATCH_ROWS, createRowBuilder, type RowBuilder } from '../row-builder.ts';
import { type OpenSheet, tableOfSheets } from '../sheets.ts';
import type { MeetMerged, Merged, Row, TableFile } from '../table.ts';
import { htmlCell } from './html-cell.ts';
import { classStyles, type HtmlStyle } from './html-styles.ts';
import { htmlAttribute, htmlText, htmlTokens } from './html-tags.ts';
import { namedEncoding } from './text-pieces.ts';

/** Tables inside one another; what is deeper is no table of figures. */
const TABLES_DEEP = 8;

/** Opens an HTML page, each table a sheet: what web programs and 'save as web page' call .xls. Throws FileRefused. */
export async function openHtml(source: ByteSource): Promise<TableFile> {
  if (source.size > LIMITS.htmlBytes) throw limitExceeded('htmlBytes', source.size);
  const html = decode(await source.read(0, source.size));
  const notes = createLegacyNotes();
  const tables = readTables(html, source.name, notes);
  if (tables.length === 0) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'HTML' });
  const sheets = tables.map(
    ({ name, rows, merged }): OpenSheet => ({
      ...{ name, isHidden: false },
      rows: (meetMerged) => inBatches(rows, merged, meetMerged),
    }),
  );
  return await tableOfSheets('html', sheets, notes.problems);
}

function decode(bytes: Uint8Array): string {
  const named = namedEncoding(bytes.subarray(0, 4096)) ?? (isUtf8(bytes) ? 'utf-8' : null);
  if (named !== null) return new TextDecoder(named).decode(bytes);
  // The old alphabets are read by their letters later, and those are as they look in windows-1252.
  const latin = new TextDecoder('windows-1252').decode(bytes);
  return guessCharset([latin]) === null ? new TextDecoder('windows-1258').decode(bytes) : latin;
}

async function* inBatches(
  rows: readonly Row[],
  merged: readonly Merged[],
  meetMerged: MeetMerged | undefined,
): AsyncGenerator<readonly Row[]> {
  if (meetMerged !== undefined) for (const one of merged) meetMerged(one);
  for (let at = 0; at < rows.length; at += BATCH_ROWS) yield rows.slice(at, at + BATCH_ROWS);
}

interface Table {
  readonly name: string;
  readonly rows: Row[];
  readonly merged: Merged[];
}

/** A table whose end has not come yet. */
interface OpenTable extends Table {
  readonly builder: RowBuilder;
  /** For each column the row down to which a cell of an earlier row reaches. */
  readonly taken: number[];
  row: number;
  column: number;
  cell: { readonly body: string; text: string } | null;
}

function readTables(html: string, name: string, notes: LegacyNotes): Table[] {
  const classes = classStyles(html);
  const tables: OpenTable[] = [];
  const open: OpenTable[] = [];
  let rows = 0;
  for (const { name: tag, body } of htmlTokens(html)) {
    const table = open.at(-1);
    if (tag === 'table') {
      if (open.length >= TABLES_DEEP) throw limitExceeded('depth', open.length + 1);
      const made = openTable(nameOf(name, tables.length));
      tables.push(made);
      open.push(made);
      if (tables.length > LIMITS.sheets) throw limitExceeded('sheets', tables.length);
    } else if (table === undefined) continue;
    else if (tag === 'tr' && ++rows > LIMITS.htmlRows) throw limitExceeded('htmlRows', rows);
    else if (tag === '') addText(table, body);
    else if (tag === '/table') {
      endRow(table, classes, notes);
      open.pop();
    } else handleTag(table, tag, body, classes, notes);
  }
  for (const table of open) endRow(table, classes, notes);
  return tables.filter(({ rows }) => rows.length > 0);
}

const nameOf = (file: string, before: number): string => (before === 0 ? file : `${file} (${before + 1})`);

function openTable(name: string): OpenTable {
  return {
    name,
    rows: [],
    merged: [],
    builder: createRowBuilder(name),
    taken: [],
    row: 0,
    column: 0,
    cell: null,
  };
}

function handleTag(
  table: OpenTable,
  tag: string,
  body: string,
  classes: ReadonlyMap<string, HtmlStyle>,
  notes: LegacyNotes,
): void {
  switch (tag) {
    case 'tr':
      endRow(table, classes, notes);
      table.row += 1;
      table.builder.begin(table.row);
      break;
    case '/tr':
      endRow(table, classes, notes);
      break;
    case 'td':
    case 'th':
      endCell(table, classes, notes);
      table.cell = { body, text: '' };
      break;
    case '/td':
    case '/th':
      endCell(table, classes, notes);
      break;
    case 'br':
    case 'p':
    case 'div':
      addText(table, ' ');
      break;
    case 'font':
      // A cell of one font says so at the cell; a font of its own stands inside.
      if (table.cell?.text.trim() === '') table.cell = withFont(table.cell, body);
  }
}

function withFont(cell: { readonly body: string; text: string }, body: string) {
  const face = htmlAttribute(body, 'face');
  return face === undefined
    ? cell
    : { ...cell, body: `${cell.body} style="font-family:${face.replace(/"/g, '')}"` };
}

function addText({ cell, name, row }: OpenTable, text: string): void {
  if (cell === null) return;
  cell.text += text;
  if (cell.text.length > LIMITS.cellCharacters * 4)
    throw limitExceeded('cellCharacters', cell.text.length, { sheet: name, row });
}

function endCell(table: OpenTable, classes: ReadonlyMap<string, HtmlStyle>, notes: LegacyNotes): void {
  const { cell, taken, row, builder } = table;
  if (cell === null) return;
  table.cell = null;
  if (row === 0) return;
  while ((taken[table.column] ?? 0) >= row) table.column += 1;
  const { column } = table;
  const wide = span(htmlAttribute(cell.body, 'colspan'), LIMITS.columns);
  const high = span(htmlAttribute(cell.body, 'rowspan'), LIMITS.rows);
  if (high > 1) for (let at = column; at < column + wide; at += 1) taken[at] = row + high - 1;
  if (table.merged.length < MERGED_AT_MOST)
    meetRange((one) => table.merged.push(one), {
      ...{ top: row, bottom: row + high - 1 },
      ...{ left: column, right: column + wide - 1 },
    });
  const text = htmlText(cell.text).replace(/\s+/g, ' ').trim().normalize('NFC');
  builder.put(column, htmlCell({ ...{ body: cell.body, text, classes, notes }, sheet: table.name, column }));
  table.column += wide;
}

function span(text: string | undefined, most: number): number {
  const number = Number(text ?? 1);
  return Number.isInteger(number) && number > 1 ? Math.min(number, most) : 1;
}

function endRow(table: OpenTable, classes: ReadonlyMap<string, HtmlStyle>, notes: LegacyNotes): void {
  endCell(table, classes, notes);
  table.builder.end();
  table.column = 0;
  table.rows.push(...table.builder.take());
}
