import type { Database } from 'better-sqlite3';

/** After this step the application can remember how each sender names its columns. */
export default function migrate(database: Database): void {
  database.exec(`
-- sender: the code of a province, or '' for files that no single province sent. header: folded text of the header.
-- meaning: role, role:indicator or role:indicator:percent, as the recognition writes it.
CREATE TABLE sender_column (
  sender TEXT NOT NULL,
  header TEXT NOT NULL,
  meaning TEXT NOT NULL,
  chosen_at TEXT NOT NULL,
  PRIMARY KEY (sender, header)
) STRICT, WITHOUT ROWID;

-- Undoing a run looks for everything that it brought.
CREATE INDEX observation_past_by_origin ON observation_past (run_id);
CREATE INDEX import_run_by_source ON import_run (source_id);
`);
}
