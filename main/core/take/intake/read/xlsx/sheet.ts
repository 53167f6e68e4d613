import { columnName } from '#main/core/files/workbook/place.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import type { StyledText } from '../legacy/notes.ts';
import { mergedOfReference } from '../merged.ts';
import { numberCell } from '../numbers.ts';
import type { Cell, MeetMerged, PlainCell, Row } from '../table.ts';
import type { NumberLook } from './dates.ts';
import { officeText } from './parts.ts';
import { type Attributes, createXmlReader, type XmlHandlers } from './xml.ts';

/** What a sheet's cells refer to elsewhere in the workbook. */
export interface SheetContext {
  readonly name: string;
  readonly part: string;
  readonly texts: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly is1904: boolean;
  /** Text as its font shows it; null where no font of the workbook makes a difference. */
  readonly styled: StyledText | null;
}

// Yielded together: enough to make the generator's steps cheap, few enough to keep memory flat.
const BATCH_ROWS = 512;

/**
 * Rows that hold at least one cell, in the order of the file. Merged ranges are told and not gone through, validations
 * not looked at, so their size cannot matter. Rows and cells without a position follow the one before. Throws FileRefused.
 */
export async function* readSheet(
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
  meetMerged?: MeetMerged,
): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  const reader = createXmlReader(
    context.part,
    sheetHandlers(context, (row) => batch.push(row), meetMerged),
  );
  for await (const chunk of chunks) {
    reader.write(chunk);
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  reader.end();
  if (batch.length > 0) yield batch;
}

interface CellState {
  column: number;
  type: string;
  style: number;
  value: string;
  formula: string;
  hasValue: boolean;
  hasFormula: boolean;
}

function sheetHandlers(
  context: SheetContext,
  emit: (row: Row) => void,
  meetMerged?: MeetMerged,
): XmlHandlers {
  let rowNumber = 0;
  let rowCount = 0;
  let nextColumn = 0;
  // The row that is being read: one array for all of them, of which each row gets its part.
  const cells: Cell[] = [];
  let width = 0;
  let isInRow = false;
  let isPhonetic = false;
  let collecting: 'value' | 'formula' | null = null;
  const cell: CellState = {
    column: 0,
    type: 'n',
    style: 0,
    value: '',
    formula: '',
    hasValue: false,
    hasFormula: false,
  };
  const openRow = (attributes: Attributes): void => {
    rowNumber = attributes.read('r', rowPosition) ?? nextRow(rowNumber);
    nextColumn = 0;
    width = 0;
    isInRow = true;
  };
  const openCell = (attributes: Attributes): void => {
    cell.column = attributes.read('r', columnIndex) ?? nextColumn;
    nextColumn = cell.column + 1;
    cell.type = attributes.get('t') ?? 'n';
    cell.style = attributes.read('s', digits) ?? 0;
    cell.value = '';
    cell.formula = '';
    cell.hasValue = false;
    cell.hasFormula = false;
  };
  const placeOf = () => ({ sheet: context.name, row: rowNumber, column: columnName(cell.column) });
  const closeCell = (): void => {
    if (!cell.hasValue && !cell.hasFormula) return;
    if (cell.column >= LIMITS.columns) throw limitExceeded('columns', cell.column + 1, placeOf());
    if (cell.value.length > LIMITS.cellCharacters)
      throw limitExceeded('cellCharacters', cell.value.length, placeOf());
    for (; width < cell.column; width += 1) cells[width] = null;
    cells[cell.column] = cellValue(cell, context);
    width = Math.max(width, cell.column + 1);
  };
  const closeRow = (): void => {
    isInRow = false;
    if (width === 0) return;
    rowCount += 1;
    if (rowCount > LIMITS.rows) throw limitExceeded('rows', rowCount, { sheet: context.name });
    emit({ row: rowNumber, cells: cells.slice(0, width) });
  };
  return {
    open: (name, attributes) => {
      if (name === 'c' && isInRow) openCell(attributes);
      else if (name === 'row') openRow(attributes);
      else if (name === 'v' || (name === 't' && !isPhonetic)) collect('value');
      else if (name === 'f') collect('formula');
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 'mergeCell') mergedOfReference(attributes.get('ref'), meetMerged);
    },
    wantsText: () => collecting !== null,
    text: (text) => {
      if (collecting === 'formula') cell.formula += text;
      else cell.value = cell.value === '' ? text : cell.value + text;
    },
    close: (name) => {
      collecting = null;
      if (name === 'c') closeCell();
      else if (name === 'row') closeRow();
      else if (name === 'rPh') isPhonetic = false;
    },
  };

  function collect(what: 'value' | 'formula'): void {
    if (!isInRow) return;
    collecting = what;
    if (what === 'value') cell.hasValue = true;
    else cell.hasFormula = true;
  }
}

function nextRow(before: number): number {
  return checkRow(before + 1);
}

function rowPosition(bytes: Uint8Array, start: number, end: number): number {
  return checkRow(digits(bytes, start, end));
}

function checkRow(row: number): number {
  if (row >= 1 && row <= 1_048_576) return row;
  throw new FileRefused('FILE_DAMAGED', { part: 'row' });
}

/** A whole number; NaN for anything else. */
function digits(bytes: Uint8Array, start: number, end: number): number {
  let number = end > start && end - start < 12 ? 0 : Number.NaN;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    number = digit >= 0 && digit <= 9 ? number * 10 + digit : Number.NaN;
  }
  return number;
}

// 'BC12' -> 54. Excel's last column is XFD (16,384).
function columnIndex(bytes: Uint8Array, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end; at += 1) {
    const letter = (bytes[at] ?? 0) & ~32;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  if (column >= 1 && column <= 16_384) return column - 1;
  throw new FileRefused('FILE_DAMAGED', {
    part: Buffer.from(bytes.subarray(start, end)).toString().slice(0, 20),
  });
}

function cellValue(cell: CellState, context: SheetContext): Cell {
  const plain = plainValue(cell, context);
  const isText = typeof plain === 'string' && context.styled !== null;
  const value = isText ? context.styled(plain, cell.style, cell.column) : plain;
  return cell.hasFormula ? { kind: 'formula', value, formula: officeText(cell.formula) } : value;
}

function plainValue(cell: CellState, context: SheetContext): PlainCell {
  if (!cell.hasValue) return null;
  switch (cell.type) {
    case 's':
      return sharedText(cell.value, context);
    case 'str':
    case 'inlineStr':
      return officeText(cell.value);
    case 'b':
      return cell.value.trim() === '1' || cell.value.trim() === 'true';
    case 'e':
      return { kind: 'error', error: cell.value };
    case 'd':
      return { kind: 'date', value: cell.value.slice(0, 10), serial: Number.NaN };
    default:
      return numberValue(cell, context);
  }
}

function sharedText(index: string, context: SheetContext): string {
  const text = context.texts[Number(index)];
  if (text === undefined)
    throw new FileRefused('FILE_DAMAGED', { part: 'sharedStrings' }, { sheet: context.name });
  return text;
}

function numberValue(cell: CellState, context: SheetContext): PlainCell {
  if (cell.value.trim() === '') return null;
  const number = Number(cell.value);
  if (!Number.isFinite(number)) return officeText(cell.value);
  return numberCell(number, context.looks[cell.style] ?? 'plain', context.is1904);
}
