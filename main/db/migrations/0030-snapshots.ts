import type { Database } from 'better-sqlite3';

const TABLES = `
-- Keys whose signatures count, under the name that this machine gives them. is_own: made here.
CREATE TABLE trusted_key (
  public_key TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Snapshot files made here, wherever they went since.
CREATE TABLE snapshot_made (
  id TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  made_at TEXT NOT NULL,
  as_of TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (json_valid(scope)),
  cuts TEXT NOT NULL CHECK (json_valid(cuts)),
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  signed_by TEXT
) STRICT, WITHOUT ROWID;
`;

/** After this step the workspace remembers whom it trusts and which snapshot files it made. */
export default function migrate(database: Database): void {
  database.exec(TABLES);
}
