import type { Database } from 'better-sqlite3';

/**
 * After this step a sum says between which values it lies while some of its communes are silent; NULL where it is sure,
 * and `high` alone where there is no upper end. What stands there is judged anew before anybody sees it.
 */
export default function migrate(database: Database): void {
  database.exec(`
ALTER TABLE figure_total ADD COLUMN low REAL CHECK (low >= 0);
ALTER TABLE figure_total ADD COLUMN high REAL CHECK (high >= low);
INSERT OR REPLACE INTO setting (key, value)
  SELECT 'judgement.outdated', 'true' WHERE EXISTS (SELECT 1 FROM unit_status);
`);
}
