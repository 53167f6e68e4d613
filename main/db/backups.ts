import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { putInPlace } from '#main/files/in-place.ts';
import { makePrivateFolder, PRIVATE_FILE } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import { damaged } from './errors.ts';
import type { OpenOptions } from './open.ts';

const UNFINISHED = '.part';

/** Where copies of a database lie: a folder beside it. */
export function backupsOf(file: string): string {
  return join(dirname(file), 'backups');
}

/**
 * Says that a database is gone from a place where there has been one, what still shows it, and whether there are backups
 * to restore it from: DATABASE_VANISHED.
 */
export function vanished(file: string, left: readonly string[]): UserError {
  const backups = backupsOf(file);
  const names = [...new Set(left.map((path) => basename(path)))].join(', ');
  return new UserError('DATABASE_VANISHED', {
    ...{ file, left: names, backups, folder: dirname(file) },
    count: countBackups(backups),
  });
}

/** What was put aside by a restore is no backup to restore by itself. */
function countBackups(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => name.endsWith('.db') && !name.includes('-replaced-')).length;
}

/**
 * Copies a database whole, with what is still in its log, while another connection keeps everybody from writing. The
 * copy gets its name (`kh02-center-v50-20261129T081500.123Z.db`) when SQLite has found every page of it in order.
 * Nothing is left when this fails. DATABASE_DAMAGED.
 */
export function copyDatabase(
  file: string,
  version: number,
  options: OpenOptions,
  what = `v${version}-`,
): string {
  const path = join(prepareFolder(file), backupName(file, what));
  const copied = copyWhole(file, path, UNFINISHED, options);
  if (copied === version) return path;
  rmSync(path);
  throw damaged(file);
}

/**
 * Copies a database that may be in use, as it is at this moment, and gives the copy its name when SQLite has found every
 * page of it in order; the answer is its schema version. Nothing is left when this fails. DATABASE_DAMAGED.
 */
export function copyWhole(file: string, target: string, suffix: string, options: OpenOptions): number {
  const unfinished = target + suffix;
  try {
    // SQLite fills an empty file, which this user alone may read.
    writeFileSync(unfinished, '', { flag: 'wx', mode: PRIVATE_FILE });
    useReader(file, options, (reader) => reader.prepare('VACUUM INTO ?').run(unfinished));
    // Its indexes have just been built of its rows: whether they agree need not be looked up once more.
    const version = checkPages(unfinished, options, 'quick_check');
    if (version === null) throw damaged(file);
    flush(unfinished, 'r+');
    putInPlace(unfinished, target);
    return version;
  } catch (error) {
    // On a full disk SQLite leaves the journal of the copy beside it.
    for (const beside of ['', '-journal']) rmSync(unfinished + beside, { force: true });
    throw error;
  }
}

/** The schema version of a database in which SQLite finds every page in order; null of another. */
export function checkPages(
  file: string,
  options: OpenOptions,
  check: 'integrity_check' | 'quick_check' = 'integrity_check',
): number | null {
  return useReader(file, options, (copy) => {
    // Every page is read once: from where it lies, no piece of memory is filled with it first.
    copy.pragma('mmap_size = 268435456');
    const isSound = copy.pragma(check, { simple: true }) === 'ok';
    return isSound ? Number(copy.pragma('user_version', { simple: true })) : null;
  });
}

/** `kh02-center-v50-20261129T081500.123Z.db`: what it is comes before when it was made. */
export function backupName(file: string, what: string): string {
  return `${basename(file, '.db')}-${what}${stamp()}.db`;
}

/** Takes back a copy that has become useless: what it was made for did not happen. */
export function dropCopy(copy: string): void {
  rmSync(copy, { force: true });
}

/** What a copy that is made before judging anew is named by. */
export const BEFORE_JUDGEMENT = 'judged-';
/** So many copies from before a judgement stay: the newest, and one from before it. */
const KEPT_COPIES = 2;

/** Removes all but the newest copies of a database that were made before it was judged anew. Nothing else in the folder is touched; one that cannot be removed stays. */
export function dropOlderCopies(file: string): void {
  const folder = backupsOf(file);
  if (!existsSync(folder)) return;
  const shape = /^(?<name>.+)-judged-(?<time>\d{8}T\d{6}\.\d{3}Z)\.db$/;
  const copies = readdirSync(folder).flatMap((entry) => {
    const { name, time } = shape.exec(entry)?.groups ?? {};
    return name === basename(file, '.db') && time !== undefined ? [{ entry, time }] : [];
  });
  const newestFirst = copies.toSorted((one, other) => (one.time < other.time ? 1 : -1));
  for (const { entry } of newestFirst.slice(KEPT_COPIES)) removeQuietly(join(folder, entry));
}

/** Another program may hold it open; the next opening tries again. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}

/** Moves a journal that has lost its database to the copies: it may hold the newest data of a file that comes back. */
export function keepJournal(file: string, journal: string): void {
  renameSync(journal, join(prepareFolder(file), `${stamp()}-${basename(journal)}`));
}

/** Only one process at a time opens a database, so what is unfinished of it, and a journal beside it, was left by one that ended. */
function prepareFolder(file: string): string {
  const folder = backupsOf(file);
  makePrivateFolder(folder);
  for (const name of readdirSync(folder)) if (name.includes(UNFINISHED)) rmSync(join(folder, name));
  return folder;
}

/** Reads a database, which others may be using, and closes it whatever happens. */
export function useReader<T>(file: string, options: OpenOptions, use: (reader: Sqlite.Database) => T): T {
  const reader = new Sqlite(file, { ...options, readonly: true, fileMustExist: true });
  try {
    return use(reader);
  } finally {
    reader.close();
  }
}

export function flush(path: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(path, flags);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Now, in UTC, as a name may hold it on every system. */
function stamp(): string {
  return new Date().toISOString().replaceAll(/[-:]/g, '');
}
