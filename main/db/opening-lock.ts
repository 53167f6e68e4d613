import { existsSync, writeFileSync } from 'node:fs';
import Sqlite, { type Database } from 'better-sqlite3';
import { PRIVATE_FILE } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import { asUserError } from './errors.ts';
import type { OpenOptions } from './open.ts';

/** Copying and migrating a large database takes minutes; whoever holds the lock for longer hangs. */
const PATIENCE_MS = 10 * 60_000;
/** SQLite waits without being heard: in between this thread may be ended. */
const WAIT_MS = 500;

export interface OpeningLock {
  /** Whether a database with data has been opened here before. */
  readonly wasFilled: boolean;
  readonly noteFilled: () => void;
}

/** The file whose lock is held while a database is opened. */
export function lockOf(file: string): string {
  return `${file}-lock`;
}

/**
 * Runs `work` while no other process, thread or connection runs it for the same database. The lock is SQLite's own on
 * a file that stays beside the database and means nothing by being there: it goes with the process that holds it. The
 * file remembers one thing, that there have been data. DATABASE_BUSY, DATA_FOLDER_UNWRITABLE.
 */
export function underOpeningLock<T>(file: string, options: OpenOptions, work: (lock: OpeningLock) => T): T {
  const lock = acquire(file, options);
  try {
    const wasFilled = lock.pragma('user_version', { simple: true }) === 1;
    const noteFilled = () => {
      if (!wasFilled) lock.pragma('user_version = 1');
    };
    const result = work({ wasFilled, noteFilled });
    lock.exec('COMMIT');
    return result;
  } finally {
    lock.close();
  }
}

function acquire(file: string, options: OpenOptions): Database {
  const path = lockOf(file);
  try {
    // Opened to see whether it is there, and closed, it would lose what another thread of this process has locked.
    if (!existsSync(path)) createPrivately(path);
    const lock = new Sqlite(path, { ...options, timeout: WAIT_MS });
    begin(lock, file);
    return lock;
  } catch (error) {
    throw asUserError(error, path);
  }
}

function createPrivately(path: string): void {
  try {
    writeFileSync(path, '', { flag: 'wx', mode: PRIVATE_FILE });
  } catch (error) {
    // Another process may have been faster; anything else SQLite meets as well.
    if (!existsSync(path)) throw new UserError('DATA_FOLDER_UNWRITABLE', { folder: path }, { cause: error });
  }
}

function begin(lock: Database, file: string): void {
  for (const until = Date.now() + PATIENCE_MS; ; ) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return;
    } catch (error) {
      const told = asUserError(error, file);
      const isBusy = told instanceof UserError && told.code === 'DATABASE_BUSY';
      if (isBusy && Date.now() < until) continue;
      lock.close();
      throw isBusy ? told : error;
    }
  }
}
