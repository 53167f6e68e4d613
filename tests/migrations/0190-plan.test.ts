import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

function before(): Sqlite.Database {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(160));
  database.pragma('foreign_keys = OFF');
  return database;
}

it('0190-plan gives the tasks and indicators of older programs their phase, pillar, role and words', () => {
  const database = before();
  database.exec(`
    INSERT INTO task_group VALUES ('3', 1, 'Phát triển dữ liệu', 'Data');
    INSERT INTO task (id, code, group_code, phase, scope, name, name_en, lead_agency, lead_agency_en, start, deadline, origin)
      VALUES (1, '3.01', '3', 'breakthrough', 'centre', 'a', 'a', 'b', 'b', '2025-07-01', '2025-08-01', 'published');
    INSERT INTO indicator (id, code, position, kind, direction, name, name_en, short_name, short_name_en, definition,
      definition_en, unit_label, unit_label_en, weight, origin)
      VALUES (1, 'x', 1, 'ratio', 'up', 'a', 'Share of applications submitted online', 'a', 'a', 'a', 'a', 'a', 'a', 3,
        'published');
    INSERT INTO cut (id, code, kind, start, as_of, due_at, state, closed_at, closed_by) VALUES
      (1, 'week-2026-01-05', 'week', '2025-12-30', '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z', 'closed',
        '2026-01-06T00:00:00.000Z', 'Lan');
    INSERT INTO unit_status (cut_id, unit_id, rule_version, reported, operating, gap_cuts, facts)
      VALUES (1, 1, 4, 'green', 'green', 0, '{}');`);
  migrateToLatest(database, 'memory', upTo(190));
  expect(database.prepare('SELECT phase, pillar_code, origin FROM task').get()).toEqual({
    ...{ phase: 'breakthrough', pillar_code: 'data', origin: 'published' },
  });
  expect(
    database.prepare('SELECT role, asks, origin, json_valid(words) AS words FROM indicator').get(),
  ).toEqual({
    ...{ role: 'onlineSubmission', asks: 'commune', origin: 'published', words: 1 },
  });
  expect(database.prepare('SELECT short_name FROM task_group').pluck().get()).toBe('Dữ liệu');
  expect(database.prepare('SELECT count(*) FROM task_phase').pluck().get()).toBe(3);
  expect(database.prepare('SELECT short_name FROM plan').pluck().get()).toBe('Kế hoạch số 02-KH/BCĐTW');
  expect(database.prepare('SELECT revision FROM cut').pluck().get()).toBe(4);
});

it('0190-plan says nothing of a plan in a database that is still empty', () => {
  const database = before();
  migrateToLatest(database, 'memory', upTo(190));
  const counts = ['plan', 'pillar', 'task_phase'].map((table) =>
    database.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  );
  expect(counts).toEqual([0, 0, 0]);
});
