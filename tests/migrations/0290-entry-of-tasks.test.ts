import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0290-entry-of-tasks keeps what waits in drafts, and takes parts of reports from then on', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(289));
  database.exec(`
    INSERT INTO entry_draft VALUES (1, 'An', '31', 'week-2025-12-29', '2025-12-29', '2025-12-29');
    INSERT INTO entry_cell VALUES (1, '11629', 'devices', 'value', '1', '0', '2025-12-29', '{"value":1}')`);
  const report = `INSERT INTO entry_cell VALUES (1, '31', '1.01', 'state', 'done', NULL, '2025-12-29', NULL)`;
  expect(() => database.exec(report)).toThrow(/CHECK/);
  migrateToLatest(database, 'memory', upTo(290));
  database.exec(report);
  expect(database.prepare('SELECT unit, part, text, aside FROM entry_cell ORDER BY unit').all()).toEqual([
    { unit: '11629', part: 'value', text: '1', aside: '0' },
    { unit: '31', part: 'state', text: 'done', aside: null },
  ]);
  database.pragma('foreign_keys = ON');
  database.exec('DELETE FROM entry_draft');
  expect(database.prepare('SELECT count(*) FROM entry_cell').pluck().get()).toBe(0);
});
