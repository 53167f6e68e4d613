import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it.each([
  [true, 1],
  [false, 0],
])('0090-own-figures marks a database that was judged (%s) as judged by older rules', (isJudged, marks) => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(80));
  database.pragma('foreign_keys = OFF');
  if (isJudged) {
    database.exec(`INSERT INTO unit_status (cut_id, unit_id, rule_version, reported, operating, gap_cuts, corrected, facts)
      VALUES (1, 1, 1, 'green', 'green', 0, 0, '{}')`);
  }
  migrateToLatest(database, 'memory', upTo(90));
  const found = database
    .prepare(`SELECT count(*) FROM setting WHERE key = 'judgement.outdated'`)
    .pluck()
    .get();
  expect(found).toBe(marks);
});
