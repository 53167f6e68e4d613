import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitKind } from '#shared/domain/model.ts';
import { inForce } from './store.ts';

export interface FactRow {
  readonly code: string;
  readonly province: string;
  readonly kind: UnitKind;
  readonly people: number | null;
  readonly countedIn: number | null;
  readonly seat: string | null;
}

/** Population and seat of the communes of a place (a commune is its own) as they were known to be on the day, by code. */
export function communeFacts(database: ReadDatabase, place: string, day: string): FactRow[] {
  const sql = `
    SELECT unit.code, parent.code AS province, name.kind, fact.population AS people, fact.counted_in AS countedIn, fact.seat
    FROM unit JOIN unit AS parent ON parent.id = unit.parent_id
    JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
    LEFT JOIN unit_fact AS fact ON fact.unit_id = unit.id AND fact.valid_from = (
      SELECT max(valid_from) FROM unit_fact WHERE unit_id = unit.id AND valid_from <= :day)
    WHERE unit.level = 'commune' AND ${inForce('unit')} AND (:place = 'VN' OR unit.code = :place
      OR unit.parent_id = (SELECT id FROM unit WHERE code = :place))
    ORDER BY unit.code`;
  return database.prepare(sql).all({ place, day }) as FactRow[];
}
