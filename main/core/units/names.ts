import type { ReadDatabase } from '#main/db/open.ts';
import { inForce } from './store.ts';

export interface UnitName {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
}

/** The names of every unit in force on a day; a code that is not in force is its own name. */
export function unitNames(database: ReadDatabase, day: string): { of(code: string): UnitName } {
  const sql = `
    SELECT unit.code, name.name, name.name_en, name.kind
    FROM unit
    JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
    WHERE ${inForce('unit')}`;
  const rows = database.prepare(sql).raw().all({ day }) as [string, string, string, string][];
  const names = new Map(rows.map(([code, name, nameEn, kind]) => [code, { code, name, nameEn, kind }]));
  return { of: (code) => names.get(code) ?? { code, name: code, nameEn: code, kind: '' } };
}
