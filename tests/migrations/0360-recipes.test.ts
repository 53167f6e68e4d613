import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

it('0360-recipes keeps every version, of which one is in force, and one a shape of a sender', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(
    database,
    'memory',
    MIGRATIONS.filter(({ version }) => version <= 360),
  );
  const add = (name: string, version: number, sender: string, ended: string | null) =>
    database
      .prepare(
        `INSERT INTO recipe (name, version, sender, kind, shape, content, made_at, made_by, ended_at)
         VALUES (?, ?, ?, 'figures', '[["a"]]', '{}', '2026-01-01', 'An', ?)`,
      )
      .run(name, version, sender, ended);
  add('A', 1, '31', '2026-01-02');
  add('A', 2, '31', null);
  expect(() => add('A', 2, '31', '2026-01-03')).toThrow(/UNIQUE/);
  expect(() => add('A', 3, '32', null)).toThrow(/UNIQUE/);
  expect(() => add('B', 1, '31', null)).toThrow(/UNIQUE/);
  add('B', 1, '32', null);
  expect(database.prepare('SELECT count(*) FROM recipe WHERE ended_at IS NULL').pluck().get()).toBe(2);
});
