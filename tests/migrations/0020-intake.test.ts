import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

it('0020-intake keeps every row and adds the memory for columns of senders', () => {
  const database = new Sqlite(':memory:');
  const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);
  migrateToLatest(database, 'memory', upTo(10));
  database.exec(`
    INSERT INTO source (id, uuid, kind, name, received_at) VALUES (1, 's', 'official', 'a.xlsx', '2025-07-31T09:00:00.000Z');
    INSERT INTO import_run (id, uuid, source_id, kind, state, committed_at, who)
      VALUES (1, 'r', 1, 'import', 'committed', '2025-07-31T09:00:00.000Z', 'Trực ban');`);
  const before = database.prepare('SELECT * FROM import_run').all();
  migrateToLatest(database, 'memory', upTo(20));
  expect(database.prepare('SELECT * FROM import_run').all()).toEqual(before);
  expect(database.prepare('SELECT count(*) FROM sender_column').pluck().get()).toBe(0);
  expect(database.pragma('user_version', { simple: true })).toBe(20);
  database.close();
});
