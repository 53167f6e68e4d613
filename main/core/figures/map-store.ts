import type { ReadDatabase } from '#main/db/open.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import { BOUNDS, type StatusBounds } from './status-store.ts';

/** The criteria that a commune lacks, by code. */
export interface MissingRow {
  readonly code: string;
  readonly notMet: readonly string[];
  readonly unreported: readonly string[];
}

/** Communes that reported something and lack a criterion at a cut, by code. */
export function listMissingRows(database: ReadDatabase, cutId: number): MissingRow[] {
  const sql = `
    SELECT unit.code, status.facts ->> '$.notMet' AS notMet, status.facts ->> '$.unreported' AS unreported
    FROM unit_status AS status
    JOIN unit ON unit.id = status.unit_id
    WHERE status.cut_id = :cutId AND unit.level = 'commune' AND status.missing > 0 ORDER BY unit.code`;
  type Row = { readonly code: string; readonly notMet: string; readonly unreported: string };
  return (database.prepare(sql).all({ cutId }) as Row[]).map(({ code, notMet, unreported }) => ({
    code,
    notMet: JSON.parse(notMet) as string[],
    unreported: JSON.parse(unreported) as string[],
  }));
}

/** What the fixed layers draw of one unit, in the order of the columns. */
export interface LayerRow extends StatusBounds {
  readonly code: string;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly gapSteps: number | null;
  readonly met: number | null;
  readonly missing: number | null;
  readonly communes: number | null;
  readonly green: number | null;
  readonly notReported: number | null;
  /** Communes not GREEN only for want of answers; of a commune its criteria without an answer. */
  readonly unanswered: number | null;
}

/** Statuses of a level at a cut by code, with nothing that a layer does not need. */
export function listLayerRows(
  database: ReadDatabase,
  cutId: number,
  level: 'province' | 'commune',
): LayerRow[] {
  const sql = `
    SELECT unit.code, status.reported, status.operating, ${BOUNDS}, status.gap_steps AS gapSteps, status.met,
      status.missing, status.communes, status.green, status.not_reported AS notReported,
      CASE WHEN status.communes IS NOT NULL THEN status.facts ->> '$.unanswered'
        WHEN status.missing > 0 THEN json_array_length(status.facts, '$.unreported') END AS unanswered
    FROM unit_status AS status
    JOIN unit ON unit.id = status.unit_id
    WHERE status.cut_id = :cutId AND unit.level = :level ORDER BY unit.code`;
  return database.prepare(sql).all({ cutId, level }) as LayerRow[];
}
