import { type Archive, type Entry, readParts } from '#main/core/files/archive.ts';
import type { OfficePackage } from '#main/core/files/office-package.ts';
import { checkBytes } from '#main/core/files/well-formed.ts';
import { sheetWithRows, withChangedRows } from '#main/core/files/workbook/large-sheet.ts';
import { sheetParts } from '#main/core/files/workbook/sheets.ts';
import { type PackedPart, packPart, zipPacked } from '#main/core/files/zip.ts';

const MIB = 1024 * 1024;
/** Larger parts stay packed: sheets are gone through row by row, and nothing else of that size is changed. */
const OPENED_AT_MOST = 8 * MIB;

/** Rows that are to be changed, by the name of their sheet. */
export type RowsToChange = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Changes a workbook of which only those rows of its large sheets are opened. Parts that are not changed are copied
 * packed as they are. NotCut where a large sheet is not written as rows one after the other.
 */
export async function changeLarge(
  archive: Archive,
  rows: RowsToChange,
  open: (parts: OfficePackage['parts']) => OfficePackage,
  change: (workbook: OfficePackage) => void,
): Promise<Uint8Array> {
  const workbook = open(await readParts(archive, isOpened));
  const cut = new Set<string>();
  for (const [sheet, part] of sheetParts(workbook)) {
    const [entry, wanted] = [archive.entries.get(part), rows.get(sheet)];
    if (entry === undefined || wanted === undefined || isOpened(entry)) continue;
    workbook.parts[part] = await sheetWithRows(archive.read(entry), wanted);
    cut.add(part);
  }
  const before = { ...workbook.parts };
  change(workbook);
  const packed: PackedPart[] = [];
  for (const entry of archive.entries.values()) {
    if (entry.name.endsWith('/')) continue;
    const bytes = workbook.parts[entry.name];
    const isGone = bytes === undefined && before[entry.name] !== undefined;
    if (!isGone) packed.push(await partOf(archive, entry, bytes, { before, cut }));
  }
  const added = Object.entries(workbook.parts).filter(([name]) => !archive.entries.has(name));
  for (const [name, bytes] of added) packed.push(checked(name, bytes));
  return zipPacked(packed);
}

/** Styles are read whole however many there are. */
const isOpened = ({ name, size }: Entry): boolean => size <= OPENED_AT_MOST || name.endsWith('/styles.xml');

async function partOf(
  archive: Archive,
  entry: Entry,
  bytes: Uint8Array | undefined,
  { before, cut }: { readonly before: OfficePackage['parts']; readonly cut: ReadonlySet<string> },
): Promise<PackedPart> {
  const { name, method, crc, size } = entry;
  if (bytes === undefined || bytes === before[name])
    return { name, method, crc, size, packed: await archive.readPacked(entry) };
  if (!cut.has(name)) return checked(name, bytes);
  checkBytes(name, bytes);
  return await withChangedRows(name, archive.read(entry), bytes);
}

function checked(name: string, bytes: Uint8Array): PackedPart {
  checkBytes(name, bytes);
  return packPart(name, bytes);
}
