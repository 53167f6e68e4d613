import { existsSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { UserError } from '#shared/contract/errors.ts';
import { asUserError } from './errors.ts';
import { migrateToLatest } from './migrate.ts';

/** 'KH02' in ASCII: marks a file as ours in its header, so that a foreign file is never written to. */
export const APPLICATION_ID = 0x4b_48_30_32;

declare const access: unique symbol;
/** A connection that SQLite itself keeps from writing. */
export type ReadDatabase = Database & { readonly [access]?: 'read' | 'write' };
/** The one connection that writes; a ReadDatabase is not accepted in its place. */
export type WriteDatabase = Database & { readonly [access]: 'write' };

export interface Connections {
  readonly read: ReadDatabase;
  readonly write: WriteDatabase;
  close(): void;
}

export interface OpenOptions {
  /** Path of the prebuilt native module where it is not found beside the package (in a packaged application). */
  readonly nativeBinding?: string;
}

/**
 * Opens or creates the database at `file`, migrated to the latest version, as one writing and one read-only
 * connection. A file that is not ours, is damaged or comes from a newer version is refused with a UserError
 * and left as it is.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Connections {
  try {
    if (existsSync(file)) refuseForeign(file, options);
    const write = new Sqlite(file, options) as WriteDatabase;
    try {
      prepareWriter(write, file);
      const read = new Sqlite(file, { ...options, readonly: true }) as ReadDatabase;
      read.pragma('cache_size = -64000');
      read.pragma('mmap_size = 268435456');
      return { read, write, close: () => closeBoth(read, write) };
    } catch (error) {
      write.close();
      throw error;
    }
  } catch (error) {
    throw asUserError(error, file);
  }
}

/** Looks at the header read-only first: a foreign file must not even get a journal beside it. */
function refuseForeign(file: string, options: OpenOptions): void {
  const probe = new Sqlite(file, { ...options, readonly: true });
  try {
    const applicationId = probe.pragma('application_id', { simple: true });
    const tables = probe.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (applicationId !== APPLICATION_ID && tables !== 0) throw new UserError('DATABASE_FOREIGN', { file });
  } finally {
    probe.close();
  }
}

function prepareWriter(write: WriteDatabase, file: string): void {
  write.pragma('journal_mode = WAL');
  write.pragma('synchronous = NORMAL');
  write.pragma('foreign_keys = ON');
  write.pragma('cache_size = -64000');
  write.pragma('trusted_schema = OFF');
  write.pragma(`application_id = ${APPLICATION_ID}`);
  migrateToLatest(write, file);
}

/** The writer goes last: closing it folds the write-ahead log back into the file. */
function closeBoth(read: ReadDatabase, write: WriteDatabase): void {
  read.close();
  write.pragma('optimize');
  write.close();
}
