import { type Cell, Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { cleanText, oneLine } from '#shared/text/clean-text.ts';
import { problemPlace, problemSentence } from '#shared/text/intake-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import type { Inspected } from './inspect.ts';
import type { Problem } from './problem.ts';
import type { Row } from './read/table.ts';
import { officeText } from './read/xlsx/parts.ts';
import { workbookBytes } from './workbook-bytes.ts';

// A workbook within these is opened whole and keeps everything its sender made; beyond them its rows are copied.
const OWN_BYTES_AT_MOST = 4 * 1024 * 1024;
const OWN_ROWS_AT_MOST = 20_000;
const ROWS_COPIED_AT_MOST = 20_000;
const HEADER_ROWS = 8;
const MARK = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF9D2D2' } } as const;
const LETTERS = /^[A-Z]{1,3}$/;

export interface RejectedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Cells and rows that carry a mark. */
  readonly cells: number;
}

/**
 * What a province gets back: its own workbook with the cells in error filled red and the reason as a comment; of a
 * CSV or JSON file, or a very large workbook, the rows in error at the numbers they had. Only files that passed the
 * guarded reader come here.
 */
export async function writeRejected(inspected: Inspected): Promise<RejectedFile> {
  const { source, file, collection } = inspected;
  const errors = collection.problems.toMark;
  const isOwn =
    file.format === 'xlsx' && source.size <= OWN_BYTES_AT_MOST && collection.rows <= OWN_ROWS_AT_MOST;
  const workbook = isOwn ? await ownWorkbook(inspected) : await copiedRows(inspected, errors);
  const cells = markErrors(workbook, errors);
  const name = `${oneLine(source.name).replace(/\.[^.]*$/, '')}-can-sua.xlsx`;
  return { name, bytes: await workbookBytes(workbook), cells };
}

async function ownWorkbook({ source }: Inspected): Promise<Workbook> {
  const workbook = new Workbook();
  await workbook.xlsx.load(Uint8Array.from(await source.read(0, source.size)).buffer);
  for (const sheet of workbook.worksheets) sheet.eachRow((row) => row.eachCell(keepWords));
  return workbook;
}

/** The library leaves Excel's escapes of what XML has no place for (_x000B_), and would write them as words. */
function keepWords(cell: Cell): void {
  const { value } = cell;
  if (typeof value === 'string' && value.includes('_x')) cell.value = cleanText(officeText(value));
}

async function copiedRows({ file }: Inspected, errors: readonly Problem[]): Promise<Workbook> {
  const workbook = new Workbook();
  for (const [index, { name }] of file.sheets.entries()) {
    const wanted = new Set(errors.filter(({ sheet }) => sheet === name).map(({ row }) => row));
    if (wanted.size === 0) continue;
    // A sheet of a CSV has the file's name, which may hold what a sheet's name must not.
    const sheet = workbook.addWorksheet(sheetName(name));
    let copied = 0;
    for await (const rows of file.rows(index)) {
      for (const row of rows) {
        if (copied >= ROWS_COPIED_AT_MOST || (row.row > HEADER_ROWS && !wanted.has(row.row))) continue;
        copyRow(sheet, row);
        copied += 1;
      }
    }
  }
  if (workbook.worksheets.length === 0) workbook.addWorksheet(sheetName(file.sheets[0]?.name ?? 'KH02'));
  return workbook;
}

function sheetName(name: string): string {
  return oneLine(name.replaceAll(/[*?:\\/[\]]/g, ' ')).slice(0, 31);
}

function copyRow(sheet: Worksheet, row: Row): void {
  for (const [index, cell] of row.cells.entries()) {
    if (cell === null) continue;
    sheet.getCell(row.row, index + 1).value = plain(cell);
  }
}

/** Formulas are not copied: only what they showed. */
function plain(cell: Exclude<Row['cells'][number], null>): string | number | boolean {
  if (typeof cell === 'string') return cleanText(cell);
  if (typeof cell !== 'object') return cell;
  if (cell.kind === 'formula') return cell.value === null ? '' : plain(cell.value);
  if (cell.kind === 'error') return cell.error;
  return cell.kind === 'percent' ? `${cell.value}%` : cell.value;
}

function markErrors(workbook: Workbook, errors: readonly Problem[]): number {
  const translator = createTranslator('vi');
  const notes = new Map<string, { place: Problem; texts: string[] }>();
  for (const error of errors) {
    const key = `${error.sheet}!${error.column ?? 'A'}${error.row}`;
    const note = notes.get(key) ?? { place: error, texts: [] };
    note.texts.push(`${problemPlace(error, translator)}: ${problemSentence(error, translator)}`);
    notes.set(key, note);
  }
  for (const { place, texts } of notes.values()) {
    const sheet =
      workbook.getWorksheet(place.sheet ?? '') ?? workbook.getWorksheet(sheetName(place.sheet ?? ''));
    const column = LETTERS.test(place.column ?? '') ? place.column : 'A';
    const cell = sheet?.getCell(`${column}${place.row}`);
    if (cell === undefined) continue;
    cell.fill = MARK;
    cell.note = cleanText(texts.join('\n'));
  }
  return notes.size;
}
