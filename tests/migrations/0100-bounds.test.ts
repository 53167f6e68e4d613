import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0100-bounds keeps every status, marks them as judged by older rules and lets one be undetermined', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(90));
  database.pragma('foreign_keys = OFF');
  database.exec(`INSERT INTO unit_status
    (cut_id, unit_id, rule_version, reported, operating, gap_steps, gap_cuts, communes, corrected, facts)
    VALUES (1, 2, 3, 'green', 'red', 2, 4, 5, 1, '{"a":1}')`);
  migrateToLatest(database, 'memory', upTo(100));
  expect(database.prepare('SELECT * FROM unit_status').get()).toMatchObject({
    ...{ cut_id: 1, unit_id: 2, rule_version: 3, reported: 'green', operating: 'red', gap_steps: 2 },
    ...{
      gap_cuts: 4,
      communes: 5,
      corrected: 1,
      facts: '{"a":1}',
      operating_at_least: null,
      score_low: null,
    },
  });
  expect(database.prepare(`SELECT value FROM setting WHERE key = 'judgement.outdated'`).pluck().get()).toBe(
    'true',
  );
  const open = (atLeast: string) => () =>
    database.exec(`INSERT INTO unit_status (cut_id, unit_id, rule_version, reported, operating, gap_cuts, facts,
      operating_at_least, operating_at_most) VALUES (1, 3, 3, 'green', 'undetermined', 0, '{}', ${atLeast}, 'green')`);
  expect(open('NULL')).toThrow('CHECK');
  expect(open("'red'")).not.toThrow();
});
