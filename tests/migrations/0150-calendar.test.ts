import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

/** Before the step: a built-in week and month, and a week that somebody imported, which began on its Monday. */
function olderDatabase() {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(130));
  database.exec(`
    INSERT INTO unit (id, code, level, parent_id, valid_from) VALUES
      (1, 'VN', 'country', NULL, '1945-09-02'), (2, '31', 'province', 1, '2025-07-01'),
      (3, '11413', 'commune', 2, '2025-07-01'), (4, '11416', 'commune', 2, '2025-07-01');
    INSERT INTO indicator (id, code, position, kind, direction, name, name_en, short_name, short_name_en, definition,
      definition_en, unit_label, unit_label_en, weight, origin)
    SELECT value, 'i' || value, value, iif(value < 3, 'criterion', 'count'), 'up', 'n', 'n', 's', 's', 'd', 'd', 'u', 'u', 1,
      'published' FROM json_each('[1,2,3]');
    INSERT INTO task (id, code, phase, scope, name, name_en, lead_agency, lead_agency_en, start, deadline, origin) VALUES
      (1, '1.01', 'urgent', 'province', 'n', 'n', 'a', 'a', '2025-07-01', '2026-12-31', 'published'),
      (2, '1.02', 'urgent', 'province', 'n', 'n', 'a', 'a', '2026-02-01', '2026-12-31', 'published'),
      (3, '1.03', 'urgent', 'centre', 'n', 'n', 'a', 'a', '2025-07-01', '2026-12-31', 'published');
    INSERT INTO cut (id, code, kind, start, as_of, due_at) VALUES
      (1, 'week-2025-12-29', 'week', '2025-12-23', '2025-12-29T09:00:00.000Z', '2025-12-29T09:00:00.000Z'),
      (2, 'month-2025-12', 'month', '2025-12-01', '2025-12-31T09:00:00.000Z', '2026-01-05T10:00:00.000Z'),
      (3, 'week-2026-01-05', 'week', '2026-01-05', '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z'),
      (4, 'week-2096-01-02', 'week', '2096-01-02', '2096-01-02T09:00:00.000Z', '2096-01-02T09:00:00.000Z');
    INSERT INTO cut_event (id, cut_id, kind, at, who, reason) VALUES
      (7, 1, 'closed', '2025-12-30T01:00:00.000Z', 'Lan', NULL), (8, 1, 'reopened', '2025-12-30T02:00:00.000Z', 'Lan', 'x');
    INSERT INTO source (id, uuid, kind, name, sheets, received_at) VALUES (1, 'u', 'official', 'a.csv', '[]', '2025-12-29');
    INSERT INTO import_run (id, uuid, source_id, cut_id, kind, state, committed_at, who)
    SELECT value, 'r' || value, 1, value, iif(value < 3, 'built-in', 'import'), 'committed', '2026-01-06T00:00:00.000Z', 'w'
    FROM json_each('[1,2,3,4]');
    INSERT INTO observation (cut_id, indicator_id, unit_id, value, run_id) VALUES
      (1, 1, 3, 1, 1), (1, 2, 3, 0, 1), (1, 1, 4, NULL, 1), (1, 1, 2, 1, 1), (2, 3, 3, 7, 2), (3, 1, 3, 1, 3);
    INSERT INTO task_report (cut_id, task_id, unit_id, state, progress, run_id) VALUES
      (1, 1, 2, 'inProgress', 0.5, 1), (1, 3, 1, 'inProgress', 0.5, 1);
    INSERT INTO submission (cut_id, unit_id, expected, received, state) VALUES
      (1, 2, 2, 2, 'complete'), (2, 2, 2, 1, 'partial'), (3, 2, 2, 1, 'partial')`);
  return database;
}

it('0150-calendar makes every week the seven days that end with its as-of, and says where that moved a start', () => {
  const database = olderDatabase();
  migrateToLatest(database, 'memory', upTo(150));
  expect(database.prepare('SELECT code, start, opened_at FROM cut ORDER BY id').raw().all()).toEqual([
    ['week-2025-12-29', '2025-12-23', '2025-12-22T17:00:00.000Z'],
    ['month-2025-12', '2025-12-01', '2025-11-30T17:00:00.000Z'],
    ['week-2026-01-05', '2025-12-30', '2025-12-29T17:00:00.000Z'],
    ['week-2096-01-02', '2095-12-27', '2026-01-06T00:00:00.000Z'],
  ]);
  const events = 'SELECT cut_id, kind, who, detail FROM cut_event ORDER BY id';
  expect(database.prepare(events).raw().all()).toEqual([
    [1, 'closed', 'Lan', null],
    [1, 'reopened', 'Lan', null],
    [3, 'startMoved', 'KH02 Center', '{"from":"2026-01-05","to":"2025-12-30"}'],
    [4, 'startMoved', 'KH02 Center', '{"from":"2096-01-02","to":"2095-12-27"}'],
  ]);
  expect(database.pragma('foreign_key_check')).toEqual([]);
});

it('0150-calendar counts what each cut owes in figures and reports of tasks that had begun', () => {
  const database = olderDatabase();
  migrateToLatest(database, 'memory', upTo(150));
  const board = 'SELECT cut_id, owed, sent FROM submission ORDER BY cut_id';
  expect(database.prepare(board).raw().all()).toEqual([
    [1, 2 * 2 + 1, 3 + 1],
    [2, 2, 1],
    [3, 2 * 2, 1],
  ]);
});

it('0150-calendar gives a filled database the calendar of the built-in cuts, and an empty one none', () => {
  const database = olderDatabase();
  migrateToLatest(database, 'memory', upTo(150));
  const revisions = 'SELECT version, valid_from, valid_to, who FROM calendar_revision';
  expect(database.prepare(revisions).raw().all()).toEqual([[1, '2025-12-29', '2025-12-31', 'KH02 Center']]);
  const empty = new Sqlite(':memory:');
  migrateToLatest(empty, 'memory', upTo(150));
  expect(empty.prepare(revisions).all()).toEqual([]);
});
