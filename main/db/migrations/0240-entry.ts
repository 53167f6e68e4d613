import type { Database } from 'better-sqlite3';

/**
 * What a person has typed into the entry grid and not committed. Units, indicators and cuts stand in it by their codes:
 * a cut may be taken out meanwhile, and what was typed stays until its author throws it away.
 */
const TABLES = `
CREATE TABLE entry_draft (
  id INTEGER PRIMARY KEY,
  who TEXT NOT NULL CHECK (who <> ''),
  unit TEXT NOT NULL,
  cut TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  UNIQUE (who, unit, cut)
) STRICT;
CREATE INDEX entry_draft_by_cut ON entry_draft (cut);

-- aside: what another window of the same person wrote into the cell at the same time. base: the figure that was in
-- force when the cell was typed (JSON), null where there was none.
CREATE TABLE entry_cell (
  draft_id INTEGER NOT NULL REFERENCES entry_draft (id) ON DELETE CASCADE,
  unit TEXT NOT NULL,
  indicator TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('value', 'numerator', 'denominator')),
  text TEXT NOT NULL,
  aside TEXT,
  typed_at TEXT NOT NULL,
  base TEXT CHECK (base IS NULL OR json_valid(base)),
  PRIMARY KEY (draft_id, unit, indicator, part)
) STRICT, WITHOUT ROWID;
`;

export default function migrate(database: Database): void {
  database.exec(TABLES);
}
