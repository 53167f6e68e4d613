import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import { type Cell, insertRows } from '#main/db/insert-rows.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { foldText } from '#shared/text/fold.ts';
import type { FactCatalogue, FormerCatalogue, FormerUnit } from './former.ts';
import { listFormer } from './former.ts';

/** What was loaded last, so that a program that brings a newer list loads it once. */
const VERSION_SETTING = 'catalogue.former';

export interface BackgroundCatalogue {
  readonly former: FormerCatalogue;
  readonly facts: FactCatalogue;
}

/** Whether the units of old and the facts of communes in the database are not those of this program. */
export function lacksBackground(database: ReadDatabase, version: string): boolean {
  return readSetting(database, VERSION_SETTING) !== version;
}

function backgroundVersion({ former, facts }: BackgroundCatalogue): string {
  return `${former.version}-${facts.version}`;
}

/** Loads what is built in, in place of an older list; what resolutions have changed since stays. */
export function loadBackground(database: WriteDatabase, catalogue: BackgroundCatalogue): void {
  database.exec(`
    DELETE FROM former_successor WHERE former_id IN (SELECT id FROM former_unit WHERE act_id IS NULL);
    DELETE FROM former_unit WHERE act_id IS NULL`);
  loadFormer(database, catalogue.former);
  loadFacts(database, catalogue.facts, catalogue.former.endedOn);
  writeSetting(database, VERSION_SETTING, backgroundVersion(catalogue));
}

const FORMER_COLUMNS = 'id level code name parent_id ended_on folded around act_id'.split(' ');
const SUCCESSOR_COLUMNS = 'former_id code is_part'.split(' ');

/** Thousands of rows, many at a time: their ids are given here, as those below them need them. */
function loadFormer(database: WriteDatabase, catalogue: FormerCatalogue): void {
  const parents = database
    .prepare(`SELECT unit.code, parent.code FROM unit JOIN unit AS parent ON parent.id = unit.parent_id`)
    .raw()
    .all() as [string, string][];
  const provinceOf = new Map(parents);
  const first = nextId(database);
  const known = new Map<string, FormerRow>();
  const written = listFormer(catalogue, (commune) => provinceOf.get(commune)).map((unit, place) => {
    const parent = unit.parent === null ? null : (known.get(keyOf(above(unit), unit.parent)) ?? null);
    const former = { ...unit, parent, endedOn: catalogue.endedOn, actId: null };
    const row = rowOf(first + place, former);
    known.set(keyOf(unit.level, unit.code), row);
    return row;
  });
  insertFormer(database, written);
}

function above({ level }: FormerUnit): FormerUnit['level'] {
  return level === 'commune' ? 'district' : 'province';
}

function keyOf(level: string, code: string): string {
  return `${level} ${code}`;
}

/** A row that is to be written, with its successors, as those that lay in it need it. */
interface FormerRow {
  readonly id: number | null;
  /** Words of it and of what it lay in. */
  readonly words: string;
  readonly cells: readonly Cell[];
  readonly successors: readonly (readonly Cell[])[];
}

interface NewFormer extends Omit<FormerUnit, 'parent'> {
  readonly parent: Pick<FormerRow, 'id' | 'words'> | null;
  readonly endedOn: string;
  readonly actId: number | null;
}

function nextId(database: ReadDatabase): number {
  return database.prepare('SELECT ifnull(max(id), 0) + 1 FROM former_unit').pluck().get() as number;
}

/** A unit of old as a row, with the words it is found by. */
function rowOf(id: number, { level, code, name, into, parent, endedOn, actId }: NewFormer): FormerRow {
  const folded = wordsOf(name, code);
  const around = parent?.words ?? '';
  return {
    id,
    words: `${folded}${around}`,
    cells: [id, level, code, name, parent?.id ?? null, endedOn, folded, around, actId],
    successors: into.map((successor) => [id, successor, into.length > 1 ? 1 : 0]),
  };
}

function insertFormer(database: WriteDatabase, rows: readonly FormerRow[]): void {
  const cells = rows.map((row) => row.cells);
  const successors = rows.flatMap((row) => row.successors);
  insertRows(database, 'former_unit', FORMER_COLUMNS, cells);
  insertRows(database, 'former_successor', SUCCESSOR_COLUMNS, successors);
}

function wordsOf(name: string, code: string): string {
  return ` ${foldText(name)} ${code}`;
}

/** A unit that a resolution ends; `around`: name and code of the province it lay in. */
export interface EndedUnit extends Omit<NewFormer, 'parent'> {
  readonly actId: number;
  readonly around: string;
}

export function writeFormer(database: WriteDatabase, { around, ...unit }: EndedUnit): void {
  const words = around === '' ? '' : ` ${foldText(around)}`;
  insertFormer(database, [rowOf(nextId(database), { ...unit, parent: { id: null, words } })]);
}

/** Thousands of communes by one statement: found by their codes one by one they would cost a fifth of all that is built in. */
function loadFacts(database: WriteDatabase, { communes, populationYear }: FactCatalogue, from: string): void {
  const sql = `
    INSERT INTO unit_fact (unit_id, valid_from, population, counted_in, seat)
    SELECT unit.id, :from, fact.value ->> 1, iif(fact.value ->> 1 IS NULL, NULL, :year), nullif(fact.value ->> 2, '')
    FROM json_each(:communes) AS fact JOIN unit ON unit.code = fact.value ->> 0 AND unit.level = 'commune'
    WHERE true
    ON CONFLICT DO UPDATE SET population = excluded.population, counted_in = excluded.counted_in, seat = excluded.seat`;
  database.prepare(sql).run({ communes: JSON.stringify(communes), from, year: populationYear });
}
