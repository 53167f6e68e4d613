import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0130-sum-bounds keeps every sum, which says nothing of bounds yet, and has all judged anew', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(120));
  database.pragma('foreign_keys = OFF');
  database.exec(`
    INSERT INTO figure_total (cut_id, indicator_id, unit_id, units, reported, not_applicable, value)
      VALUES (1, 2, 3, 4, 3, 1, 0.5);
    INSERT INTO unit_status (cut_id, unit_id, rule_version, reported, operating, gap_cuts, facts)
      VALUES (1, 1, 1, 'green', 'green', 0, '{}');
    DELETE FROM setting WHERE key = 'judgement.outdated'`);
  migrateToLatest(database, 'memory', upTo(130));
  expect(database.prepare('SELECT units, value, low, high FROM figure_total').get()).toEqual({
    ...{ units: 4, value: 0.5, low: null, high: null },
  });
  const outdated = database.prepare(`SELECT value FROM setting WHERE key = 'judgement.outdated'`).pluck();
  expect(outdated.get()).toBe('true');
});
