import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

function before(): Sqlite.Database {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(130));
  return database;
}

it('0140-workspace calls a database that was filled by the program illustrative, and keeps what was imported', () => {
  const database = before();
  database.exec(`
    INSERT INTO unit (id, code, level, valid_from) VALUES (1, 'VN', 'country', '2025-07-01');
    INSERT INTO rule_set (version, created_at, who, note, rules)
      VALUES (2, '2026-02-01T00:00:00.000Z', 'A', '', '{}'), (1, '2026-01-05T00:00:00.000Z', 'KH02 Center', '', '{}');
    INSERT INTO source (uuid, kind, name, name_en, sheets, received_at)
      VALUES ('s', 'official', 'Hà Nội', 'Ha Noi', '[]', '2026-01-06T00:00:00.000Z')`);
  migrateToLatest(database, 'memory', upTo(140));
  expect(database.prepare('SELECT * FROM workspace').all()).toEqual([
    { id: 1, kind: 'illustrative', name: null, created_at: '2026-01-05T00:00:00.000Z', practice_since: null },
  ]);
  expect(database.prepare('SELECT kind, name FROM source').get()).toEqual({
    kind: 'official',
    name: 'Hà Nội',
  });
});

it('0140-workspace says nothing yet of a database that is still empty', () => {
  const database = before();
  migrateToLatest(database, 'memory', upTo(140));
  expect(database.prepare('SELECT count(*) FROM workspace').pluck().get()).toBe(0);
});

it('0140-workspace knows one workspace, and no practice copy of an illustrative one', () => {
  const database = before();
  migrateToLatest(database, 'memory', upTo(140));
  const insert = database.prepare('INSERT INTO workspace VALUES (?, ?, ?, ?, ?)');
  expect(() => insert.run(1, 'illustrative', null, 't', 't')).toThrow(/CHECK/);
  expect(() => insert.run(1, 'real', '', 't', null)).toThrow(/CHECK/);
  insert.run(1, 'real', 'Văn phòng', 't', 't');
  expect(() => insert.run(2, 'real', 'Khác', 't', null)).toThrow(/CHECK/);
});
