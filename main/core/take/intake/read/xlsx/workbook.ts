import { type Archive, type Entry, openArchive } from '#main/core/files/archive.ts';
import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { createLegacyNotes, styledText } from '../legacy/notes.ts';
import { type PackageKind, packageKind } from '../package-kind.ts';
import { type OpenSheet, tableOfSheets } from '../sheets.ts';
import type { TableFile } from '../table.ts';
import { type Relation, readRelations, readSharedTexts, readStyles, readWorkbookPart } from './parts.ts';
import { readSheet } from './sheet.ts';

const OTHER_KINDS: Readonly<Partial<Record<PackageKind, string>>> = { xlsb: 'XLSB', ods: 'ODS' };

/** Opens a workbook, and nothing else that may lie in a zip archive. Throws FileRefused. */
export async function openWorkbook(source: ByteSource): Promise<TableFile> {
  const archive = await openArchive(source, LIMITS);
  const other = OTHER_KINDS[packageKind(archive)];
  if (other !== undefined) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: other });
  return await readWorkbook(archive);
}

/** The directory, sheet names, styles and shared texts are read, rows are not yet. */
export async function readWorkbook(archive: Archive): Promise<TableFile> {
  const main = await findWorkbook(archive);
  const part = await readWorkbookPart(main.name, archive.read(main));
  if (part.sheets.length > LIMITS.sheets) throw limitExceeded('sheets', part.sheets.length);
  const relations = await relationsOf(archive, main.name);
  const texts = await readOptional(archive, relations, 'sharedStrings', readSharedTexts, []);
  const { looks, fonts } = await readOptional(archive, relations, 'styles', readStyles, NO_STYLES);
  const notes = createLegacyNotes();
  const sheets = part.sheets.flatMap(({ name, isHidden, relation }): OpenSheet[] => {
    const target = relations.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    const entry = target === undefined ? undefined : findEntry(archive, target);
    if (entry === undefined) return [];
    const styled = styledText(fonts, name, notes);
    const context = { name, part: entry.name, texts, looks, is1904: part.is1904, styled };
    return [{ name, isHidden, rows: (meetMerged) => readSheet(archive.read(entry), context, meetMerged) }];
  });
  if (sheets.length === 0) throw new FileRefused('FILE_DAMAGED', { part: 'xl/workbook.xml' });
  return await tableOfSheets('xlsx', sheets, notes.problems);
}

const NO_STYLES = { looks: [], fonts: [] };

async function findWorkbook(archive: Archive): Promise<Entry> {
  const root = archive.entries.get('_rels/.rels');
  const relations = root === undefined ? [] : await readRelations(root.name, archive.read(root), '');
  const target = relations.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const entry = findEntry(archive, target);
  if (entry === undefined) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'ZIP' });
  return entry;
}

// Part names are compared without case (ECMA-376 part 2, 6.2.2.3).
export function findEntry(archive: Archive, name: string): Entry | undefined {
  const exact = archive.entries.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const entry of archive.entries.values()) if (entry.name.toLowerCase() === wanted) return entry;
  return undefined;
}

export async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/');
  const folder = slash < 0 ? '' : part.slice(0, slash);
  const entry = findEntry(archive, `${folder === '' ? '' : `${folder}/`}_rels/${part.slice(slash + 1)}.rels`);
  if (entry === undefined) throw new FileRefused('FILE_DAMAGED', { part: `${part}.rels` });
  return await readRelations(entry.name, archive.read(entry), folder);
}

async function readOptional<T>(
  archive: Archive,
  relations: readonly Relation[],
  type: string,
  read: (part: string, chunks: AsyncIterable<Uint8Array>) => Promise<T>,
  missing: T,
): Promise<T> {
  const target = relations.find((relation) => relation.type === type)?.target;
  const entry = target === undefined ? undefined : findEntry(archive, target);
  return entry === undefined ? missing : await read(entry.name, archive.read(entry));
}
