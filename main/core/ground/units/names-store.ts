import type { ReadDatabase } from '#main/db/open.ts';
import { inForce } from './store.ts';

export interface UnitName {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
}

export interface UnitNames {
  of(code: string): UnitName;
}

/** The names of every unit in force on a day; a code that is not in force is its own name. */
export function unitNames(database: ReadDatabase, day: string): UnitNames {
  return namesOf(database.prepare(SELECT_NAMES).raw().all({ day }) as NameRow[]);
}

/** The same for these units alone. */
export function namesOfUnits(database: ReadDatabase, day: string, codes: Iterable<string>): UnitNames {
  const sql = `${SELECT_NAMES} AND unit.code IN (SELECT value FROM json_each(:codes))`;
  const asked = { day, codes: JSON.stringify([...new Set(codes)]) };
  return namesOf(database.prepare(sql).raw().all(asked) as NameRow[]);
}

type NameRow = [code: string, name: string, nameEn: string, kind: string];

const SELECT_NAMES = `
  SELECT unit.code, name.name, name.name_en, name.kind
  FROM unit
  JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
    AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
  WHERE ${inForce('unit')}`;

function namesOf(rows: readonly NameRow[]): UnitNames {
  const names = new Map(rows.map(([code, name, nameEn, kind]) => [code, { code, name, nameEn, kind }]));
  return { of: (code) => names.get(code) ?? { code, name: code, nameEn: code, kind: '' } };
}
