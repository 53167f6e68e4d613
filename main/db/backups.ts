import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { makePrivateFolder, PRIVATE_FILE } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { OpenOptions } from './open.ts';

const UNFINISHED = '.part';

/** Where copies of a database lie: a folder beside it. */
export function backupsOf(file: string): string {
  return join(dirname(file), 'backups');
}

/**
 * Copies a database whole, with what is still in its log, while another connection keeps everybody from writing. The
 * copy gets its name (`kh02-center-v50-20261129T081500.123Z.db`) when SQLite has found every page of it in order.
 * Nothing is left when this fails. DATABASE_DAMAGED.
 */
export function copyDatabase(file: string, version: number, options: OpenOptions): string {
  const folder = prepareFolder(file);
  const path = join(folder, `${basename(file, '.db')}-v${version}-${stamp()}.db`);
  const unfinished = path + UNFINISHED;
  try {
    // SQLite fills an empty file, which this user alone may read.
    writeFileSync(unfinished, '', { flag: 'wx', mode: PRIVATE_FILE });
    useReader(file, options, (reader) => reader.prepare('VACUUM INTO ?').run(unfinished));
    const found = useReader(unfinished, options, (copy) => [
      copy.pragma('integrity_check', { simple: true }),
      copy.pragma('user_version', { simple: true }),
    ]);
    if (found[0] !== 'ok' || found[1] !== version) throw new UserError('DATABASE_DAMAGED', { file });
    flush(unfinished, 'r+');
    renameSync(unfinished, path);
    // So that the name, too, survives a loss of power; Windows cannot flush a folder.
    if (process.platform !== 'win32') flush(folder, 'r');
    return path;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** Moves a journal that has lost its database to the copies: it may hold the newest data of a file that comes back. */
export function keepJournal(file: string, journal: string): void {
  renameSync(journal, join(prepareFolder(file), `${stamp()}-${basename(journal)}`));
}

/** Only one process at a time opens a database, so what is unfinished, and a journal beside it, was left by one that ended. */
function prepareFolder(file: string): string {
  const folder = backupsOf(file);
  makePrivateFolder(folder);
  for (const name of readdirSync(folder)) if (name.includes(UNFINISHED)) rmSync(join(folder, name));
  return folder;
}

function useReader<T>(file: string, options: OpenOptions, use: (reader: Sqlite.Database) => T): T {
  const reader = new Sqlite(file, { ...options, readonly: true, fileMustExist: true });
  try {
    return use(reader);
  } finally {
    reader.close();
  }
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Now, in UTC, as a name may hold it on every system. */
function stamp(): string {
  return new Date().toISOString().replaceAll(/[-:]/g, '');
}
