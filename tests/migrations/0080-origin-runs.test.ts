import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

it('0080-origin-runs keeps every run as one of its own and lets others stand within it', () => {
  const database = new Sqlite(':memory:');
  const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);
  migrateToLatest(database, 'memory', upTo(60));
  database.exec(`
    INSERT INTO source (id, uuid, kind, name, received_at) VALUES (1, 's', 'official', 'a', '2025-07-31T09:00:00.000Z');
    INSERT INTO import_run (id, uuid, source_id, kind, state, committed_at, who)
      VALUES (1, 'r', 1, 'import', 'committed', '2025-07-31T09:00:00.000Z', 'Trực ban');`);
  const before = database.prepare('SELECT * FROM import_run').get() as object;
  migrateToLatest(database, 'memory', upTo(80));
  expect(database.prepare('SELECT * FROM import_run').get()).toEqual({ ...before, through_id: null });
  expect(database.pragma('user_version', { simple: true })).toBe(80);
  database.close();
});
