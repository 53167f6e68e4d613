import type { Database } from 'better-sqlite3';

/** After this step what was said of a table can be kept, and the next table of its shape be read by it. */
const RECIPES = `
-- sender: the code of a province, '' for anybody. kind: 'figures' or a kind of reports in words. shape: the texts of the
-- header as JSON. ended_at: when the next version came, or it was removed; the one in force has none.
CREATE TABLE recipe (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  sender TEXT NOT NULL,
  kind TEXT NOT NULL,
  shape TEXT NOT NULL,
  content TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  ended_at TEXT,
  UNIQUE (name, version)
) STRICT;
CREATE UNIQUE INDEX recipe_by_name ON recipe (name) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX recipe_by_shape ON recipe (sender, kind, shape) WHERE ended_at IS NULL;
`;

export default function migrate(database: Database): void {
  database.exec(RECIPES);
}
