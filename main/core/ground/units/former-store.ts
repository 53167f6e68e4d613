import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitKind, UnitLevel } from '#shared/domain/model.ts';
import { inForce } from './store.ts';

export interface FormerRow {
  readonly id: number;
  readonly level: 'province' | 'district' | 'commune';
  readonly code: string;
  readonly name: string;
  /** Name and code without accents, each word behind a space. */
  readonly folded: string;
}

/**
 * Units of old in whose name or code every word begins some word, or in the places they lay in; at least one word in the
 * name itself. Words are folded. The whole list is gone through: ten thousand rows.
 */
export function matchFormer(database: ReadDatabase, words: readonly string[], day: string): FormerRow[] {
  const own = words.map((_, index) => `instr(folded, :w${index}) > 0`);
  const either = words.map((_, index) => `(${own[index]} OR instr(around, :w${index}) > 0)`);
  const sql = `
    SELECT id, level, code, name, folded FROM former_unit
    WHERE ended_on <= :day AND (${own.join(' OR ')}) AND ${either.join(' AND ')}`;
  const values = Object.fromEntries(words.map((word, index) => [`w${index}`, ` ${word}`]));
  return database.prepare(sql).all({ day, ...values }) as FormerRow[];
}

/** Units of old with this code, the last that ended first. */
export function formerOfCode(database: ReadDatabase, code: string, day: string): FormerRow[] {
  const sql = `
    SELECT id, level, code, name, folded FROM former_unit WHERE code = :code AND ended_on <= :day ORDER BY ended_on DESC`;
  return database.prepare(sql).all({ code, day }) as FormerRow[];
}

export interface FormerPlaceRow {
  readonly id: number;
  readonly level: FormerRow['level'];
  readonly code: string;
  readonly name: string;
  readonly endedOn: string;
  readonly district: string | null;
  readonly province: string | null;
}

const PLACES = `
  SELECT one.id, one.level, one.code, one.name, one.ended_on AS endedOn,
    CASE WHEN one.level = 'commune' AND parent.level = 'district' THEN parent.name END AS district,
    CASE WHEN one.level = 'district' OR parent.level = 'province' THEN parent.name ELSE above.name END AS province
  FROM former_unit AS one LEFT JOIN former_unit AS parent ON parent.id = one.parent_id
  LEFT JOIN former_unit AS above ON above.id = parent.parent_id`;

/** These units of old with the places they lay in. */
export function formerPlaces(database: ReadDatabase, ids: readonly number[]): FormerPlaceRow[] {
  const sql = `${PLACES} WHERE one.id IN (SELECT value FROM json_each(?))`;
  return database.prepare(sql).all(JSON.stringify(ids)) as FormerPlaceRow[];
}

/** What a unit was made from by the day; districts only where they had no communes. */
export function formerOfUnit(
  database: ReadDatabase,
  code: string,
  day: string,
): (FormerPlaceRow & { readonly isPart: 0 | 1 })[] {
  const sql = `
    SELECT place.*, successor.is_part AS isPart
    FROM former_successor AS successor JOIN (${PLACES}) AS place ON place.id = successor.former_id
    WHERE successor.code = :code AND place.endedOn <= :day
      AND (place.level <> 'district' OR NOT EXISTS (SELECT 1 FROM former_unit WHERE parent_id = place.id))
    ORDER BY place.endedOn, place.code`;
  return database.prepare(sql).all({ code, day }) as ReturnType<typeof formerOfUnit>;
}

export interface SuccessorRow {
  readonly former: number;
  readonly code: string;
  readonly isPart: 0 | 1;
  readonly level: UnitLevel;
  readonly kind: UnitKind;
  readonly name: string;
  readonly nameEn: string;
  readonly parent: string | null;
}

/**
 * Where units of old are on the day, followed through whatever has ended since. A code is followed from the day its
 * unit of old ended, so that one that lives on in a larger unit of the same code is not taken for it.
 */
export function successorsOf(database: ReadDatabase, ids: readonly number[], day: string): SuccessorRow[] {
  const sql = `
    WITH RECURSIVE chain (former, code, ended, is_part) AS (
      SELECT one.id, successor.code, one.ended_on, successor.is_part
      FROM former_unit AS one JOIN former_successor AS successor ON successor.former_id = one.id
      WHERE one.id IN (SELECT value FROM json_each(:ids))
      UNION
      SELECT chain.former, successor.code, later.ended_on, max(chain.is_part, successor.is_part)
      FROM chain JOIN former_unit AS later ON later.code = chain.code AND later.level <> 'district'
        AND later.ended_on > chain.ended AND later.ended_on <= :day
      JOIN former_successor AS successor ON successor.former_id = later.id)
    SELECT chain.former, chain.code, max(chain.is_part) AS isPart, unit.level, name.kind, name.name,
      name.name_en AS nameEn, parent.code AS parent
    FROM chain JOIN unit ON unit.code = chain.code AND ${inForce('unit')}
    JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
    LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE NOT EXISTS (SELECT 1 FROM former_unit AS later WHERE later.code = chain.code
      AND later.level <> 'district' AND later.ended_on > chain.ended AND later.ended_on <= :day)
    GROUP BY chain.former, chain.code ORDER BY chain.former, chain.code`;
  return database.prepare(sql).all({ ids: JSON.stringify(ids), day }) as SuccessorRow[];
}
