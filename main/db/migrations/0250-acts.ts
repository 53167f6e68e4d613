import type { Database } from 'better-sqlite3';

const TABLES = `
-- What people did that no other table tells; the journal reads it beside those that do. who: null where nobody gave a
-- name. unit, cut: codes, not references, so that an act outlives what it was about.
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  who TEXT CHECK (who <> ''),
  unit TEXT,
  cut TEXT,
  -- What it was done with: a file, a version, a person.
  subject TEXT,
  count INTEGER,
  reason TEXT
) STRICT;
CREATE INDEX act_by_time ON act (at);

-- Who made the file; null of those from before.
ALTER TABLE snapshot_made ADD COLUMN who TEXT CHECK (who <> '');

CREATE INDEX alert_event_of_people ON alert_event (at) WHERE who IS NOT NULL;
CREATE INDEX cut_event_by_time ON cut_event (at);
CREATE INDEX cut_wait_by_time ON cut_wait (at);
CREATE INDEX import_run_by_time ON import_run (committed_at) WHERE kind <> 'built-in' AND through_id IS NULL;
CREATE INDEX import_run_undone ON import_run (undone_at) WHERE undone_at IS NOT NULL AND through_id IS NULL;
CREATE INDEX picture_event_by_time ON picture_event (at) WHERE kind = 'back';
`;

/** A cut that was taken out leaves no course behind; what is still known of it is who did it. */
const PAST = `
INSERT INTO act (at, kind, who, cut, reason)
SELECT at, 'cutRemoved', who, code, reason FROM cut_removal ORDER BY at;
`;

/** After this step every act of a person can be told, in the order of time. */
export default function migrate(database: Database): void {
  database.exec(TABLES);
  database.exec(PAST);
}
