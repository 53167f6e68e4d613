import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

it('0070-years finds what belongs to one cut, kind or time from an index', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(
    database,
    'memory',
    MIGRATIONS.filter(({ version }) => version <= 70),
  );
  const planOf = (sql: string) =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail);
  expect(
    planOf(`SELECT 1 FROM import_run WHERE cut_id = 1 AND kind = 'correction' AND state = 'committed'`),
  ).toEqual([expect.stringContaining('USING COVERING INDEX import_run_by_cut')]);
  expect(planOf(`SELECT id FROM source WHERE kind = 'official'`)).toEqual([
    expect.stringContaining('USING COVERING INDEX source_by_kind'),
  ]);
  expect(planOf('SELECT * FROM cut_event WHERE cut_id = 1 ORDER BY id')).toEqual([
    expect.stringContaining('USING INDEX cut_event_by_cut'),
  ]);
  expect(planOf('SELECT * FROM snapshot_made ORDER BY made_at DESC, id DESC LIMIT 10')).toEqual([
    expect.stringContaining('USING INDEX snapshot_made_by_time'),
  ]);
  database.close();
});
