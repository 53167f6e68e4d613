import type { Database } from 'better-sqlite3';

/**
 * Cells of the entry grid are parts of a figure or, from here on, parts of what a body says of a task. `indicator` of
 * those is the code of the task, `unit` the body that says it. A CHECK cannot be widened: the table is copied.
 */
const TABLES = `
CREATE TABLE entry_cell_wide (
  draft_id INTEGER NOT NULL REFERENCES entry_draft (id) ON DELETE CASCADE,
  unit TEXT NOT NULL,
  indicator TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('value', 'numerator', 'denominator',
    'state', 'progress', 'doneOn', 'cause', 'note')),
  text TEXT NOT NULL,
  aside TEXT,
  typed_at TEXT NOT NULL,
  base TEXT CHECK (base IS NULL OR json_valid(base)),
  PRIMARY KEY (draft_id, unit, indicator, part)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_cell_wide SELECT draft_id, unit, indicator, part, text, aside, typed_at, base FROM entry_cell;
DROP TABLE entry_cell;
ALTER TABLE entry_cell_wide RENAME TO entry_cell;
`;

export default function migrate(database: Database): void {
  database.exec(TABLES);
}
