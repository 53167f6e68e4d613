import { recordAct } from '#main/core/ground/acts/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';

export function setLabel(database: WriteDatabase, cutId: number, label: string | null): void {
  database.prepare('UPDATE cut SET label = ? WHERE id = ?').run(label, cutId);
}

export function setDue(database: WriteDatabase, cutId: number, dueAt: string): void {
  database.prepare('UPDATE cut SET due_at = ? WHERE id = ?').run(dueAt, cutId);
}

export interface CutContents {
  readonly figures: number;
  readonly reports: number;
  readonly runs: number;
  readonly acts: number;
}

/** What is in force in a cut, and what people did about its alerts; what was taken back does not count. */
export function contentsOf(database: ReadDatabase, cutId: number): CutContents {
  const sql = `
    SELECT (SELECT count(*) FROM observation WHERE cut_id = :cutId) AS figures,
      (SELECT count(*) FROM task_report WHERE cut_id = :cutId) AS reports,
      (SELECT count(*) FROM import_run WHERE cut_id = :cutId AND state = 'committed') AS runs,
      (SELECT count(*) FROM alert_event WHERE who IS NOT NULL AND (cut_id = :cutId
        OR alert_id IN (SELECT id FROM alert WHERE since_cut_id = :cutId))) AS acts`;
  return database.prepare(sql).get({ cutId }) as CutContents;
}

/**
 * Deletes an empty cut with all that was computed of it, alerts that began at it included; runs that were taken back
 * stay without it. References are checked at the end of the transaction: later cuts are to be judged anew in it.
 */
export function deleteCut(database: WriteDatabase, cutId: number): void {
  database.pragma('defer_foreign_keys = ON');
  const began = '(SELECT id FROM alert WHERE since_cut_id = :cutId)';
  for (const table of ['alert_reading', 'alert_event', 'alert_alias'])
    database.prepare(`DELETE FROM ${table} WHERE alert_id IN ${began}`).run({ cutId });
  database.prepare('DELETE FROM alert WHERE since_cut_id = :cutId').run({ cutId });
  keepCourse(database, cutId);
  for (const table of OF_CUT) database.prepare(`DELETE FROM ${table} WHERE cut_id = ?`).run(cutId);
  database.prepare('UPDATE import_run SET cut_id = NULL WHERE cut_id = ?').run(cutId);
  database.prepare('DELETE FROM cut WHERE id = ?').run(cutId);
}

/** What people and the calendar did to a cut that goes: the journal has it from nowhere else then. */
function keepCourse(database: WriteDatabase, cutId: number): void {
  const sql = `
    INSERT INTO act (at, kind, who, cut, subject, reason)
    SELECT event.at, 'cut' || upper(substr(event.kind, 1, 1)) || substr(event.kind, 2), event.who, cut.code,
      json_extract(event.detail, '$.to'), event.reason
    FROM cut_event AS event JOIN cut ON cut.id = event.cut_id WHERE event.cut_id = :cutId
    UNION ALL SELECT cut_wait.at, 'cutWaited', cut_wait.who, cut.code, NULL, cut_wait.reason
    FROM cut_wait JOIN cut ON cut.id = cut_wait.cut_id WHERE cut_wait.cut_id = :cutId
    UNION ALL SELECT event.at, 'pictureBack', event.who, cut.code, NULL, event.reason
    FROM picture_event AS event JOIN cut ON cut.id = event.cut_id WHERE event.cut_id = :cutId AND event.kind = 'back'`;
  database.prepare(sql).run({ cutId });
}

const OF_CUT = [
  'alert_reading',
  'alert_event',
  'figure_total',
  'task_status',
  'unit_status',
  'submission',
  'observation_past',
  'cut_event',
  'picture_event',
  'cut_wait',
];

/** A cut of the calendar that is not to open by itself. */
export function noteRemoval(
  database: WriteDatabase,
  removal: {
    readonly code: string;
    readonly at: string;
    readonly who: string;
    readonly reason: string | null;
  },
): void {
  const sql = 'INSERT OR REPLACE INTO cut_removal (code, at, who, reason) VALUES (:code, :at, :who, :reason)';
  database.prepare(sql).run(removal);
  const { code, ...act } = removal;
  recordAct(database, { ...act, kind: 'cutRemoved', cut: code });
}
