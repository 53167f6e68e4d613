import type { Database } from 'better-sqlite3';

/** The schema as SQL text in a stable order: what the snapshot holds and the test compares. */
export function describeSchema(database: Database): string {
  const sql = `
    SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
    ORDER BY CASE type WHEN 'table' THEN 0 ELSE 1 END, name`;
  const statements = database.prepare(sql).pluck().all() as string[];
  return `${statements.map((statement) => `${statement};`).join('\n\n')}\n`;
}

export const SNAPSHOT_FILE = new URL('./schema.snapshot.sql', import.meta.url);
