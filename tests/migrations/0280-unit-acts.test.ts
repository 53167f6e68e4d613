import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0280-unit-acts keeps the documents that are in, has room for why one was taken back, and tells them along the time', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(250));
  database.exec(`INSERT INTO unit_act (uuid, day, document, file, sha256, who, at, detail)
    VALUES ('a', '2026-07-01', '1/NQ', 'a.csv', '', 'An', '2026-06-01T00:00:00.000Z', '{}')`);
  migrateToLatest(database, 'memory', upTo(280));
  expect(database.prepare('SELECT document, undo_reason FROM unit_act').all()).toEqual([
    { document: '1/NQ', undo_reason: null },
  ]);
  const plan = (at: string) =>
    database
      .prepare(`EXPLAIN QUERY PLAN SELECT * FROM unit_act WHERE ${at} <= '2027' ORDER BY ${at} DESC`)
      .all();
  expect(JSON.stringify(plan('at'))).toContain('unit_act_by_time');
});
