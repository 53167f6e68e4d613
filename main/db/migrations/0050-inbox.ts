import type { Database } from 'better-sqlite3';

const TABLES = `
-- Files that wait for a person: their bytes lie in the data folder under the same id. revision: what has been said
-- about the file. preview: what it came to when it was last read, without the lists. asked: every question so far.
CREATE TABLE inbox_file (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('person', 'folder')),
  received_at TEXT NOT NULL,
  provinces TEXT NOT NULL CHECK (json_valid(provinces)),
  cuts TEXT NOT NULL CHECK (json_valid(cuts)),
  revision TEXT NOT NULL CHECK (json_valid(revision)),
  preview TEXT NOT NULL CHECK (json_valid(preview)),
  asked TEXT NOT NULL CHECK (json_valid(asked))
) STRICT, WITHOUT ROWID;

-- Every file the watched folder took in hand. finished_at: when it was moved and its report written; null while that
-- is still to be done. modified_ms: as the file system says. place: where it lies now, below the folder.
CREATE TABLE watch_file (
  id INTEGER PRIMARY KEY,
  folder TEXT NOT NULL,
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  modified_ms REAL NOT NULL,
  sha256 TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'committed', 'duplicate', 'rejected', 'discarded')),
  inbox_id TEXT,
  run TEXT,
  report TEXT NOT NULL CHECK (json_valid(report)),
  finished_at TEXT,
  place TEXT,
  CHECK ((outcome = 'waiting') <= (inbox_id IS NOT NULL)),
  CHECK ((outcome = 'committed') <= (run IS NOT NULL))
) STRICT;
CREATE INDEX watch_file_by_inbox ON watch_file (inbox_id);
CREATE INDEX watch_file_by_content ON watch_file (sha256);
CREATE INDEX watch_file_open ON watch_file (folder, name) WHERE finished_at IS NULL;
`;

/** After this step files wait for a person across restarts, and the watched folder knows what it has taken. */
export default function migrate(database: Database): void {
  database.exec(TABLES);
}
