import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitDto } from '#shared/contract/units.ts';

// The official name in force on the day; further spellings hang beside it.
const SELECT_UNITS = `
  SELECT unit.code, unit.level, parent.code AS parent, name.kind, name.name, name.name_en AS nameEn,
    (SELECT spelling.name FROM unit_name AS spelling
     WHERE spelling.unit_id = unit.id AND spelling.role = 'spelling' LIMIT 1) AS otherSpelling,
    unit.area_km2 AS areaKm2, unit.lon, unit.lat
  FROM unit
  JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
    AND name.valid_from <= :date AND (name.valid_to IS NULL OR name.valid_to > :date)
  LEFT JOIN unit AS parent ON parent.id = unit.parent_id
  WHERE unit.valid_from <= :date AND (unit.valid_to IS NULL OR unit.valid_to > :date)`;

const LEVEL_ORDER = `CASE unit.level WHEN 'country' THEN 0 WHEN 'province' THEN 1 ELSE 2 END`;

/** Every unit in force on the day (yyyy-mm-dd): the country, then provinces, then communes, each by code. */
export function listUnits(database: ReadDatabase, date: string): UnitDto[] {
  return database.prepare(`${SELECT_UNITS} ORDER BY ${LEVEL_ORDER}, unit.code`).all({ date }) as UnitDto[];
}

/** The same without the communes: the country, then the provinces. */
export function listPlaces(database: ReadDatabase, date: string): UnitDto[] {
  const sql = `${SELECT_UNITS} AND unit.level <> 'commune' ORDER BY ${LEVEL_ORDER}, unit.code`;
  return database.prepare(sql).all({ date }) as UnitDto[];
}

/** Every unit that is not in force on the day, no more or not yet, by the name it had last. */
export function listUnitsOfOtherDays(database: ReadDatabase, date: string): UnitDto[] {
  const sql = `
    SELECT unit.code, unit.level, parent.code AS parent, name.kind, name.name, name.name_en AS nameEn,
      NULL AS otherSpelling, unit.area_km2 AS areaKm2, unit.lon, unit.lat
    FROM unit
    JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from = (SELECT max(valid_from) FROM unit_name WHERE unit_id = unit.id AND role = 'official')
    LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE unit.valid_from > :date OR unit.valid_to <= :date
    ORDER BY ${LEVEL_ORDER}, unit.code`;
  return database.prepare(sql).all({ date }) as UnitDto[];
}

/** The provinces in force on the day, by code. */
export function listProvinces(database: ReadDatabase, date: string): UnitDto[] {
  const sql = `${SELECT_UNITS} AND unit.level = 'province' ORDER BY unit.code`;
  return database.prepare(sql).all({ date }) as UnitDto[];
}

/** The unit with this code as it was on the day, or null. */
export function findUnit(database: ReadDatabase, code: string, date: string): UnitDto | null {
  const row = database.prepare(`${SELECT_UNITS} AND unit.code = :code`).get({ date, code });
  return (row as UnitDto | undefined) ?? null;
}

/** SQL: the unit under this alias is in force on the day bound to `:day` (yyyy-mm-dd). */
export function inForce(alias: string): string {
  return `${alias}.valid_from <= :day AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > :day)`;
}

export interface UnitKey {
  readonly id: number;
  readonly code: string;
  readonly level: 'country' | 'province' | 'commune';
  readonly parentId: number | null;
}

/** Of whatever day. */
export function levelOf(database: ReadDatabase, code: string): UnitKey['level'] | null {
  const level = database.prepare('SELECT level FROM unit WHERE code = ?').pluck().get(code);
  return (level as UnitKey['level'] | undefined) ?? null;
}

/** Of these codes those of units that had ended by the day, with the first day on which they were no more. */
export function listEndedCodes(
  database: ReadDatabase,
  codes: readonly string[],
  day: string,
): { readonly code: string; readonly endedOn: string }[] {
  const sql = `
    SELECT code, valid_to AS endedOn FROM unit
    WHERE valid_to <= :day AND code IN (SELECT value FROM json_each(:codes)) ORDER BY code`;
  return database.prepare(sql).all({ codes: JSON.stringify(codes), day }) as ReturnType<
    typeof listEndedCodes
  >;
}

/** The row id behind a code, of whatever day; null when there is none. */
export function findUnitId(database: ReadDatabase, code: string): number | null {
  const id = database.prepare('SELECT id FROM unit WHERE code = ?').pluck().get(code);
  return (id as number | undefined) ?? null;
}

/** The keys of every unit in force on the day, by code: what a recompute walks over. */
export function listUnitKeys(database: ReadDatabase, date: string): UnitKey[] {
  const sql = `
    SELECT id, code, level, parent_id AS parentId FROM unit
    WHERE valid_from <= :date AND (valid_to IS NULL OR valid_to > :date) ORDER BY code`;
  return database.prepare(sql).all({ date }) as UnitKey[];
}

/** The first day after this one (yyyy-mm-dd) on which a unit comes into force or ends, or null for none. */
export function unitsChangeAfter(database: ReadDatabase, date: string): string | null {
  const sql = `
    SELECT min(day) FROM (SELECT valid_from AS day FROM unit UNION ALL SELECT valid_to FROM unit) WHERE day > ?`;
  return database.prepare(sql).pluck().get(date) as string | null;
}
