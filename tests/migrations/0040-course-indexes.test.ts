import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

it('0040-course-indexes reads the course of a place and of its tasks from an index', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(
    database,
    'memory',
    MIGRATIONS.filter(({ version }) => version <= 40),
  );
  const planOf = (sql: string) =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]).map(({ detail }) => detail);
  expect(
    planOf(
      'SELECT cut_id, green FROM unit_status WHERE unit_id = 1 AND communes IS NOT NULL AND not_reported = 0',
    ),
  ).toEqual([expect.stringContaining('USING COVERING INDEX unit_status_of_places')]);
  expect(planOf('SELECT cut_id, schedule, progress FROM task_status WHERE unit_id = 1')).toEqual([
    expect.stringContaining('USING COVERING INDEX task_status_by_unit'),
  ]);
  database.close();
});
