import { encodeText, openZip, type Parts } from '#main/core/files/zip.ts';
import { UserError } from '#shared/contract/errors.ts';
import { oneLine } from '#shared/text/clean-text.ts';
import { createLooks, type Looks } from './looks.ts';
import { packageParts, type WorkbookProperties } from './package-parts.ts';
import { rowXml, type Sheet, sheetHead, sheetTail } from './sheet.ts';

/** The most rows an Excel sheet holds (ECMA-376: 2^20). */
const SHEET_ROWS_MAX = 1_048_576;
/** Rows joined into one piece before it goes to the compressor. */
const BATCH_ROWS = 2000;

/**
 * Writes a workbook piece by piece: memory stays level however many rows there are. Equal content gives equal
 * bytes. UserErrors CANCELLED when the signal says so, PART_MALFORMED for a part that other programs could not read;
 * what the sink got until then is no workbook.
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  properties: WorkbookProperties,
  sink: (chunk: Uint8Array) => void,
  signal?: AbortSignal,
): Promise<void> {
  const zip = openZip(sink);
  for (const [name, pieces] of workbookPieces(sheets, properties)) {
    const write = zip.begin(name);
    for (const piece of pieces) {
      write(piece, false);
      // Gives a cancel and the other work of this thread a turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw new UserError('CANCELLED');
    }
    write('', true);
  }
  zip.end();
}

/** A small workbook as its parts. */
export function workbookParts(sheets: readonly Sheet[], properties: WorkbookProperties): Parts {
  const parts: Parts = {};
  for (const [name, pieces] of workbookPieces(sheets, properties))
    parts[name] = encodeText([...pieces].join(''));
  return parts;
}

/** The part of the sheet at that place. */
export function sheetPart(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** The parts in their order, each to be taken whole before the next. */
function* workbookPieces(
  sheets: readonly Sheet[],
  properties: WorkbookProperties,
): Generator<readonly [string, Iterable<string>]> {
  const looks = createLooks(properties.font);
  for (const [name, text] of packageParts(sheets, properties)) yield [name, [text]];
  for (const [index, sheet] of sheets.entries()) yield [sheetPart(index), sheetPieces(sheet, looks)];
  yield ['xl/styles.xml', [looks.xml()]];
}

function* sheetPieces(sheet: Sheet, looks: Looks): Generator<string> {
  let piece = sheetHead(sheet);
  let number = 0;
  let inPiece = 0;
  for (const row of sheet.rows) {
    number = row.at ?? number + 1;
    if (number > SHEET_ROWS_MAX) throw new UserError('INPUT_INVALID', { problem: `> ${SHEET_ROWS_MAX}` });
    piece += rowXml(row, number, sheet.widths, looks);
    inPiece += 1;
    if (inPiece < BATCH_ROWS) continue;
    yield piece;
    piece = '';
    inPiece = 0;
  }
  yield piece + sheetTail(sheet, number);
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
