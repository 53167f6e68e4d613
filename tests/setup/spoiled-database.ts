import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { DATABASE_NAME } from '#main/core/app.ts';
import { filledFolder, freshFolder } from './data-folder.ts';

/** Data folders whose database cannot be used, and the error that says so. */
export const SPOILED = {
  'another program wrote': { code: 'DATABASE_FOREIGN', make: foreign },
  'is no database at all': { code: 'DATABASE_FOREIGN', make: text },
  'is damaged': { code: 'DATABASE_DAMAGED', make: damaged },
  'a newer version wrote': { code: 'DATABASE_NEWER', make: newer },
  'is empty beside the keys of its user': { code: 'DATABASE_VANISHED', make: empty },
} as const;

export function databaseBytes(folder: string): Buffer {
  return readFileSync(join(folder, DATABASE_NAME));
}

function foreign(): string {
  const folder = freshFolder();
  const database = new Sqlite(join(folder, DATABASE_NAME));
  database.exec('CREATE TABLE theirs (id INTEGER); INSERT INTO theirs VALUES (1); PRAGMA application_id = 7');
  database.close();
  return folder;
}

function text(): string {
  const folder = freshFolder();
  writeFileSync(join(folder, DATABASE_NAME), 'Báo cáo tuần, không phải cơ sở dữ liệu.\n'.repeat(50));
  return folder;
}

/** The header stands, the pages behind it are noise: what a failing disk leaves. */
function damaged(): string {
  const folder = filledFolder();
  const file = join(folder, DATABASE_NAME);
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 100, 3 * 4096);
  writeFileSync(file, bytes);
  return folder;
}

function newer(): string {
  const folder = filledFolder();
  const database = new Sqlite(join(folder, DATABASE_NAME));
  database.pragma('user_version = 99990');
  database.close();
  return folder;
}

/** What a full disk or a bad copy leaves. */
function empty(): string {
  const folder = freshFolder();
  mkdirSync(join(folder, 'keys'));
  writeFileSync(join(folder, DATABASE_NAME), '');
  return folder;
}
