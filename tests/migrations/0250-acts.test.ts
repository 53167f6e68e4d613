import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0250-acts keeps who took which cut out of the calendar, and tells each act along the time', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(240));
  database.exec(`
    INSERT INTO cut_removal (code, at, who, reason) VALUES
      ('week-2026-02-16', '2026-01-20T02:00:00.000Z', 'Lan', 'Nghỉ Tết'),
      ('week-2026-01-05', '2026-01-02T02:00:00.000Z', 'An', NULL);
    INSERT INTO snapshot_made (id, file, made_at, as_of, scope, cuts, bytes, sha256)
      VALUES ('a', '/a.kh02', '2026-01-01', '2026-01-01', '{}', '[]', 1, '')`);
  migrateToLatest(database, 'memory', upTo(250));
  expect(database.prepare('SELECT at, kind, who, cut, reason FROM act ORDER BY id').all()).toEqual([
    { at: '2026-01-02T02:00:00.000Z', kind: 'cutRemoved', who: 'An', cut: 'week-2026-01-05', reason: null },
    {
      at: '2026-01-20T02:00:00.000Z',
      kind: 'cutRemoved',
      who: 'Lan',
      cut: 'week-2026-02-16',
      reason: 'Nghỉ Tết',
    },
  ]);
  expect(database.prepare('SELECT who FROM snapshot_made').pluck().all()).toEqual([null]);
  const plan = `EXPLAIN QUERY PLAN SELECT * FROM act WHERE at <= '2027' ORDER BY at DESC, id DESC LIMIT 10`;
  expect(database.prepare(plan).all()).toEqual([
    expect.objectContaining({ detail: expect.stringContaining('act_by_time') }),
  ]);
});
