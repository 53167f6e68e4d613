import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
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

function loadFormer(database: WriteDatabase, catalogue: FormerCatalogue): void {
  const parents = database
    .prepare(`SELECT unit.code, parent.code FROM unit JOIN unit AS parent ON parent.id = unit.parent_id`)
    .raw()
    .all() as [string, string][];
  const provinceOf = new Map(parents);
  const insert = formerWriter(database);
  const known = new Map<string, FormerRow>();
  for (const unit of listFormer(catalogue, (commune) => provinceOf.get(commune))) {
    const parent = unit.parent === null ? null : (known.get(keyOf(above(unit), unit.parent)) ?? null);
    const row = insert({ ...unit, parent, endedOn: catalogue.endedOn, actId: null });
    known.set(keyOf(unit.level, unit.code), row);
  }
}

function above({ level }: FormerUnit): FormerUnit['level'] {
  return level === 'commune' ? 'district' : 'province';
}

function keyOf(level: string, code: string): string {
  return `${level} ${code}`;
}

/** A row that is written, as those that lay in it need it. */
interface FormerRow {
  readonly id: number | null;
  /** Words of it and of what it lay in. */
  readonly words: string;
}

interface NewFormer extends Omit<FormerUnit, 'parent'> {
  readonly parent: FormerRow | null;
  readonly endedOn: string;
  readonly actId: number | null;
}

/** Writes units of old, with the words they are found by. */
function formerWriter(database: WriteDatabase): (unit: NewFormer) => FormerRow {
  const insert = database.prepare(`
    INSERT INTO former_unit (level, code, name, parent_id, ended_on, folded, around, act_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  const insertSuccessor = database.prepare(
    'INSERT INTO former_successor (former_id, code, is_part) VALUES (?, ?, ?)',
  );
  return ({ level, code, name, into, parent, endedOn, actId }) => {
    const folded = wordsOf(name, code);
    const around = parent?.words ?? '';
    const run = insert.run(level, code, name, parent?.id ?? null, endedOn, folded, around, actId);
    const id = Number(run.lastInsertRowid);
    for (const successor of into) insertSuccessor.run(id, successor, into.length > 1 ? 1 : 0);
    return { id, words: `${folded}${around}` };
  };
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
  formerWriter(database)({ ...unit, parent: { id: null, words } });
}

function loadFacts(database: WriteDatabase, { communes, populationYear }: FactCatalogue, from: string): void {
  const insert = database.prepare(`
    INSERT INTO unit_fact (unit_id, valid_from, population, counted_in, seat)
    SELECT id, :from, :population, :year, :seat FROM unit WHERE code = :code AND level = 'commune'
    ON CONFLICT DO UPDATE SET population = excluded.population, counted_in = excluded.counted_in, seat = excluded.seat`);
  for (const [code, population, seat] of communes) {
    const year = population === null ? null : populationYear;
    insert.run({ code, from, population, year, seat: seat === '' ? null : seat });
  }
}
