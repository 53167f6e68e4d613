import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0220-reports-in-words leaves reports as they were: without a cause, of the indicators of their category', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(160));
  database.pragma('foreign_keys = OFF');
  database.exec(`
    INSERT INTO task_report (cut_id, task_id, unit_id, state, progress, run_id) VALUES (1, 1, 1, 'blocked', 0.5, 1);
    INSERT INTO difficulty (uuid, unit_id, category_code, text, reported_on, run_id)
      VALUES ('a', 1, 'staff', 'Thiếu người', '2026-01-05', 1)`);
  migrateToLatest(database, 'memory', upTo(220));
  expect(database.prepare('SELECT state, cause FROM task_report').get()).toEqual({
    state: 'blocked',
    cause: null,
  });
  expect(database.prepare('SELECT text, indicators FROM difficulty').get()).toEqual({
    text: 'Thiếu người',
    indicators: null,
  });
  const wrong = `UPDATE difficulty SET indicators = '[' WHERE uuid = 'a'`;
  expect(() => database.exec(wrong)).toThrow(/CHECK/);
});
