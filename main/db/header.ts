import { closeSync, existsSync, openSync, readSync, rmSync } from 'node:fs';
import { UserError } from '#shared/contract/errors.ts';

/** 'KH02' in ASCII: marks a file as ours in its header, so that a foreign file is never written to. */
export const APPLICATION_ID = 0x4b_48_30_32;

// Offsets of the SQLite file header (https://www.sqlite.org/fileformat2.html, section 1.3).
const MAGIC = 'SQLite format 3\0';
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const HEADER_BYTES = 100;

/**
 * Looks at the first bytes of an existing file, without SQLite and so without a journal beside it: a file that
 * is no database or another program's is DATABASE_FOREIGN, one of a newer program DATABASE_NEWER.
 */
export function checkHeader(file: string, latestVersion: number): void {
  const header = readHeader(file);
  // An empty file is a database that has not been written yet; a log beside it may hold the first pages.
  if (header.length === 0 || existsSync(`${file}-wal`)) return;
  const isDatabase = header.length === HEADER_BYTES && header.toString('latin1', 0, 16) === MAGIC;
  if (!isDatabase || header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) {
    throw new UserError('DATABASE_FOREIGN', { file });
  }
  const found = header.readUInt32BE(USER_VERSION_AT);
  if (found > latestVersion) throw new UserError('DATABASE_NEWER', { file, found, known: latestVersion });
}

function readHeader(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(descriptor, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}

const COMPANIONS = ['-wal', '-shm'] as const;

/** The journals that lie beside the file now. */
export function listJournals(file: string): string[] {
  return COMPANIONS.map((ending) => file + ending).filter((path) => existsSync(path));
}

/** Removes the journals that a failed attempt to open left behind; those in `before` are somebody's data. */
export function removeNewJournals(file: string, before: readonly string[]): void {
  for (const path of listJournals(file)) if (!before.includes(path)) rmSync(path, { force: true });
}
