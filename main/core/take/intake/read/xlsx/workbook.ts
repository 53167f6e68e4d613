import { type Archive, type Entry, openArchive } from '#main/core/files/archive.ts';
import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded, type Problem, problem } from '../../problem.ts';
import type { Row, TableFile } from '../table.ts';
import { type Relation, readRelations, readSharedTexts, readStyles, readWorkbookPart } from './parts.ts';
import { readSheet, type SheetContext } from './sheet.ts';

/** Name of the hidden sheet by which our own templates are known. */
export const META_SHEET = '_meta';
const META_ROWS = 200;

interface OpenSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly entry: Entry;
}

/** Opens a workbook: the directory, sheet names, styles and shared texts are read, rows are not yet. */
export async function openWorkbook(source: ByteSource): Promise<TableFile> {
  const archive = await openArchive(source, LIMITS);
  refuseOtherKinds(archive);
  const main = await findWorkbook(archive);
  const part = await readWorkbookPart(main.name, archive.read(main));
  if (part.sheets.length > LIMITS.sheets) throw limitExceeded('sheets', part.sheets.length);
  const relations = await relationsOf(archive, main.name);
  const sheets = part.sheets.flatMap(({ name, isHidden, relation }): OpenSheet[] => {
    const target = relations.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    const entry = target === undefined ? undefined : findEntry(archive, target);
    return entry === undefined ? [] : [{ name, isHidden, entry }];
  });
  if (sheets.length === 0) throw new FileRefused('FILE_DAMAGED', { part: 'xl/workbook.xml' });
  const texts = await readOptional(archive, relations, 'sharedStrings', readSharedTexts, []);
  const looks = await readOptional(archive, relations, 'styles', readStyles, []);
  const rowsOf = (sheet: OpenSheet): AsyncGenerator<readonly Row[]> => {
    const context: SheetContext = {
      name: sheet.name,
      part: sheet.entry.name,
      texts,
      looks,
      is1904: part.is1904,
    };
    return readSheet(archive.read(sheet.entry), context);
  };
  const meta = sheets.find(({ name }) => name === META_SHEET);
  const visible = sheets.filter(({ name }) => name !== META_SHEET);
  return {
    format: 'xlsx',
    sheets: visible.map(({ name, isHidden }) => ({ name, isHidden })),
    meta: meta === undefined ? null : await readMeta(rowsOf(meta)),
    dialect: null,
    problems: visible.filter(({ isHidden }) => isHidden).map(hiddenProblem),
    rows: (index) => rowsOf(required(visible[index])),
  };
}

function hiddenProblem(sheet: OpenSheet): Problem {
  return problem('warning', 'SHEET_HIDDEN', {}, { sheet: sheet.name });
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('No such sheet');
  return value;
}

function refuseOtherKinds(archive: Archive): void {
  for (const name of archive.entries.keys()) {
    if (/vbaProject|^xl\/macrosheets\//i.test(name)) throw new FileRefused('FILE_MACRO');
    if (/^xl\/workbook\.bin$/i.test(name)) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'XLSB' });
    if (/^word\/|^ppt\/|^content\.xml$/i.test(name)) {
      throw new FileRefused('FILE_KIND_UNKNOWN', { kind: name.startsWith('content') ? 'ODS' : 'DOCX/PPTX' });
    }
  }
}

async function findWorkbook(archive: Archive): Promise<Entry> {
  const root = archive.entries.get('_rels/.rels');
  const relations = root === undefined ? [] : await readRelations(root.name, archive.read(root), '');
  const target = relations.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const entry = findEntry(archive, target);
  if (entry === undefined) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'ZIP' });
  return entry;
}

// Part names are compared without case (ECMA-376 part 2, 6.2.2.3).
function findEntry(archive: Archive, name: string): Entry | undefined {
  const exact = archive.entries.get(name);
  if (exact !== undefined) return exact;
  const wanted = name.toLowerCase();
  for (const entry of archive.entries.values()) if (entry.name.toLowerCase() === wanted) return entry;
  return undefined;
}

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
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

async function readMeta(rows: AsyncGenerator<readonly Row[]>): Promise<Map<string, string>> {
  const meta = new Map<string, string>();
  for await (const batch of rows) {
    for (const { cells } of batch) {
      const [key, value] = cells;
      if (typeof key === 'string' && value !== null && typeof value !== 'object')
        meta.set(key, String(value ?? ''));
    }
    if (meta.size > META_ROWS) throw new FileRefused('FILE_DAMAGED', { part: META_SHEET });
  }
  return meta;
}
