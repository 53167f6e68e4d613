import { strToU8, Zip, ZipDeflate } from 'fflate';
import { checkPart } from '#main/core/files/well-formed.ts';
import { UserError } from '#shared/contract/errors.ts';
import { oneLine } from '#shared/text/clean-text.ts';
import { cellXml, columnName, type RowStyle, rowPoints, type SheetCell } from './cells.ts';
import { packageParts, SPREADSHEET, type WorkbookProperties, XML_HEAD } from './package-parts.ts';

export interface SheetRow {
  readonly style: RowStyle;
  readonly cells: readonly SheetCell[];
}

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ (Excel's rules); see sheetName. */
  readonly name: string;
  /** Characters per column. */
  readonly widths: readonly number[];
  /** Rows that stay in view when scrolling. */
  readonly frozenRows: number;
  /** Rows (from 1, the header's among them) and columns that get filter buttons. */
  readonly filter?: { readonly firstRow: number; readonly lastRow: number; readonly columns: number };
  readonly rows: Iterable<SheetRow>;
}

/** The most rows an Excel sheet holds (ECMA-376: 2^20). */
const SHEET_ROWS_MAX = 1_048_576;
/** Rows joined into one piece before it goes to the compressor. */
const BATCH_ROWS = 2000;
const ZIP_DATE = new Date(1980, 0, 1);

/**
 * Writes a workbook piece by piece: memory stays level however many rows there are. Equal content gives equal
 * bytes. UserErrors CANCELLED when the signal says so, PART_MALFORMED for a part that other programs could not read;
 * what the sink got until then is no workbook.
 */
export async function writeXlsx(
  sheets: readonly Sheet[],
  properties: WorkbookProperties,
  sink: (chunk: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<void> {
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    sink(chunk);
  });
  const names = sheets.map((sheet) => sheet.name);
  for (const [name, text] of packageParts(names, properties)) addPart(zip, name)(text, true);
  for (const [index, sheet] of sheets.entries()) {
    await writeSheet(sheet, addPart(zip, `xl/worksheets/sheet${index + 1}.xml`), signal);
  }
  zip.end();
}

type WritePart = (text: string, isLast: boolean) => void;

function addPart(zip: Zip, name: string): WritePart {
  const part = new ZipDeflate(name, { level: 6 });
  part.mtime = ZIP_DATE;
  zip.add(part);
  const check = checkPart(name);
  return (text, isLast) => {
    check.write(text);
    if (isLast) check.end();
    part.push(strToU8(text), isLast);
  };
}

async function writeSheet(sheet: Sheet, write: WritePart, signal: AbortSignal | undefined): Promise<void> {
  write(sheetHead(sheet), false);
  let batch = '';
  let row = 0;
  for (const content of sheet.rows) {
    row += 1;
    if (row > SHEET_ROWS_MAX) throw new UserError('INPUT_INVALID', { problem: `> ${SHEET_ROWS_MAX}` });
    batch += rowXml(content, row, sheet.widths);
    if (row % BATCH_ROWS === 0) {
      write(batch, false);
      batch = '';
      // Gives a cancel and the other work of this thread a turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw new UserError('CANCELLED');
    }
  }
  write(`${batch}${sheetTail(sheet, row)}`, true);
}

function rowXml({ style, cells }: SheetRow, row: number, widths: readonly number[]): string {
  const points = rowPoints(cells, widths, style);
  const height = points === null ? '' : ` ht="${points}"`;
  return `<row r="${row}"${height}>${cells.map((cell, column) => cellXml(cell, column, row, style)).join('')}</row>`;
}

function sheetHead({ widths, frozenRows }: Sheet): string {
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `${XML_HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`;
}

function sheetTail({ filter, widths }: Sheet, rows: number): string {
  const range =
    filter === undefined
      ? ''
      : `<autoFilter ref="A${filter.firstRow}:${columnName(filter.columns - 1)}${filter.lastRow}"/>`;
  // Codes are text on purpose: without this Excel marks each of them as a mistake.
  const place = `A1:${columnName(Math.max(0, widths.length - 1))}${Math.max(1, rows)}`;
  const codes = `<ignoredErrors><ignoredError sqref="${place}" numberStoredAsText="1"/></ignoredErrors>`;
  return `</sheetData>${range}<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>${codes}</worksheet>`;
}

/** A name that Excel takes: no forbidden characters, at most 31, different from the names already given. */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const clean = oneLine(wanted)
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  const base = wholeWords(clean === '' ? 'Sheet' : clean);
  const isTaken = (name: string): boolean =>
    [...taken].some((other) => other.toLowerCase() === name.toLowerCase());
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : ` (${number})`;
    const name = `${base.slice(0, 31 - tail.length).trim()}${tail}`;
    if (!isTaken(name)) return name;
  }
}

/** The words that fit into a name; a first word that is too long is cut. */
function wholeWords(text: string): string {
  if (text.length <= 31) return text;
  const end = text.lastIndexOf(' ', 31);
  return text.slice(0, end < 15 ? 31 : end).trim();
}
