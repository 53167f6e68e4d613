import Sqlite from 'better-sqlite3';
import type { OpenOptions, ReadDatabase, WriteDatabase } from './open.ts';

/**
 * Opens a database file that may have been made to harm: read-only, nothing in its schema is trusted, every cell
 * is checked when its page is read, nothing is mapped into memory. The caller has looked at its header before: a
 * file in write-ahead mode would get companions beside it.
 */
export function openForeign(file: string, options: OpenOptions = {}): ReadDatabase {
  const database = new Sqlite(file, { ...options, readonly: true, fileMustExist: true, timeout: 0 });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('mmap_size = 0');
  database.pragma('cache_size = -32000');
  return database as ReadDatabase;
}

export interface NewFile {
  readonly applicationId: number;
  readonly version: number;
  readonly pageBytes: number;
}

/**
 * Creates a database file that nobody else knows yet. It has no journal and is not flushed: who made it removes it
 * when the work fails, and flushes it before it gets its name.
 */
export function createFile(file: string, mark: NewFile, options: OpenOptions = {}): WriteDatabase {
  const database = new Sqlite(file, options) as WriteDatabase;
  // Named 'main': without a name some of these would hold for databases attached later, too.
  database.pragma(`main.page_size = ${mark.pageBytes}`);
  database.pragma('main.journal_mode = OFF');
  database.pragma('main.synchronous = OFF');
  database.pragma('main.locking_mode = EXCLUSIVE');
  database.pragma('foreign_keys = OFF');
  database.pragma('cache_size = -64000');
  database.pragma('temp_store = MEMORY');
  database.pragma(`main.application_id = ${mark.applicationId}`);
  database.pragma(`main.user_version = ${mark.version}`);
  return database;
}

/** A database in memory, for comparing a schema with the one that a text makes. */
export function openScratch(options: OpenOptions = {}): WriteDatabase {
  return new Sqlite(':memory:', options) as WriteDatabase;
}
