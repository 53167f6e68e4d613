import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { LATEST_VERSION } from '#main/db/migrate.ts';
import { openDatabase } from '#main/db/open.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { bytesIn } from '#tests/setup/older-database.ts';

const NEWER = LATEST_VERSION + 9990;

let folder: string;
let file: string;
let log: string;
beforeEach(() => {
  folder = freshFolder();
  file = join(folder, 'kh02-center.db');
  log = `${file}-wal`;
});

const makeOurs = (path: string): void => openDatabase(path).close();
const makeTheirs = (pageBytes: number) => (path: string) => {
  const database = new Sqlite(path);
  database.exec(`PRAGMA page_size = ${pageBytes}; CREATE TABLE theirs (id INTEGER)`);
  database.close();
};

/** Opens the file as a program does that writes into its log alone. */
function openLog(path: string): Database {
  const database = new Sqlite(path);
  database.pragma('journal_mode = WAL');
  database.pragma('wal_autocheckpoint = 0');
  return database;
}

/** What lies there when the program was killed after the last of the changes. */
function leaveLog(make: (path: string) => void, ...changes: readonly string[]): void {
  const living = join(freshFolder(), 'living.db');
  make(living);
  const database = openLog(living);
  for (const change of changes) database.exec(change);
  copyFileSync(living, file);
  copyFileSync(`${living}-wal`, log);
  database.close();
}

function edit(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
}

function expectRefused(code: string): void {
  const before = bytesIn(folder);
  expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code }));
  expect(bytesIn(folder)).toEqual(before);
}

describe('a database with a log beside it', () => {
  it('of another program is left as it is, even where the log beside it is one of ours', () => {
    leaveLog(makeOurs, 'VACUUM');
    rmSync(file);
    makeTheirs(4096)(file);
    expectRefused('DATABASE_FOREIGN');
  });

  it('of a newer program is left as it is, even where the log beside it is older', () => {
    leaveLog(makeOurs, 'VACUUM');
    edit(file, (bytes) => bytes.writeUInt32BE(NEWER, 60));
    expectRefused('DATABASE_NEWER');
  });

  it.each([512, 4096, 65_536])('of another program is left as it is (pages of %i bytes)', (pageBytes) => {
    leaveLog(makeTheirs(pageBytes), 'PRAGMA application_id = 7', 'INSERT INTO theirs VALUES (1)');
    expectRefused('DATABASE_FOREIGN');
  });

  it('of a newer program is left as it is, though its file still is of today', () => {
    leaveLog(makeOurs, `PRAGMA user_version = ${NEWER}`);
    expectRefused('DATABASE_NEWER');
  });

  it.each([
    ['another', 'DATABASE_FOREIGN', makeTheirs(4096), 'INSERT INTO theirs VALUES (1)'],
    ['a newer', 'DATABASE_NEWER', makeOurs, `PRAGMA user_version = ${NEWER}`],
  ] as const)('that %s program has open is left as it is', (_name, code, make, change) => {
    make(file);
    const living = openLog(file);
    living.exec(change);
    expectRefused(code);
    living.close();
  });

  it('is not what was only half written when the power went', () => {
    leaveLog(makeOurs, `INSERT INTO setting VALUES ('kept', '1')`, `PRAGMA user_version = ${NEWER}`);
    edit(log, (bytes) => bytes.writeUInt8((bytes.at(-1) ?? 0) ^ 1, bytes.length - 1));
    const { read, close } = openDatabase(file);
    expect(read.prepare('SELECT key FROM setting').pluck().all()).toEqual(['kept']);
    close();
  });

  it('is left as it is when it is damaged', () => {
    leaveLog(makeOurs, `INSERT INTO setting VALUES ('kept', '1')`);
    edit(file, (bytes) => bytes.fill(0xff, 100, 4096));
    edit(log, (bytes) => bytes.fill(0));
    const before = bytesIn(folder);
    expect(() => openDatabase(file)).toThrow(expect.objectContaining({ code: 'DATABASE_DAMAGED' }));
    expect(bytesIn(folder)).toMatchObject(before);
  });
});
