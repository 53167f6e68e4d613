import { existsSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { ensurePrivateFile } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import {
  BEFORE_JUDGEMENT,
  backupsOf,
  copyDatabase,
  dropCopy,
  dropOlderCopies,
  keepJournal,
  vanished,
} from './backups.ts';
import { asUserError } from './errors.ts';
import { APPLICATION_ID, checkIdentity, isEmpty, logOf, requireReadable } from './identity.ts';
import { LATEST_VERSION, migrateToLatest } from './migrate.ts';
import { lockOf, type OpeningLock, underOpeningLock } from './opening-lock.ts';
import { watchPlace } from './place.ts';
import { finishRestore, forgetRestore, isRestoreRequested, type Restored } from './restore.ts';

/** More than the built-in data takes, so that no page is written before all are done; given back afterwards. */
const FILLING_CACHE_KIB = 256_000;

declare const access: unique symbol;
/** A connection that SQLite itself keeps from writing. */
export type ReadDatabase = Database & { readonly [access]?: 'read' | 'write' };
/** The one connection that writes; a ReadDatabase is not accepted in its place. */
export type WriteDatabase = Database & { readonly [access]: 'write' };

export interface Connections {
  readonly read: ReadDatabase;
  readonly write: WriteDatabase;
  /** Whether the file is no longer where it was opened, or another one is: what is written now would be lost. */
  readonly isMoved: () => boolean;
  readonly close: () => void;
}

export interface OpenOptions {
  /** Path of the prebuilt native module where it is not found beside the package (in a packaged application). */
  readonly nativeBinding?: string;
}

/** What a database without data is given, or one that was judged by older rules, before anybody else sees it. */
export interface FirstFilling {
  readonly isNeeded: (database: ReadDatabase) => boolean;
  /** Runs in one transaction; `isNeeded` may have become false until it has begun. */
  readonly fill: (database: WriteDatabase) => void;
}

/** What the application says to the opening of its database. */
export interface Opening extends FirstFilling {
  /** Names of what shows that there have been data in the folder, beside what lies with the database itself. */
  readonly traces?: () => readonly string[];
  /** A person has said that a database that is gone is to be made anew. */
  readonly beginsAnew?: boolean;
  /** Whether `fill` replaces something, so that the database is copied before, where a migration has not done so. */
  readonly replaces?: (database: ReadDatabase) => boolean;
  /** Told of the copy that was made before the database was changed. */
  readonly onCopy?: (path: string, before: CopyReason) => void;
  /** Told of the backup that took the database's place. */
  readonly onRestored?: (path: string) => void;
  /** Writes into what was restored that it was; may be asked again for the same restore. */
  readonly recordRestore?: (database: WriteDatabase, restored: Restored) => void;
}

/** What a copy of the database was made before. */
export type CopyReason = 'migration' | 'judgement';

/**
 * Opens or creates the database at `file`, migrated to the latest version and filled where it needs to be, as one
 * writing and one read-only connection. A file that is not ours, is damaged or comes from a newer version is refused
 * with a UserError and left as it is, and so is a place from which a database has vanished. Of several processes
 * one opens at a time; docs/decisions/0019.
 */
export function openDatabase(file: string, options: OpenOptions = {}, opening?: Opening): Connections {
  try {
    // Here, so that nothing is put beside a file that is not ours; and again when nobody else opens it.
    if (!isRestoreRequested(file)) checkIdentity(file, LATEST_VERSION);
    return underOpeningLock(file, options, (lock) => {
      const restored = finishRestore(file, options);
      if (restored !== null) opening?.onRestored?.(restored.backup);
      checkIdentity(file, LATEST_VERSION);
      if (isEmpty(file)) requireFreePlace(file, lock, opening);
      else requireReadable(file, options);
      const connections = connect(file, options, opening, lock);
      if (restored !== null) noteRestored(connections, file, restored, opening);
      return connections;
    });
  } catch (error) {
    throw asUserError(error, file);
  }
}

/** One more read-only connection to a database that this program has open already; the caller closes it. */
export function openReader(file: string, options: OpenOptions = {}): ReadDatabase {
  const read = new Sqlite(file, { ...options, readonly: true, fileMustExist: true }) as ReadDatabase;
  read.pragma('cache_size = -64000');
  read.pragma('mmap_size = 268435456');
  return read;
}

/** Only then is the restore over: a kill before has it recorded by the next opening. */
function noteRestored(
  { write, close }: Connections,
  file: string,
  restored: Restored,
  opening: Opening | undefined,
): void {
  if (opening?.recordRestore === undefined) return;
  try {
    write.transaction(() => opening.recordRestore?.(write, restored)).immediate();
    forgetRestore(file);
  } catch (error) {
    close();
    throw error;
  }
}

/** A new database may begin where there has been none, or where a person says so. DATABASE_VANISHED. */
function requireFreePlace(file: string, { wasFilled }: OpeningLock, opening: Opening | undefined): void {
  const journals = [logOf(file), `${file}-shm`].filter((path) => existsSync(path));
  const backups = backupsOf(file);
  const left = [
    ...journals,
    ...(wasFilled ? [lockOf(file)] : []),
    ...(existsSync(backups) ? [backups] : []),
    ...(opening?.traces?.() ?? []),
  ];
  if (left.length === 0) return;
  if (opening?.beginsAnew !== true) throw vanished(file, left);
  // SQLite would delete them: they belong to no page of an empty file.
  for (const journal of journals) keepJournal(file, journal);
}

function connect(
  file: string,
  options: OpenOptions,
  opening: Opening | undefined,
  lock: OpeningLock,
): Connections {
  if (!existsSync(file)) ensurePrivateFile(file);
  const write = new Sqlite(file, options) as WriteDatabase;
  try {
    prepareWriter(write, file, options, opening);
    if (opening !== undefined) lock.noteFilled();
    const read = openReader(file, options);
    // The first look makes the log.
    versionOf(read);
    const isMoved = watchPlace(file);
    return { read, write, isMoved, close: () => closeBoth(read, write, isMoved()) };
  } catch (error) {
    write.close();
    throw error;
  }
}

function prepareWriter(
  write: WriteDatabase,
  file: string,
  options: OpenOptions,
  opening: Opening | undefined,
): void {
  write.pragma('trusted_schema = OFF');
  // Only then: beside another process that is writing, a database of today is opened all the same.
  const isOlder = versionOf(write) !== LATEST_VERSION;
  const isCopied = isOlder && bringUpToDate(write, file, options, opening);
  if (opening?.isNeeded(write)) {
    if (isCopied || opening.replaces?.(write) !== true) fillFirst(write, opening);
    else fillOverCopy(write, file, options, opening);
  }
  dropOlderCopies(file);
  write.pragma('journal_mode = WAL');
  write.pragma('synchronous = NORMAL');
  write.pragma('foreign_keys = ON');
  write.pragma('cache_size = -64000');
}

/** One transaction, so that what is copied is what is migrated, whoever has the file open. Whether it was copied. */
function bringUpToDate(
  write: WriteDatabase,
  file: string,
  options: OpenOptions,
  opening: Opening | undefined,
): boolean {
  const run = write.transaction(() => {
    const found = versionOf(write);
    const isCopied = found > 0 && found < LATEST_VERSION;
    if (found === 0) write.pragma(`application_id = ${APPLICATION_ID}`);
    if (isCopied) opening?.onCopy?.(copyDatabase(file, found, options), 'migration');
    migrateToLatest(write, file);
    return isCopied;
  });
  return run.immediate();
}

/** The copy goes again when the filling fails: the database is then what was copied, and is copied the next time. */
function fillOverCopy(write: WriteDatabase, file: string, options: OpenOptions, opening: Opening): void {
  let copy: string | null = null;
  const fill = (database: WriteDatabase): void => {
    copy = copyDatabase(file, versionOf(database), options, BEFORE_JUDGEMENT);
    opening.onCopy?.(copy, 'judgement');
    opening.fill(database);
  };
  try {
    fillFirst(write, { ...opening, fill });
  } catch (error) {
    if (copy !== null) dropCopy(copy);
    throw error;
  }
}

function versionOf(database: ReadDatabase): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/**
 * One transaction before the write-ahead log is turned on: there is nothing yet to keep beside it, so that each page
 * goes to the disk once, and a crash leaves the file as empty as it was. What is filled in comes from the program
 * alone, and a test holds every reference and constraint of it, so that SQLite need not look up each of them in
 * passing: that would be a quarter of the time.
 */
function fillFirst(write: WriteDatabase, { fill }: FirstFilling): void {
  write.pragma('foreign_keys = OFF');
  write.pragma('ignore_check_constraints = ON');
  write.pragma(`cache_size = -${FILLING_CACHE_KIB}`);
  write.transaction(() => fill(write)).immediate();
  write.pragma('ignore_check_constraints = OFF');
}

/**
 * The writer goes last: closing it folds the write-ahead log back into the file. Of a file that was moved SQLite does
 * not do that by itself, and the log, with what was confirmed last, would stay behind under the old name.
 */
function closeBoth(read: ReadDatabase, write: WriteDatabase, isMoved: boolean): void {
  read.close();
  tidy(write, isMoved ? 'wal_checkpoint(TRUNCATE)' : 'optimize');
  write.close();
}

/** Nice to have (statistics for the query planner, a short log): never worth waiting for another process that is writing. */
function tidy(write: WriteDatabase, pragma: string): void {
  write.pragma('busy_timeout = 0');
  try {
    write.pragma(pragma);
  } catch (error) {
    if (!(asUserError(error, write.name) instanceof UserError)) throw error;
  }
}
