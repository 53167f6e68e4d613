import { FileRefused } from '../../problem.ts';
import { errorName, type RecordBytes, rkNumber } from '../binary.ts';
import type { StyledText } from '../legacy/notes.ts';
import { meetRange } from '../merged.ts';
import { numberCell } from '../numbers.ts';
import { createRowBuilder, type RowBuilder } from '../row-builder.ts';
import type { Cell, MeetMerged, PlainCell, Row } from '../table.ts';
import { type BinaryStyles, richCell } from './parts.ts';
import { createRecordReader, RECORDS, SHORT_CELLS, wideText } from './records.ts';

/** What a sheet's cells refer to elsewhere in the workbook. */
export interface BinarySheet {
  readonly name: string;
  readonly part: string;
  readonly texts: readonly string[];
  readonly styles: BinaryStyles;
  readonly is1904: boolean;
  readonly styled: StyledText | null;
}

const FIRST_CELL = RECORDS.cellRk;
const LAST_CELL = RECORDS.formulaError;

/** Rows that hold at least one cell, in the order of the file. Throws FileRefused. */
export async function* readBinarySheet(
  chunks: AsyncIterable<Uint8Array>,
  sheet: BinarySheet,
  meetMerged?: MeetMerged,
): AsyncGenerator<readonly Row[]> {
  const rows = createRowBuilder(sheet.name);
  const reader = createRecordReader(sheet.part, recordHandler(sheet, rows, meetMerged));
  for await (const chunk of chunks) {
    reader.write(chunk);
    if (rows.isFull()) yield rows.take();
  }
  reader.end();
  rows.end();
  yield rows.take();
}

function recordHandler(
  sheet: BinarySheet,
  rows: RowBuilder,
  meetMerged: MeetMerged | undefined,
): (type: number, record: RecordBytes) => void {
  let column = -1;
  let row = 0;
  const cell = (type: number, record: RecordBytes, styleAt: number): void => {
    const style = record.u16(styleAt) | (record.u8(styleAt + 2) << 16);
    const value = cellValue(type, record, styleAt + 4, { style, column }, sheet);
    rows.put(column, value);
  };
  return (type, record) => {
    if (type === RECORDS.rowHeader) {
      rows.end();
      const next = record.u32(0) + 1;
      if (next <= row) throw new FileRefused('FILE_DAMAGED', { part: sheet.part });
      row = next;
      rows.begin(row);
      column = -1;
    } else if ((type >= FIRST_CELL && type <= LAST_CELL) || type === RECORDS.cellRich) {
      column = record.u32(0);
      cell(type, record, 4);
    } else if (type >= SHORT_CELLS.first - 1 && type <= SHORT_CELLS.last) {
      column += 1;
      if (type >= SHORT_CELLS.first) cell(type - SHORT_CELLS.distance, record, 0);
    } else if (type === RECORDS.merged) {
      meetRange(meetMerged, {
        ...{ top: record.u32(0) + 1, bottom: record.u32(4) + 1 },
        ...{ left: record.u32(8), right: record.u32(12) },
      });
    }
  };
}

function cellValue(
  type: number,
  record: RecordBytes,
  at: number,
  { style, column }: { readonly style: number; readonly column: number },
  sheet: BinarySheet,
): Cell {
  const number = (value: number): PlainCell =>
    numberCell(value, sheet.styles.looks[style] ?? 'plain', sheet.is1904);
  const text = (value: string): string => sheet.styled?.(value, style, column) ?? value;
  const formula = (value: PlainCell): Cell => ({ kind: 'formula', value, formula: '' });
  switch (type) {
    case RECORDS.cellRk:
      return number(rkNumber(record.u32(at)));
    case RECORDS.cellReal:
      return number(record.f64(at));
    case RECORDS.cellBool:
      return record.u8(at) !== 0;
    case RECORDS.cellError:
      return { kind: 'error', error: errorName(record.u8(at)) };
    case RECORDS.cellText:
      return text(wideText(record, at).text.normalize('NFC'));
    case RECORDS.cellRich:
      return text(richCell(record, at, sheet.styles.named));
    case RECORDS.cellShared:
      return text(sharedText(record.u32(at), sheet));
    case RECORDS.formulaText:
      return formula(text(wideText(record, at).text.normalize('NFC')));
    case RECORDS.formulaNumber:
      return formula(number(record.f64(at)));
    case RECORDS.formulaBool:
      return formula(record.u8(at) !== 0);
    case RECORDS.formulaError:
      return formula({ kind: 'error', error: errorName(record.u8(at)) });
    default:
      return null;
  }
}

function sharedText(index: number, { texts, name }: BinarySheet): string {
  const text = texts[index];
  if (text === undefined) throw new FileRefused('FILE_DAMAGED', { part: 'sharedStrings' }, { sheet: name });
  return text;
}
