import type { Database } from 'better-sqlite3';

/**
 * After this step what belongs to one cut, one import, one kind of source, and the newest files are found without
 * reading every import, alert and report there ever was.
 */
export default function migrate(database: Database): void {
  database.exec(`
CREATE INDEX import_run_by_cut ON import_run (cut_id, kind, state);
CREATE INDEX source_by_kind ON source (kind);
CREATE INDEX cut_event_by_cut ON cut_event (cut_id);
CREATE INDEX alert_by_since ON alert (since_cut_id);
CREATE INDEX task_report_by_run ON task_report (run_id);
CREATE INDEX difficulty_by_run ON difficulty (run_id);
CREATE INDEX document_by_run ON document (run_id);
CREATE INDEX snapshot_made_by_time ON snapshot_made (made_at, id);
`);
}
