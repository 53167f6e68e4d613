import { closeSync, openSync, readSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { UserError } from '#shared/contract/errors.ts';
import { readFirstPage } from './log-file.ts';
import type { OpenOptions } from './open.ts';

/** 'KH02' in ASCII: marks a file as ours in its header, so that a foreign file is never written to. */
export const APPLICATION_ID = 0x4b_48_30_32;

// Offsets of the SQLite file header (https://www.sqlite.org/fileformat2.html, section 1.3).
const MAGIC = 'SQLite format 3\0';
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const HEADER_BYTES = 100;

/** Whether there is no database yet: no file, or one without a byte. */
export function isEmpty(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/** The write-ahead log of a database file. */
export function logOf(file: string): string {
  return `${file}-wal`;
}

/**
 * Looks at the first bytes of the file and of the log beside it, without SQLite and so without writing to either: a
 * file that is no database or another program's is DATABASE_FOREIGN, one of a newer program DATABASE_NEWER. Neither
 * answers for the other: a log of ours beside another program's file would be folded into it.
 */
export function checkIdentity(file: string, latestVersion: number): void {
  for (const header of [readHeader(file), readFirstPage(logOf(file))]) {
    if (header !== null && header.length > 0) checkHeader(header, file, latestVersion);
  }
}

function checkHeader(header: Buffer, file: string, latestVersion: number): void {
  const isDatabase = header.length >= HEADER_BYTES && header.toString('latin1', 0, 16) === MAGIC;
  if (!isDatabase || header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw new UserError('DATABASE_FOREIGN', { file });
  }
  const found = header.readUInt32BE(USER_VERSION_AT);
  if (found > latestVersion) throw new UserError('DATABASE_NEWER', { file, found, known: latestVersion });
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  if (isEmpty(file)) return header.subarray(0, 0);
  const descriptor = openSync(file, 'r');
  try {
    return header.subarray(0, readSync(descriptor, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Reads the schema before anything is changed: a damaged file fails here, with SQLite's own error. The last connection
 * that may write folds the log into the file when it closes, so where there is a log one looks that may not.
 */
export function requireReadable(file: string, options: OpenOptions): void {
  const look = new Sqlite(file, { ...options, readonly: !isEmpty(logOf(file)), fileMustExist: true });
  try {
    look.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    look.close();
  }
}
