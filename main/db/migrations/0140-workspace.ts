import type { Database } from 'better-sqlite3';

/**
 * After this step a database says what it is: filled by the program for illustration, or a real workplace, or a copy of
 * one to practise on. All that were made before were filled by the program; what was imported into them stays.
 */
export default function migrate(database: Database): void {
  database.exec(`
CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  kind TEXT NOT NULL CHECK (kind IN ('illustrative', 'real')),
  -- NULL: the program's own words for an illustrative one.
  name TEXT CHECK (length(name) BETWEEN 1 AND 80),
  created_at TEXT NOT NULL,
  -- When it was copied to practise on; NULL in what is no practice copy.
  practice_since TEXT CHECK (practice_since IS NULL OR kind = 'real')
) STRICT;
INSERT INTO workspace (id, kind, created_at)
  SELECT 1, 'illustrative', coalesce((SELECT min(created_at) FROM rule_set), '2025-12-31T00:00:00.000Z')
  WHERE EXISTS (SELECT 1 FROM unit);
`);
}
