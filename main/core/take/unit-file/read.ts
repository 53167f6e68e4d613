import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { type ByteSource, fileSource } from '#main/core/files/byte-source.ts';
import { UserError } from '#shared/contract/errors.ts';
import { UNIT_FILE, UNIT_FILE_COLUMNS, type UnitActProblemDto } from '#shared/contract/unit-acts.ts';
import { versionFault } from '#shared/domain/file-version.ts';
import { reason } from '#shared/domain/reason.ts';
import type { UnitAct } from '#shared/domain/unit-acts.ts';
import { refusalOf } from '../intake/problem.ts';
import { openTable } from '../intake/read/open-table.ts';
import type { Cell, TableFile } from '../intake/read/table.ts';
import { columnOf, type Place, readCells, type Values } from './cells.ts';

/** More than any resolution takes. */
const BYTES_AT_MOST = 5 * 1024 * 1024;
const ACTS_AT_MOST = 5000;

export interface ReadActs {
  readonly file: string;
  readonly sha256: string;
  readonly day: string | null;
  readonly document: string | null;
  readonly acts: readonly UnitAct[];
  /** Of each act. */
  readonly places: readonly Place[];
  readonly problems: readonly UnitActProblemDto[];
}

interface Line extends Place {
  readonly values: Values;
}

/** A file of unit acts as far as it can be read. FILE_UNREADABLE, UNIT_FILE_REFUSED for what is none. */
export async function readUnitFile(path: string, name: string): Promise<ReadActs> {
  const file = basename(name);
  const source = await fileSource(file, path).catch((cause: unknown) => {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
    throw new UserError('FILE_UNREADABLE', { file }, { cause });
  });
  if (source.size > BYTES_AT_MOST) throw new UserError('UNIT_FILE_REFUSED', { file, why: 'tooLarge' });
  const bytes = await source.read(0, source.size);
  const problems: UnitActProblemDto[] = [];
  const text = new TextDecoder().decode(bytes).replace(/^\uFEFF/, '');
  const isJson = /^\s*[[{]/.test(text);
  const lines = isJson ? fromJson(text, file, problems) : await fromTable(source, problems);
  if (lines.length === 0) throw new UserError('UNIT_FILE_REFUSED', { file, why: 'empty' });
  if (lines.length > ACTS_AT_MOST) throw new UserError('UNIT_FILE_REFUSED', { file, why: 'tooLarge' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, sha256, ...headOf(lines, problems), ...actsOf(lines, problems), problems };
}

function fromJson(text: string, file: string, problems: UnitActProblemDto[]): Line[] {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new UserError('UNIT_FILE_REFUSED', { file, why: 'damaged' }, { cause });
  }
  const { format, version, acts, ...head } = content as Record<string, unknown>;
  if (format !== UNIT_FILE.format || !Array.isArray(acts))
    throw new UserError('UNIT_FILE_REFUSED', { file, why: 'noUnits' });
  const fault = versionFault(version, UNIT_FILE.version);
  if (fault !== null) throw new UserError('UNIT_FILE_REFUSED', { file, ...fault });
  return acts.map((act: unknown, at) => {
    const said = { ...head, ...(typeof act === 'object' ? act : {}) } as Record<string, unknown>;
    const cells = UNIT_FILE_COLUMNS.map((column) => [column, cellOf(said[column])] as const);
    const place = { sheet: null, row: at + 1 };
    return { ...place, values: readCells(cells, place, problems) };
  });
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) return value.map(String).join(';');
  if (value === null || value === undefined) return null;
  return typeof value === 'number' ? value : String(value);
}

/** The rows of every sheet whose header names an act and a code; other sheets are words for people. */
async function fromTable(source: ByteSource, problems: UnitActProblemDto[]): Promise<Line[]> {
  try {
    const file = await openTable(source);
    const lines: Line[] = [];
    let isOne = false;
    for (const [at, { name, isHidden }] of file.sheets.entries()) {
      if (isHidden) continue;
      const sheet = await readSheet(file, at, name, problems);
      isOne ||= sheet !== null;
      lines.push(...(sheet ?? []));
    }
    if (!isOne) throw new UserError('UNIT_FILE_REFUSED', { file: source.name, why: 'noUnits' });
    return lines;
  } catch (cause) {
    if (cause instanceof UserError || refusalOf(cause) === null) throw cause;
    throw new UserError('UNIT_FILE_REFUSED', { file: source.name, why: 'damaged' }, { cause });
  }
}

/** Null for a sheet without the header. */
async function readSheet(
  file: TableFile,
  at: number,
  sheet: string,
  problems: UnitActProblemDto[],
): Promise<Line[] | null> {
  let columns: ReturnType<typeof columnOf>[] | null = null;
  const lines: Line[] = [];
  for await (const batch of file.rows(at)) {
    for (const { row, cells } of batch) {
      if (columns === null) {
        const named = cells.map(columnOf);
        if (named.includes('act') && named.includes('code')) columns = named;
        continue;
      }
      const given = columns.flatMap((column, place) =>
        column === null ? [] : ([[column, cells[place] ?? null]] as const),
      );
      const place = { sheet, row };
      const values = readCells(given, place, problems);
      if (Object.keys(values).length > 0) lines.push({ ...place, values });
    }
  }
  return columns === null ? null : lines;
}

/** Day and number of the document: said on the first row, or on every one. */
function headOf(lines: readonly Line[], problems: UnitActProblemDto[]) {
  const one = (field: 'day' | 'document'): string | null => {
    const said = lines.filter(({ values }) => values[field] !== undefined);
    const [first] = said;
    const other = said.find(({ values }) => values[field] !== first?.values[field]);
    if (other !== undefined)
      problems.push({ reason: reason(`reason.units.${field}Several`), sheet: other.sheet, row: other.row });
    if (first === undefined)
      problems.push({ reason: reason(`reason.units.${field}Missing`), sheet: null, row: null });
    return first?.values[field] ?? null;
  };
  return { day: one('day'), document: one('document') };
}

function actsOf(lines: readonly Line[], problems: UnitActProblemDto[]) {
  const found = lines.flatMap(({ sheet, row, values }) => {
    const { act: kind, code } = values;
    if (kind !== undefined && code !== undefined)
      return [{ place: { sheet, row }, act: actOf({ ...values, act: kind, code }) }];
    // A row that says the day or the document alone is a heading of the table.
    const isHeading = Object.keys(values).every((column) => column === 'day' || column === 'document');
    const missing = kind === undefined ? 'actMissing' : 'codeMissing';
    const isTold = problems.some((one) => one.sheet === sheet && one.row === row);
    if (!isHeading && !isTold) problems.push({ reason: reason(`reason.units.${missing}`), sheet, row });
    return [];
  });
  return { acts: found.map(({ act }) => act), places: found.map(({ place }) => place) };
}

function actOf({
  act,
  from = [],
  code,
  kind,
  ...said
}: Values & Required<Pick<Values, 'act' | 'code'>>): UnitAct {
  return {
    ...{ kind: act, from, code, unitKind: kind ?? null },
    ...{ name: said.name ?? null, nameEn: said.nameEn ?? null, province: said.province ?? null },
    ...{ population: said.population ?? null, countedIn: said.countedIn ?? null, seat: said.seat ?? null },
  };
}
