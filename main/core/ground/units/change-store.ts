import type { WriteDatabase } from '#main/db/open.ts';
import type { UnitKind } from '#shared/domain/model.ts';
import { evaluatePopulation } from '#shared/domain/population.ts';
import {
  type BegunUnit,
  levelOfCode,
  type SaidFacts,
  type UnitChange,
  type UnitPart,
} from '#shared/domain/unit-acts.ts';
import { fullUnitName } from '#shared/text/unit-names.ts';
import { writeFormer } from '../catalogue/former-store.ts';
import { communeFacts } from './facts-store.ts';
import { namesOfUnits } from './names-store.ts';

interface Held {
  readonly day: string;
  readonly actId: number;
}

/** Writes what a resolution does from its day on; what was before the day stays as it is. */
export function applyChange(database: WriteDatabase, change: UnitChange, held: Held): void {
  // Those that end first: they are told of by the names and places they had.
  keepFormer(database, change, held);
  for (const unit of change.begun) begin(database, unit, held.day);
  const end = database.prepare('UPDATE unit SET valid_to = ? WHERE code = ?');
  for (const { code } of change.ended) end.run(held.day, code);
  for (const { code, after } of change.changed) rename(database, code, after, held.day);
  const gave = new Set(change.reduced.map(({ code }) => code));
  for (const { code, by, ...said } of change.enlarged) {
    const parts = [{ code, isPart: gave.has(code) }, ...by];
    tellFacts(database, code, { parts, said, day: held.day });
  }
  for (const code of gave)
    if (!change.enlarged.some((one) => one.code === code))
      tellFacts(database, code, { parts: [{ code, isPart: true }], said: NOTHING_SAID, day: held.day });
}

const NOTHING_SAID: SaidFacts = { population: null, countedIn: null, seat: null };

