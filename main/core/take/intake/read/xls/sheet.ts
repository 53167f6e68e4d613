import { FileRefused } from '../../problem.ts';
import { errorName, type RecordBytes, rkNumber } from '../binary.ts';
import type { LegacyFont } from '../legacy/fonts.ts';
import type { StyledText } from '../legacy/notes.ts';
import { meetRange } from '../merged.ts';
import { numberCell } from '../numbers.ts';
import { type FontRun, richText } from '../rich-text.ts';
import { createRowBuilder, type RowBuilder } from '../row-builder.ts';
import type { MeetMerged, PlainCell, Row } from '../table.ts';
import type { NumberLook } from '../xlsx/dates.ts';
import { RECORDS, readRecords } from './records.ts';
import { fontAt, type TextReader } from './texts.ts';

/** What a sheet's cells refer to elsewhere in the workbook. */
export interface OldSheet {
  readonly name: string;
  readonly texts: readonly string[];
  readonly reader: TextReader;
  readonly looks: readonly NumberLook[];
  readonly named: readonly (LegacyFont | null)[];
  readonly is1904: boolean;
  readonly styled: StyledText | null;
}

/** Rows that hold at least one cell, in the order of the file. Throws FileRefused. */
export async function* readOldSheet(
  pieces: AsyncIterable<Uint8Array>,
  sheet: OldSheet,
  meetMerged?: MeetMerged,
): AsyncGenerator<readonly Row[]> {
  const rows = createRowBuilder(sheet.name);
  const handle = recordHandler(sheet, rows, meetMerged);
  yield* readRecords(pieces, handle, () => (rows.isFull() ? rows.take() : null));
  yield rows.take();
}

/** A formula whose text comes in the record behind it. */
interface Waiting {
  readonly style: number;
  readonly column: number;
}

function recordHandler(sheet: OldSheet, rows: RowBuilder, meetMerged: MeetMerged | undefined) {
  // A chart in the sheet has records of its own, with cells that it remembers.
  let depth = 0;
  let row = -1;
  let waiting: Waiting | null = null;
  const go = (to: number): void => {
    if (to === row) return;
    if (to < row) throw new FileRefused('FILE_DAMAGED', { part: sheet.name });
    rows.end();
    rows.begin(to + 1);
    row = to;
  };
  const number = (value: number, style: number): PlainCell =>
    numberCell(value, sheet.looks[style] ?? 'plain', sheet.is1904);
  const text = (value: string, style: number, column: number): string =>
    sheet.styled?.(value, style, column) ?? value;
  const formula = (column: number, value: PlainCell): void =>
    rows.put(column, { kind: 'formula', value, formula: '' });

  /** One handler a record; each begins with row, column and style. */
  const cells: Readonly<Record<number, (record: RecordBytes, column: number, style: number) => void>> = {
    [RECORDS.number]: (record, column, style) => rows.put(column, number(record.f64(6), style)),
    [RECORDS.rk]: (record, column, style) => rows.put(column, number(rkNumber(record.u32(6)), style)),
    [RECORDS.sharedLabel]: (record, column, style) => {
      const shared = sheet.texts[record.u32(6)];
      if (shared === undefined) throw new FileRefused('FILE_DAMAGED', { part: 'SST' }, { sheet: sheet.name });
      rows.put(column, text(shared, style, column));
    },
    [RECORDS.label]: (record, column, style) =>
      rows.put(column, text(sheet.reader.text(record, 6, 2), style, column)),
    [RECORDS.richLabel]: (record, column, style) =>
      rows.put(column, text(richLabel(record, sheet), style, column)),
    [RECORDS.boolOrError]: (record, column) =>
      rows.put(column, boolOrError(record.u8(7) !== 0, record.u8(6))),
    [RECORDS.manyRk]: (record, first) => {
      for (let at = 4, column = first; at + 8 <= record.length; at += 6, column += 1)
        rows.put(column, number(rkNumber(record.u32(at + 2)), record.u16(at)));
    },
    [RECORDS.formula]: (record, column, style) => {
      const kind = record.u16(12) === 0xffff ? record.u8(6) : -1;
      if (kind === -1) formula(column, number(record.f64(6), style));
      else if (kind === 1 || kind === 2) formula(column, boolOrError(kind === 2, record.u8(8)));
      // An empty text that is still to be computed is no result: programs that cannot compute write it.
      else if (kind === 3) formula(column, (record.u16(14) & TO_BE_COMPUTED) === 0 ? '' : null);
      else waiting = { style, column };
    },
  };
  return (type: number, record: RecordBytes): boolean | undefined => {
    if (type === RECORDS.begin) depth += 1;
    if (type === RECORDS.end) {
      depth -= 1;
      if (depth > 0) return false;
      rows.end();
      return true;
    }
    if (depth === 0) throw new FileRefused('FILE_DAMAGED', { part: sheet.name });
    if (depth > 1) return false;
    if (type === RECORDS.merged) meetMany(record, meetMerged);
    if (type === RECORDS.formulaText && waiting !== null) {
      const { style, column } = waiting;
      formula(column, text(sheet.reader.text(record, 0, 2), style, column));
      waiting = null;
      return false;
    }
    const cell = cells[type];
    if (cell === undefined) return false;
    go(record.u16(0));
    cell(record, record.u16(2), type === RECORDS.manyRk ? 0 : record.u16(4));
    return false;
  };
}

/** Ranges of eight bytes each ([MS-XLS] 2.4.168). */
function meetMany(record: RecordBytes, meetMerged: MeetMerged | undefined): void {
  const count = meetMerged === undefined ? 0 : record.u16(0);
  for (let at = 2; at + 8 <= Math.min(record.length, 2 + count * 8); at += 8)
    meetRange(meetMerged, {
      ...{ top: record.u16(at) + 1, bottom: record.u16(at + 2) + 1 },
      ...{ left: record.u16(at + 4), right: record.u16(at + 6) },
    });
}

const TO_BE_COMPUTED = 3;

function boolOrError(isError: boolean, value: number): PlainCell {
  return isError ? { kind: 'error', error: errorName(value) } : value !== 0;
}

/** Before Excel 97 a text of several fonts stood in its cell, its fonts behind it in bytes. */
function richLabel(record: RecordBytes, { reader, named }: OldSheet): string {
  const text = reader.text(record, 6, 2);
  const at = 8 + record.u16(6);
  if (reader.isUnicode || at >= record.length) return text;
  const runs = Array.from({ length: record.u8(at) }, (_, index): FontRun => {
    const place = at + 1 + index * 2;
    return { at: record.u8(place), font: fontAt(named, record.u8(place + 1)) };
  });
  return richText(text, runs);
}
