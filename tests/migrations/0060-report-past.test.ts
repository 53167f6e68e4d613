import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

it('0060-report-past keeps every report and adds the memory for what imports replace', () => {
  const database = new Sqlite(':memory:');
  const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);
  migrateToLatest(database, 'memory', upTo(50));
  database.exec(`
    INSERT INTO unit (id, code, level, valid_from) VALUES (1, 'VN', 'country', '2025-07-01');
    INSERT INTO source (id, uuid, kind, name, received_at) VALUES (1, 's', 'official', 'a', '2025-07-31T09:00:00.000Z');
    INSERT INTO import_run (id, uuid, source_id, kind, state, committed_at, who)
      VALUES (1, 'r', 1, 'import', 'committed', '2025-07-31T09:00:00.000Z', 'Trực ban');
    INSERT INTO document (id, uuid, unit_id, kind, number, title, issued_on, run_id)
      VALUES (1, 'd', 1, 'plan', '02', 'Kế hoạch', '2025-06-19', 1);`);
  const before = database.prepare('SELECT * FROM document').all();
  migrateToLatest(database, 'memory', upTo(60));
  expect(database.prepare('SELECT * FROM document').all()).toEqual(before);
  expect(database.prepare('SELECT count(*) FROM report_past').pluck().get()).toBe(0);
  expect(database.pragma('user_version', { simple: true })).toBe(60);
  database.close();
});