function keepFormer(database: WriteDatabase, { ended }: UnitChange, { day, actId }: Held): void {
  const before = dayBefore(day);
  const codes = ended.map(({ code }) => code);
  const parents = parentsOf(database, codes);
  const names = namesOfUnits(database, before, [...codes, ...parents.values()]);
  const told = (code: string): string => {
    const { kind, ...name } = names.of(code);
    return fullUnitName({ ...name, kind: kind as UnitKind }, 'vi');
  };
  for (const { code, into } of ended) {
    const level = levelOfCode(code);
    const place = parents.get(code);
    const around = level === 'commune' && place !== undefined ? `${told(place)} ${place}` : '';
    writeFormer(database, { level, code, name: told(code), into, around, endedOn: day, actId });
  }
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function parentsOf(database: WriteDatabase, codes: readonly string[]): Map<string, string> {
  const sql = `
    SELECT unit.code, parent.code FROM unit JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE unit.code IN (SELECT value FROM json_each(?))`;
  return new Map(database.prepare(sql).raw().all(JSON.stringify(codes)) as [string, string][]);
}

/** A unit that a resolution made and that was taken back is there already, in force on no day. */
function begin(database: WriteDatabase, unit: BegunUnit, day: string): void {
  const level = levelOfCode(unit.code);
  const sql = `
    INSERT INTO unit (code, level, parent_id, valid_from)
    VALUES (:code, :level, (SELECT id FROM unit WHERE code = :parent), :day)
    ON CONFLICT (code) DO UPDATE SET parent_id = excluded.parent_id, valid_from = excluded.valid_from, valid_to = NULL,
      area_km2 = NULL, lon = NULL, lat = NULL`;
  database.prepare(sql).run({ code: unit.code, level, parent: unit.parent, day });
  const id = idOf(database, unit.code);
  database.prepare('DELETE FROM unit_name WHERE unit_id = ?').run(id);
  database.prepare('DELETE FROM unit_fact WHERE unit_id = ?').run(id);
  nameUnit(database, id, unit, day);
  placeUnit(database, unit);
  if (level === 'commune') tellFacts(database, unit.code, { parts: unit.madeFrom, said: unit, day });
}

function idOf(database: WriteDatabase, code: string): number {
  return database.prepare('SELECT id FROM unit WHERE code = ?').pluck().get(code) as number;
}

interface Name {
  readonly kind: UnitKind;
  readonly name: string;
  readonly nameEn: string;
}

function nameUnit(database: WriteDatabase, id: number, { kind, name, nameEn }: Name, day: string): void {
  const sql = `INSERT INTO unit_name (unit_id, role, kind, name, name_en, valid_from) VALUES (?, 'official', ?, ?, ?, ?)`;
  database.prepare(sql).run(id, kind, name, nameEn, day);
}

/** The label stands where that of the largest part stood; the area is that of all parts where they are whole. */
function placeUnit(database: WriteDatabase, { code, madeFrom }: BegunUnit): void {
  if (madeFrom.length === 0) return;
  const parts = JSON.stringify(madeFrom.map((part) => part.code));
  const isWhole = madeFrom.every(({ isPart }) => !isPart) ? 1 : 0;
  const sql = `
    WITH part AS (SELECT area_km2, lon, lat FROM unit WHERE code IN (SELECT value FROM json_each(:parts)))
    UPDATE unit SET
      (lon, lat) = (SELECT lon, lat FROM part ORDER BY area_km2 DESC LIMIT 1),
      area_km2 = CASE WHEN :isWhole AND (SELECT count(area_km2) = count(*) FROM part)
        THEN (SELECT sum(area_km2) FROM part) END
    WHERE code = :code`;
  database.prepare(sql).run({ code, parts, isWhole });
}

interface Facts {
  readonly parts: readonly UnitPart[];
  readonly said: SaidFacts;
  readonly day: string;
}

/** What the document says, else the people of whole parts together where all of them are known. */
function tellFacts(database: WriteDatabase, code: string, { parts, said, day }: Facts): void {
  const facts = parts.flatMap((part) => communeFacts(database, part.code, dayBefore(day)));
  const own = facts.find((one) => one.code === code);
  const known = facts.filter(({ people, kind }) => evaluatePopulation(people, kind) === 'known');
  const isCounted = parts.every(({ isPart }) => !isPart) && known.length > 0 && known.length === facts.length;
  const people = known.reduce((sum, one) => sum + (one.people ?? 0), 0);
  const year = Math.max(0, ...known.map(({ countedIn }) => countedIn ?? 0));
  const counted = isCounted ? { population: people, countedIn: year === 0 ? null : year } : NOTHING_SAID;
  const { population, countedIn } = said.population === null ? counted : said;
  const sql = `
    INSERT INTO unit_fact (unit_id, valid_from, population, counted_in, seat) VALUES (?, ?, ?, ?, ?)`;
  database.prepare(sql).run(idOf(database, code), day, population, countedIn, said.seat ?? own?.seat ?? null);
}

function rename(database: WriteDatabase, code: string, name: Name, day: string): void {
  const id = idOf(database, code);
  const sql = `UPDATE unit_name SET valid_to = :day WHERE unit_id = :id AND role = 'official' AND valid_from < :day
    AND (valid_to IS NULL OR valid_to > :day)`;
  database.prepare(sql).run({ id, day });
  nameUnit(database, id, name, day);
}

/** Puts back what `applyChange` did: of a unit that it made a row stays that is in force on no day. */
export function takeBack(database: WriteDatabase, change: UnitChange, { day, actId }: Held): void {
  database
    .prepare('DELETE FROM former_successor WHERE former_id IN (SELECT id FROM former_unit WHERE act_id = ?)')
    .run(actId);
  database.prepare('DELETE FROM former_unit WHERE act_id = ?').run(actId);
  for (const { code } of change.begun)
    database.prepare('UPDATE unit SET valid_to = valid_from WHERE code = ?').run(code);
  for (const { code } of change.ended)
    database.prepare('UPDATE unit SET valid_to = NULL WHERE code = ?').run(code);
  for (const { code } of change.changed) unname(database, code, day);
  for (const { code } of [...change.enlarged, ...change.reduced])
    database
      .prepare('DELETE FROM unit_fact WHERE unit_id = ? AND valid_from = ?')
      .run(idOf(database, code), day);
}

function unname(database: WriteDatabase, code: string, day: string): void {
  const id = idOf(database, code);
  const official = `unit_id = ? AND role = 'official'`;
  database.prepare(`DELETE FROM unit_name WHERE ${official} AND valid_from = ?`).run(id, day);
  database.prepare(`UPDATE unit_name SET valid_to = NULL WHERE ${official} AND valid_to = ?`).run(id, day);
}
