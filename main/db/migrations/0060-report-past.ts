import type { Database } from 'better-sqlite3';

/** After this step reports in words keep what they were before an import, as figures do, so that it can be undone. */
export default function migrate(database: Database): void {
  database.exec(`
-- kind and key name the report by codes or its UUID, body is its row as JSON, run_id the import it came from.
-- replaced: replaced_by put another value in its place. withdrawn: its own import was undone.
CREATE TABLE report_past (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('taskReport', 'difficulty', 'document')),
  key TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  run_id INTEGER NOT NULL REFERENCES import_run (id),
  state TEXT NOT NULL CHECK (state IN ('replaced', 'withdrawn')),
  replaced_by INTEGER NOT NULL REFERENCES import_run (id),
  replaced_at TEXT NOT NULL
) STRICT;
CREATE INDEX report_past_by_run ON report_past (replaced_by);
CREATE INDEX report_past_by_origin ON report_past (run_id);
`);
}
