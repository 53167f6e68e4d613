import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrateToLatest } from '#main/db/migrate.ts';

it('0370-receipts keeps one receipt a file, which goes with its source', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory');
  database.pragma('foreign_keys = ON');
  database.exec(`
    INSERT INTO source (id, uuid, kind, name, sheets, received_at) VALUES (7, 'u', 'official', 'a.csv', '[]', '2026-01-01');
    INSERT INTO import_receipt VALUES (7, '{}')`);
  expect(() => database.exec(`INSERT INTO import_receipt VALUES (8, '{}')`)).toThrow(/FOREIGN KEY/);
  database.exec('DELETE FROM source WHERE id = 7');
  expect(database.prepare('SELECT count(*) FROM import_receipt').pluck().get()).toBe(0);
});
