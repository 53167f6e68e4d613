import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it.each([
  [true, 1],
  [false, 0],
])(
  '0120-task-states marks a database whose tasks were judged (%s) as judged by older rules',
  (isJudged, marks) => {
    const database = new Sqlite(':memory:');
    migrateToLatest(database, 'memory', upTo(110));
    database.pragma('foreign_keys = OFF');
    if (isJudged) {
      database.exec(`INSERT INTO task_status (cut_id, task_id, unit_id, rule_version, schedule, outcome, progress, facts)
      VALUES (1, 1, 1, 1, 'done', 'doneWorking', 1, '{}')`);
    }
    migrateToLatest(database, 'memory', upTo(120));
    const found = database
      .prepare(`SELECT count(*) FROM setting WHERE key = 'judgement.outdated'`)
      .pluck()
      .get();
    expect(found).toBe(marks);
  },
);
