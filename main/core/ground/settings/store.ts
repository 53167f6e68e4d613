import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';

/** The value of a setting as it was stored, or null when it was never set. */
export function readSetting(database: ReadDatabase, key: string): unknown {
  const value = database.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key);
  return value === undefined ? null : JSON.parse(value as string);
}

/** Leaves a setting as if it had never been set. */
export function removeSetting(database: WriteDatabase, key: string): void {
  database.prepare('DELETE FROM setting WHERE key = ?').run(key);
}

/** Stores a value that JSON can hold, in place of the one before. */
export function writeSetting(database: WriteDatabase, key: string, value: unknown): void {
  const sql =
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';
  database.prepare(sql).run(key, JSON.stringify(value));
}
