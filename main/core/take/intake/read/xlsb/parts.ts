import { LIMITS } from '../../limits.ts';
import { limitExceeded } from '../../problem.ts';
import type { RecordBytes } from '../binary.ts';
import { type LegacyFont, legacyFontOf } from '../legacy/fonts.ts';
import { type FontRun, richText } from '../rich-text.ts';
import { lookOfFormat, type NumberLook } from '../xlsx/dates.ts';
import type { Styles, WorkbookPart, WorkbookSheet } from '../xlsx/parts.ts';
import { RECORDS, readRecords, wideText } from './records.ts';

type Chunks = AsyncIterable<Uint8Array>;

export async function readBinaryWorkbook(part: string, chunks: Chunks): Promise<WorkbookPart> {
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  await readRecords(part, chunks, (type, record) => {
    if (type === RECORDS.workbookProperties) is1904 = (record.u32(0) & 1) === 1;
    if (type !== RECORDS.sheet) return;
    const relation = wideText(record, 8);
    const name = wideText(record, relation.after).text.normalize('NFC');
    sheets.push({ name, isHidden: record.u32(0) !== 0, relation: relation.text });
  });
  return { sheets, is1904 };
}

/** Besides what the cells need, every font by its number: parts of a text name theirs. */
export interface BinaryStyles extends Styles {
  readonly named: readonly (LegacyFont | null)[];
}

const FONT_NAME_AT = 21;

export async function readBinaryStyles(part: string, chunks: Chunks): Promise<BinaryStyles> {
  const codes = new Map<number, string>();
  const named: (LegacyFont | null)[] = [];
  const looks: NumberLook[] = [];
  const fonts: (LegacyFont | null)[] = [];
  let isInCells = false;
  await readRecords(part, chunks, (type, record) => {
    if (type === RECORDS.format) codes.set(record.u16(0), wideText(record, 2).text);
    if (type === RECORDS.font) named.push(legacyFontOf(wideText(record, FONT_NAME_AT).text));
    if (type === RECORDS.cellStyles) isInCells = true;
    if (type === RECORDS.cellStylesEnd) isInCells = false;
    if (type !== RECORDS.style || !isInCells) return;
    const id = record.u16(2);
    looks.push(lookOfFormat(id, codes.get(id)));
    fonts.push(named[record.u16(4)] ?? null);
  });
  return { looks, fonts, named };
}

export async function readBinaryTexts(
  part: string,
  chunks: Chunks,
  named: BinaryStyles['named'],
): Promise<string[]> {
  const texts: string[] = [];
  let characters = 0;
  await readRecords(part, chunks, (type, record) => {
    if (type !== RECORDS.sharedItem) return;
    const text = richCell(record, 0, named);
    if (text.length > LIMITS.cellCharacters) throw limitExceeded('cellCharacters', text.length);
    characters += text.length;
    texts.push(text);
    if (texts.length > LIMITS.sharedTexts) throw limitExceeded('sharedTexts', texts.length);
    if (characters > LIMITS.sharedCharacters) throw limitExceeded('sharedCharacters', characters);
  });
  return texts;
}

/** A text that may change its font on the way ([MS-XLSB] 2.5.122). */
export function richCell(record: RecordBytes, at: number, named: BinaryStyles['named']): string {
  const { text, after } = wideText(record, at + 1);
  const isRich = (record.u8(at) & 1) === 1;
  const count = isRich ? Math.min(record.u32(after), text.length + 1) : 0;
  const runs = Array.from({ length: count }, (_, index): FontRun => {
    const place = after + 4 + index * 4;
    return { at: record.u16(place), font: named[record.u16(place + 2)] ?? null };
  });
  return richText(text, runs).normalize('NFC');
}
