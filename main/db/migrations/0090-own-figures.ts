import type { Database } from 'better-sqlite3';

/**
 * After this step a database that older rules judged is known as such by a setting, and is judged anew before anybody
 * sees it: a figure that a province sent itself of what is asked of its communes used to colour it.
 */
export default function migrate(database: Database): void {
  database.exec(`
INSERT OR REPLACE INTO setting (key, value)
  SELECT 'judgement.outdated', 'true' WHERE EXISTS (SELECT 1 FROM unit_status);
`);
}
