import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { APPLICATION_ID } from '#main/db/identity.ts';
import { openDatabase, type WriteDatabase } from '#main/db/open.ts';
import { LEFT_BEHIND } from '#tests/setup/data-folder.ts';

describe('opening a database', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kh02-open-'));
    file = join(folder, 'kh02-center.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('creates a file of ours with a reader that cannot write', () => {
    const { read, write, close } = openDatabase(file);
    expect(write.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(write.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => read.exec(`INSERT INTO setting VALUES ('a', '1')`)).toThrow(/readonly/);
    close();
    expect(readdirSync(folder)).toEqual(LEFT_BEHIND);
  });

  it('fills a file that needs it before anybody reads it, and looks at every row that is written later', () => {
    const isNeeded = vi.fn(() => true);
    const fill = vi.fn((database: WriteDatabase) => database.exec(`INSERT INTO setting VALUES ('a', '1')`));
    const { read, write, close } = openDatabase(file, {}, { isNeeded, fill });
    expect(read.prepare('SELECT * FROM setting').all()).toEqual([{ key: 'a', value: '1' }]);
    expect(() => write.exec(`INSERT INTO setting VALUES ('b', 'no JSON')`)).toThrow(/CHECK/);
    expect(() =>
      write.exec(`INSERT INTO unit_name VALUES (1, 1, 'learned', NULL, '', NULL, '', NULL)`),
    ).toThrow(/FOREIGN KEY/);
    close();
    isNeeded.mockReturnValue(false);
    openDatabase(file, {}, { isNeeded, fill }).close();
    expect(fill).toHaveBeenCalledTimes(1);
    expect(readdirSync(folder)).toEqual(LEFT_BEHIND);
  });

  it('leaves a file empty whose filling failed', () => {
    const fill = (database: WriteDatabase) => {
      database.exec(`INSERT INTO setting VALUES ('a', '1')`);
      throw new Error('A power cut');
    };
    expect(() => openDatabase(file, {}, { isNeeded: () => true, fill })).toThrow('A power cut');
    const { read, close } = openDatabase(file);
    expect(read.prepare('SELECT * FROM setting').all()).toEqual([]);
    close();
    expect(readdirSync(folder)).toEqual(LEFT_BEHIND);
  });

  const unusable: [string, (path: string) => void, string][] = [
    [
      'a text file',
      (path) => writeFileSync(path, 'Đây không phải là cơ sở dữ liệu. '.repeat(40)),
      'DATABASE_FOREIGN',
    ],
    ['a database of another program', (path) => makeForeign(path), 'DATABASE_FOREIGN'],
    ['a database of a newer version', (path) => makeNewer(path), 'DATABASE_NEWER'],
    ['a damaged database', (path) => makeDamaged(path), 'DATABASE_DAMAGED'],
  ];

  it.each(unusable)('refuses %s by its code and leaves every byte as it was', (_name, make, code) => {
    make(file);
    const before = readFileSync(file);
    const names = readdirSync(folder);
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code }));
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder)).toEqual(names);
  });
});

function makeForeign(path: string): void {
  const database = new Sqlite(path);
  database.exec('CREATE TABLE recipe (name TEXT)');
  database.close();
}

function makeNewer(path: string): void {
  openDatabase(path).close();
  const database = new Sqlite(path);
  database.pragma('user_version = 99990');
  database.pragma('journal_mode = DELETE');
  database.close();
}

/** Overwrites the pages of the schema, past the header that still says it is ours. */
function makeDamaged(path: string): void {
  openDatabase(path).close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, 100, Math.min(bytes.length, 4096));
  writeFileSync(path, bytes);
}
