import type { Database } from 'better-sqlite3';

/**
 * After this step a task report says why the task is late, and a difficulty which indicators it speaks of. What was
 * reported before said neither.
 */
export default function migrate(database: Database): void {
  database.exec(`
ALTER TABLE task_report ADD COLUMN cause TEXT REFERENCES difficulty_category (code);
-- A JSON array of codes; null = those of its category.
ALTER TABLE difficulty ADD COLUMN indicators TEXT CHECK (indicators IS NULL OR json_valid(indicators));
`);
}
