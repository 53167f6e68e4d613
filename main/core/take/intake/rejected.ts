import { type OfficePackage, ownPackage } from '#main/core/files/office-package.ts';
import { markCells } from '#main/core/files/workbook/mark-cells.ts';
import { addNotes } from '#main/core/files/workbook/notes.ts';
import { rowNumber } from '#main/core/files/workbook/place.ts';
import type { Sheet, SheetRow } from '#main/core/files/workbook/sheet.ts';
import { sheetParts } from '#main/core/files/workbook/sheets.ts';
import { sheetName, workbookParts } from '#main/core/files/workbook/write.ts';
import { zipParts } from '#main/core/files/zip.ts';
import type { ReturnWay } from '#shared/contract/choices.ts';
import { oneLine } from '#shared/text/clean-text.ts';
import { problemPlace, problemSentence } from '#shared/text/intake-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { changeOwn, type Readable } from './own-workbook.ts';
import type { Problem } from './problem.ts';
import type { Row } from './read/table.ts';

const ROWS_COPIED_AT_MOST = 20_000;
const HEADER_ROWS = 8;
const MARK = 'F9D2D2';
const LETTERS = /^[A-Z]{1,3}$/;

export interface RejectedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Cells and rows that carry a mark. */
  readonly cells: number;
  readonly way: ReturnWay;
}

/** What is to be said of a sheet: texts by cell. */
interface Reasons {
  readonly sheet: string;
  readonly notes: ReadonlyMap<string, string>;
}

/**
 * What a province gets back: its own workbook with the cells in error filled red and the reason as a note; of a file
 * in any other format, or a workbook that cannot be changed in place, a new .xlsx with the rows in error at the
 * numbers they had. Only files
 * that passed the guarded reader come here.
 */
export async function writeRejected(inspected: Readable): Promise<RejectedFile> {
  const reasons = reasonsOf(inspected.collection.problems.toMark);
  const rows = new Map(reasons.map(({ sheet, notes }) => [sheet, new Set([...notes.keys()].map(rowNumber))]));
  const own = await changeOwn(inspected, rows, (workbook) => mark(workbook, reasons));
  const isOwn = typeof own !== 'string';
  const bytes = isOwn ? own : await copiedRows(inspected, reasons);
  const name = `${oneLine(inspected.source.name).replace(/\.[^.]*$/, '')}-can-sua.xlsx`;
  const cells = reasons.reduce((sum, { notes }) => sum + notes.size, 0);
  return { name, bytes, cells, way: isOwn ? 'own' : own };
}

function reasonsOf(errors: readonly Problem[]): Reasons[] {
  const translator = createTranslator('vi');
  const sheets = Map.groupBy(errors, ({ sheet }) => sheet ?? '');
  return [...sheets].map(([sheet, found]) => {
    const cells = Map.groupBy(
      found,
      ({ row, column }) => `${LETTERS.test(column ?? '') ? column : 'A'}${row}`,
    );
    const told = (error: Problem) =>
      `${problemPlace(error, translator)}: ${problemSentence(error, translator)}`;
    return { sheet, notes: new Map([...cells].map(([cell, all]) => [cell, all.map(told).join('\n')])) };
  });
}

function mark(workbook: OfficePackage, reasons: readonly Reasons[]): void {
  const parts = sheetParts(workbook);
  const marked = reasons.flatMap(({ sheet, notes }) => {
    const part = parts.get(sheet);
    return part === undefined ? [] : [{ part, notes }];
  });
  markCells(workbook, new Map(marked.map(({ part, notes }) => [part, [...notes.keys()]])), MARK);
  for (const { part, notes } of marked) addNotes(workbook, part, notes);
}

/** The rows in error and what could be their header, at the numbers they had. */
async function copiedRows({ file }: Readable, reasons: readonly Reasons[]): Promise<Uint8Array> {
  const sheets: Sheet[] = [];
  const named: Reasons[] = [];
  for (const [index, sheet] of file.sheets.entries()) {
    const notes = reasons.find((one) => one.sheet === sheet.name)?.notes;
    if (notes === undefined && file.sheets.length > 1) continue;
    // A sheet of a CSV has the file's name, which may hold what a sheet's name must not.
    const name = sheetName(sheet.name, new Set(sheets.map((one) => one.name)));
    const wanted = new Set([...(notes?.keys() ?? [])].map(rowNumber));
    sheets.push({ name, widths: [], rows: await rowsOf(file.rows(index), wanted) });
    if (notes !== undefined) named.push({ sheet: name, notes });
  }
  const properties = { title: '', author: 'KH02 Center', asOf: new Date().toISOString(), font: 'Calibri' };
  const workbook = ownPackage(workbookParts(sheets, properties));
  mark(workbook, named);
  return zipParts(workbook.parts);
}

async function rowsOf(
  batches: AsyncIterable<readonly Row[]>,
  wanted: ReadonlySet<number>,
): Promise<SheetRow[]> {
  const copied: SheetRow[] = [];
  for await (const rows of batches) {
    for (const { row, cells } of rows) {
      if (copied.length >= ROWS_COPIED_AT_MOST || (row > HEADER_ROWS && !wanted.has(row))) continue;
      copied.push({ at: row, cells: cells.map((cell) => ({ value: plain(cell) })) });
    }
  }
  return copied;
}

/** Formulas are not copied: only what they showed. */
function plain(cell: Row['cells'][number]): string | number | boolean | null {
  if (typeof cell !== 'object' || cell === null) return cell;
  if (cell.kind === 'formula') return plain(cell.value);
  if (cell.kind === 'error') return cell.error;
  return cell.kind === 'percent' ? percentText(cell.value) : cell.value;
}

/** As its format showed it: the cell holds a fraction. Fifteen digits are what a sender typed, without its noise. */
function percentText(fraction: number): string {
  return `${Number((fraction * 100).toPrecision(15))}%`;
}
