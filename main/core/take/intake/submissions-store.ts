import { ASKED_COMMUNES, askedValues, countOwed } from '#main/core/ground/calendar/owed-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export interface Arrival {
  readonly runId: number;
  /** Ids of the units it brought something new for. */
  readonly units: ReadonlySet<number>;
  readonly at: string;
  readonly isCorrection: boolean;
}

export interface SubmissionRow {
  readonly code: string;
  readonly expected: number;
  readonly received: number;
  readonly receivedAt: string | null;
  readonly state: 'nothing' | 'inbox' | 'partial' | 'complete';
  readonly corrected: 0 | 1;
  readonly dueAt: string;
}

const COUNTS = `
  WITH asked AS MATERIALIZED (${ASKED_COMMUNES}),
  indicator_at_cut AS (
    SELECT id AS indicator_id FROM indicator
    WHERE EXISTS (SELECT 1 FROM observation WHERE cut_id = :cutId AND indicator_id = indicator.id))
  SELECT province.id AS unitId, count(asked.id) AS expected,
    sum(EXISTS (SELECT 1 FROM observation
      WHERE observation.cut_id = :cutId AND observation.unit_id = asked.id
        AND observation.indicator_id IN (SELECT DISTINCT indicator_id FROM indicator_at_cut))) AS received
  FROM unit AS province LEFT JOIN asked ON asked.province = province.id
  WHERE province.level = 'province' AND ${inForce('province')} GROUP BY province.id`;

/**
 * Counts anew what each province has delivered for the cut. Provinces that an arrival touched get its time and run; one
 * that was complete keeps the time of that, so that no correction makes it late. Without an arrival (undo) only the counts
 * change.
 */
export function refreshSubmissions(database: WriteDatabase, cut: CutRecord, arrival: Arrival | null): void {
  const asked = askedValues(database, cut);
  const counts = database.prepare(COUNTS).all({ cutId: cut.id, ...asked }) as {
    unitId: number;
    expected: number;
    received: number;
  }[];
  const touched = arrival === null ? new Set<number>() : touchedProvinces(database, arrival.units);
  const write = database.prepare(`
    INSERT INTO submission (cut_id, unit_id, expected, received, received_at, state, corrected, run_id)
    VALUES (:cutId, :unitId, :expected, :received, :at, :state, :corrected, :runId)
    ON CONFLICT (cut_id, unit_id) DO UPDATE SET expected = excluded.expected, received = excluded.received,
      state = excluded.state, corrected = max(corrected, excluded.corrected),
      received_at = CASE WHEN excluded.received = 0 THEN NULL
        WHEN submission.state = 'complete' AND excluded.state = 'complete'
          THEN ifnull(received_at, excluded.received_at)
        ELSE ifnull(excluded.received_at, received_at) END,
      run_id = CASE WHEN excluded.received = 0 THEN NULL ELSE ifnull(excluded.run_id, run_id) END`);
  for (const { unitId, expected, received } of counts) {
    const isTouched = touched.has(unitId);
    const state = received === 0 && expected > 0 ? 'nothing' : received < expected ? 'partial' : 'complete';
    write.run({
      cutId: cut.id,
      unitId,
      expected,
      received,
      state,
      at: isTouched ? (arrival?.at ?? null) : null,
      runId: isTouched ? (arrival?.runId ?? null) : null,
      corrected: isTouched && arrival?.isCorrection ? 1 : 0,
    });
  }
  dropEnded(database, cut.id, asked.day);
  countOwed(database, cut);
}

/** Provinces that were no more on the day of the cut are on no board of it. */
function dropEnded(database: WriteDatabase, cutId: number, day: string): void {
  const sql = `
    DELETE FROM submission WHERE cut_id = :cutId AND unit_id IN (
      SELECT id FROM unit WHERE level = 'province' AND NOT (${inForce('unit')}))`;
  database.prepare(sql).run({ cutId, day });
}

/** The provinces themselves and those of the communes. */
function touchedProvinces(database: ReadDatabase, units: ReadonlySet<number>): Set<number> {
  const sql = `SELECT id, CASE level WHEN 'commune' THEN parent_id ELSE id END FROM unit`;
  const rows = database.prepare(sql).raw().all() as [number, number | null][];
  return new Set(rows.flatMap(([id, province]) => (units.has(id) && province !== null ? [province] : [])));
}

/** The board of a cut, by province code; a cut nobody has sent to shows every province with nothing. */
export function listSubmissions(database: ReadDatabase, cut: CutRecord): SubmissionRow[] {
  const sql = `
    SELECT province.code, ifnull(submission.expected, (
        SELECT count(*) FROM unit AS commune WHERE commune.parent_id = province.id
          AND commune.valid_from <= :day AND (commune.valid_to IS NULL OR commune.valid_to > :day))) AS expected,
      ifnull(submission.received, 0) AS received, submission.received_at AS receivedAt,
      ifnull(submission.state, 'nothing') AS state, ifnull(submission.corrected, 0) AS corrected, :dueAt AS dueAt
    FROM unit AS province LEFT JOIN submission ON submission.unit_id = province.id AND submission.cut_id = :cutId
    WHERE province.level = 'province' AND ${inForce('province')} ORDER BY province.code`;
  return database
    .prepare(sql)
    .all({ cutId: cut.id, day: vietnamDay(cut.asOf), dueAt: cut.dueAt }) as SubmissionRow[];
}

/** Codes of the communes of a province without a single figure at the cut. */
export function listMissingCommunes(database: ReadDatabase, cut: CutRecord, province: string): string[] {
  const sql = `
    SELECT commune.code FROM unit AS commune JOIN unit AS province ON province.id = commune.parent_id
    WHERE province.code = :province AND commune.valid_from <= :day
      AND (commune.valid_to IS NULL OR commune.valid_to > :day)
      AND NOT EXISTS (SELECT 1 FROM observation WHERE observation.cut_id = :cutId
        AND observation.unit_id = commune.id AND observation.indicator_id IN (SELECT id FROM indicator))
    ORDER BY commune.code`;
  return database
    .prepare(sql)
    .pluck()
    .all({ cutId: cut.id, day: vietnamDay(cut.asOf), province }) as string[];
}
