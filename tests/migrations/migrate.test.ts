import { readFileSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LATEST_VERSION, MIGRATIONS, type Migration, migrateToLatest } from '#main/db/migrate.ts';
import { describeSchema, SNAPSHOT_FILE } from './schema.ts';

describe('migrations', () => {
  let database: Database;
  beforeEach(() => {
    database = new Sqlite(':memory:');
  });
  afterEach(() => {
    database.close();
  });

  it('are numbered in tens, rising, and named by their number', () => {
    const versions = MIGRATIONS.map((migration) => migration.version);
    expect(versions).toEqual([...new Set(versions)].sort((left, right) => left - right));
    for (const { version, name } of MIGRATIONS) {
      expect(version % 10).toBe(0);
      expect(name.startsWith(String(version).padStart(4, '0'))).toBe(true);
    }
  });

  it('yield the schema of the snapshot (npm run schema:update writes it anew)', () => {
    migrateToLatest(database, 'memory');
    expect(describeSchema(database)).toBe(readFileSync(SNAPSHOT_FILE, 'utf8'));
  });

  it('leave only strict tables behind', () => {
    migrateToLatest(database, 'memory');
    const loose = database
      .prepare(`SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'`)
      .pluck()
      .all() as string[];
    expect(loose.filter((name) => !name.startsWith('sqlite_'))).toEqual([]);
  });

  it('set the version and change nothing when they run again', () => {
    migrateToLatest(database, 'memory');
    const before = describeSchema(database);
    migrateToLatest(database, 'memory');
    expect(database.pragma('user_version', { simple: true })).toBe(LATEST_VERSION);
    expect(describeSchema(database)).toBe(before);
  });

  it('refuse a database of a newer program and leave it as it is', () => {
    database.pragma(`user_version = ${LATEST_VERSION + 10}`);
    expect(() => migrateToLatest(database, 'tương lai.db')).toThrow(
      expect.objectContaining({
        code: 'DATABASE_NEWER',
        values: { file: 'tương lai.db', found: LATEST_VERSION + 10, known: LATEST_VERSION },
      }),
    );
    expect(describeSchema(database)).toBe('\n');
  });

  it('keep a step that fails wholly out, version and all, and name it', () => {
    const steps: Migration[] = [
      { version: 10, name: '0010-good', migrate: (db) => db.exec('CREATE TABLE good (id INTEGER) STRICT') },
      {
        version: 20,
        name: '0020-bad',
        migrate: (db) => {
          db.exec('CREATE TABLE half (id INTEGER) STRICT');
          db.exec('CREATE TABLE good (id INTEGER) STRICT');
        },
      },
    ];
    expect(() => migrateToLatest(database, 'memory', steps)).toThrow(/0020-bad/);
    expect(database.pragma('user_version', { simple: true })).toBe(10);
    expect(describeSchema(database)).toContain('good');
    expect(describeSchema(database)).not.toContain('half');
  });
});
