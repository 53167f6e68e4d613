import { existsSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { ensurePrivateFile } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import { asUserError } from './errors.ts';
import { APPLICATION_ID, checkHeader, listJournals, removeNewJournals } from './header.ts';
import { LATEST_VERSION, migrateToLatest } from './migrate.ts';

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
  readonly close: () => void;
}

export interface OpenOptions {
  /** Path of the prebuilt native module where it is not found beside the package (in a packaged application). */
  readonly nativeBinding?: string;
}

/** What a database without data is given before anybody else sees it. */
export interface FirstFilling {
  readonly isNeeded: (database: ReadDatabase) => boolean;
  /** Runs in one transaction; `isNeeded` may have become false until it has begun. */
  readonly fill: (database: WriteDatabase) => void;
}

/**
 * Opens or creates the database at `file`, migrated to the latest version and filled where it needs to be, as one
 * writing and one read-only connection. A file that is not ours, is damaged or comes from a newer version is refused
 * with a UserError and left as it is, with nothing new beside it.
 */
export function openDatabase(file: string, options: OpenOptions = {}, filling?: FirstFilling): Connections {
  const journals = listJournals(file);
  try {
    if (existsSync(file)) checkHeader(file, LATEST_VERSION);
    return connect(file, options, filling);
  } catch (error) {
    const told = asUserError(error, file);
    // Whoever keeps the file busy has journals of its own there, and its newest data in them.
    if (!(told instanceof UserError && told.code === 'DATABASE_BUSY')) removeNewJournals(file, journals);
    throw told;
  }
}

/** One more read-only connection to a database that this program has open already; the caller closes it. */
export function openReader(file: string, options: OpenOptions = {}): ReadDatabase {
  const read = new Sqlite(file, { ...options, readonly: true, fileMustExist: true }) as ReadDatabase;
  read.pragma('cache_size = -64000');
  read.pragma('mmap_size = 268435456');
  return read;
}

function connect(file: string, options: OpenOptions, filling: FirstFilling | undefined): Connections {
  if (!existsSync(file)) ensurePrivateFile(file);
  const write = new Sqlite(file, options) as WriteDatabase;
  try {
    prepareWriter(write, file, filling);
    const read = openReader(file, options);
    return { read, write, close: () => closeBoth(read, write) };
  } catch (error) {
    write.close();
    throw error;
  }
}

function prepareWriter(write: WriteDatabase, file: string, filling: FirstFilling | undefined): void {
  // Reads the schema before anything is changed: a damaged file fails here and stays as it is.
  write.prepare('SELECT count(*) FROM sqlite_schema').get();
  write.pragma('trusted_schema = OFF');
  if (write.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    write.pragma(`application_id = ${APPLICATION_ID}`);
  }
  migrateToLatest(write, file);
  if (filling?.isNeeded(write)) fillFirst(write, filling);
  write.pragma('journal_mode = WAL');
  write.pragma('synchronous = NORMAL');
  write.pragma('foreign_keys = ON');
  write.pragma('cache_size = -64000');
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

/** The writer goes last: closing it folds the write-ahead log back into the file. */
function closeBoth(read: ReadDatabase, write: WriteDatabase): void {
  read.close();
  optimize(write);
  write.close();
}

/** Statistics for the query planner. Nice to have: never worth waiting for another process that is writing. */
function optimize(write: WriteDatabase): void {
  write.pragma('busy_timeout = 0');
  try {
    write.pragma('optimize');
  } catch (error) {
    if (!(asUserError(error, write.name) instanceof UserError)) throw error;
  }
}
