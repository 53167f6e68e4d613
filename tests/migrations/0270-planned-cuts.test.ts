import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0270-planned-cuts leaves open and removed cuts as they are, and nothing is said of planned ones yet', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(250));
  database.exec(`
    INSERT INTO cut (code, kind, start, as_of, due_at, label)
      VALUES ('week-2026-01-05', 'week', '2025-12-30', '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z', 'Đầu năm');
    INSERT INTO cut_removal (code, at, who) VALUES ('week-2026-02-16', '2026-01-20T02:00:00.000Z', 'Lan')`);
  migrateToLatest(database, 'memory', upTo(270));
  const all = (sql: string) => database.prepare(sql).pluck().all();
  expect(all('SELECT label FROM cut')).toEqual(['Đầu năm']);
  expect(all('SELECT code FROM cut_removal')).toEqual(['week-2026-02-16']);
  expect(all('SELECT count(*) FROM planned_cut')).toEqual([0]);
});
