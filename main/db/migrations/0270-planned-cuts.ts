import type { Database } from 'better-sqlite3';

/** After this step what people said of a cut before it opens, its name and the hour it is due, is kept until it does. */
export default function migrate(database: Database): void {
  database.exec(`
-- code: of a cut that the calendar plans; null: as the calendar says. When the cut opens it takes this along.
CREATE TABLE planned_cut (
  code TEXT PRIMARY KEY,
  label TEXT CHECK (label <> ''),
  due_at TEXT
) STRICT;
`);
}
