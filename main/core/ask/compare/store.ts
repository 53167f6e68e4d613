import { BOUNDS, type StatusBounds } from '#main/core/figures/status-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';

/** What a comparison needs of a unit at a cut. */
export interface StatusPair extends StatusBounds {
  /** Null for provinces. */
  readonly province: string | null;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
}

/**
 * Both statuses of every unit of a level at a cut, by code. The codes of the units that are alike come as one text,
 * which leaves SQLite in a fraction of the time that thousands of rows take.
 */
export function listPairs(
  database: ReadDatabase,
  cutId: number,
  level: 'province' | 'commune',
): Map<string, StatusPair> {
  // For communes the statuses of the cut come first, in the order they lie in; SQLite would look up each of them.
  const join = level === 'commune' ? 'CROSS JOIN' : 'JOIN';
  const sql = `
    SELECT group_concat(unit.code) AS codes, CASE unit.level WHEN 'commune' THEN parent.code END AS province,
      status.reported, status.operating, ${BOUNDS}
    FROM unit_status AS status
    ${join} unit ON unit.id = status.unit_id AND unit.level = :level
    JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE status.cut_id = :cutId
    GROUP BY parent.id, status.reported, status.operating, reportedAtLeast, reportedAtMost, operatingAtLeast,
      operatingAtMost`;
  const rows = database.prepare(sql).all({ cutId, level }) as (StatusPair & { readonly codes: string })[];
  const pairs = new Map<string, StatusPair>();
  for (const { codes, ...pair } of rows) {
    for (const code of codes.split(',')) pairs.set(code, pair);
  }
  return pairs;
}

/** Codes of the provinces that the source knows at all. */
export function listProvinceCodes(database: ReadDatabase): string[] {
  return database.prepare(`SELECT code FROM unit WHERE level = 'province'`).pluck().all() as string[];
}
