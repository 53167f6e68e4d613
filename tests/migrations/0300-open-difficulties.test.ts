import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0300-open-difficulties finds those that are open by an index, and counts all of a unit in one', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(300));
  const plan = (sql: string) =>
    database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((step) => (step as { readonly detail: string }).detail)
      .join('; ');
  const open = `SELECT unit_id, category_code, reported_on FROM difficulty
    WHERE reported_on <= '2026-01-01' AND (resolved_on IS NULL OR resolved_on > '2026-01-01')`;
  expect(plan(open)).toMatch(/COVERING INDEX difficulty_by_end .*COVERING INDEX difficulty_by_end/);
  const ofUnit = `SELECT category_code, reported_on, resolved_on FROM difficulty WHERE unit_id = 1`;
  expect(plan(ofUnit)).toContain('COVERING INDEX difficulty_by_unit');
});
