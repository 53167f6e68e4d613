import type { ByteSource } from '#main/core/files/byte-source.ts';
import { type CompoundFile, openCompoundFile } from '#main/core/files/compound-file.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { createRecordBytes, type RecordBytes } from '../binary.ts';
import { type LegacyFont, legacyFontOf } from '../legacy/fonts.ts';
import { createLegacyNotes, styledText } from '../legacy/notes.ts';
import { type OpenSheet, tableOfSheets } from '../sheets.ts';
import type { TableFile } from '../table.ts';
import { lookOfFormat, type NumberLook } from '../xlsx/dates.ts';
import { RECORDS, readRecords } from './records.ts';
import { readOldSheet } from './sheet.ts';
import { collectSharedTexts, createTextReader, fontAt, type TextReader } from './texts.ts';

/** Excel 97 to 2003; before it 5 and 95. */
const BIFF8 = 0x600;
const BIFF5 = 0x500;

/** Streams and storages that tell what a compound file is when it is no workbook. */
const OTHERS = [
  ['WordDocument', 'DOC'],
  ['PowerPoint Document', 'PPT'],
] as const;

/** What stands before the sheets of a workbook. */
interface Globals {
  readonly texts: readonly string[];
  readonly reader: TextReader;
  readonly looks: readonly NumberLook[];
  /** By style, and by number as parts of a text name theirs. */
  readonly fonts: readonly (LegacyFont | null)[];
  readonly named: readonly (LegacyFont | null)[];
  readonly is1904: boolean;
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean; readonly start: number }[];
}

/** Opens a workbook of Excel 5 to 2003. Throws FileRefused. */
export async function openOldWorkbook(source: ByteSource): Promise<TableFile> {
  const file = await openCompoundFile(source);
  const stream = streamOf(file);
  const globals = await readGlobals(file, stream);
  const notes = createLegacyNotes();
  const sheets = globals.sheets.map(({ name, isHidden, start }): OpenSheet => {
    const styled = styledText(globals.fonts, name, notes);
    return {
      name,
      isHidden,
      rows: (meetMerged) => readOldSheet(file.read(stream, start), { ...globals, name, styled }, meetMerged),
    };
  });
  if (sheets.length === 0) throw new FileRefused('FILE_DAMAGED', { part: stream });
  return await tableOfSheets('xls', sheets, notes.problems);
}

/** Names are compared without case ([MS-CFB] 2.6.4). */
function streamOf({ entries }: CompoundFile): string {
  const find = (wanted: string): string | undefined =>
    [...entries.keys()].find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (find('EncryptedPackage') !== undefined) throw new FileRefused('FILE_ENCRYPTED');
  for (const [name, kind] of OTHERS) {
    if (find(name) !== undefined) throw new FileRefused('FILE_KIND_UNKNOWN', { kind });
  }
  if (find('_VBA_PROJECT_CUR') !== undefined) throw new FileRefused('FILE_MACRO');
  const stream = find('Workbook') ?? find('Book');
  if (stream === undefined) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'OLE' });
  return stream;
}

const WORKSHEET = 0;
const MACRO_SHEET = 1;

async function readGlobals(file: CompoundFile, stream: string): Promise<Globals> {
  const shared = collectSharedTexts();
  const codes = new Map<number, string>();
  const named: (LegacyFont | null)[] = [];
  const styles: { readonly font: number; readonly format: number }[] = [];
  const places: { readonly record: Buffer; readonly start: number }[] = [];
  let codePage = 1252;
  let version = 0;
  let isShared = false;
  let is1904 = false;
  const reader = () => createTextReader(version === BIFF8, codePage);
  const handle = (type: number, record: RecordBytes): boolean | undefined => {
    if (version === 0) version = versionOf(type, record);
    isShared = type === RECORDS.sharedTexts || (isShared && type === RECORDS.continues);
    if (isShared) shared.add(record);
    else if (type === RECORDS.password) throw new FileRefused('FILE_ENCRYPTED');
    else if (type === RECORDS.codePage) codePage = record.u16(0);
    else if (type === RECORDS.dateMode) is1904 = record.u16(0) === 1;
    else if (type === RECORDS.font) named.push(legacyFontOf(reader().text(record, 14, 1)));
    else if (type === RECORDS.format)
      codes.set(record.u16(0), reader().text(record, 2, version === BIFF8 ? 2 : 1));
    else if (type === RECORDS.style) styles.push({ font: record.u16(0), format: record.u16(2) });
    else if (type === RECORDS.sheet) addSheet(places, record);
    return type === RECORDS.end;
  };
  for await (const _ of readRecords(file.read(stream), handle, () => null));
  const looks = styles.map(({ format }) => lookOfFormat(format, codes.get(format)));
  const fonts = styles.map(({ font }) => fontAt(named, font));
  const sheets = places.map((place) => sheetOf(place, reader()));
  return { texts: shared.read(named), reader: reader(), looks, fonts, named, is1904, sheets };
}

function versionOf(type: number, record: RecordBytes): number {
  const version = type === RECORDS.begin ? record.u16(0) : 0;
  if (version !== BIFF8 && version !== BIFF5) throw new FileRefused('FILE_KIND_OLD_EXCEL');
  return version;
}

function addSheet(places: { record: Buffer; start: number }[], record: RecordBytes): void {
  const kind = record.u8(5);
  if (kind === MACRO_SHEET) throw new FileRefused('FILE_MACRO');
  if (kind !== WORKSHEET) return;
  // The code page of its name may come later.
  places.push({ record: Buffer.from(record.bytes(0, record.length)), start: record.u32(0) });
  if (places.length > LIMITS.sheets) throw limitExceeded('sheets', places.length);
}

function sheetOf({ record, start }: { record: Buffer; start: number }, reader: TextReader) {
  const view = createRecordBytes('Workbook');
  view.show(record);
  return { name: reader.text(view, 6, 1), isHidden: (view.u8(4) & 3) !== 0, start };
}
