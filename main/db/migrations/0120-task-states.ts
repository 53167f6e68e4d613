import type { Database } from 'better-sqlite3';

/**
 * After this step the judgement of a task says what a body last reported of it, at which cut and how many reports ago.
 * What older rules judged by the reports of one cut alone is judged anew before anybody sees it.
 */
export default function migrate(database: Database): void {
  database.exec(`
INSERT OR REPLACE INTO setting (key, value)
  SELECT 'judgement.outdated', 'true' WHERE EXISTS (SELECT 1 FROM task_status);
`);
}
