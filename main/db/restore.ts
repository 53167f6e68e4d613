import { chmodSync, copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { putInPlace } from '#main/files/in-place.ts';
import { makePrivateFolder, PRIVATE_FILE, writePrivately } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import { backupName, backupsOf, checkPages, flush } from './backups.ts';
import { asUserError } from './errors.ts';
import { checkIdentity, isEmpty, logOf } from './identity.ts';
import { LATEST_VERSION } from './migrate.ts';
import type { OpenOptions } from './open.ts';
import { isAsSummed } from './sums.ts';

/** Beside the database: which backup is to take its place at the next opening. */
const noteOf = (file: string): string => `${file}-restore`;

/**
 * A backup that can take the place of a database: ours, of this version or an older one, as it was made, and every page in
 * order; the answer is its schema version. BACKUP_UNUSABLE, DATABASE_FOREIGN, DATABASE_NEWER.
 */
export function requireUsable(backup: string, options: OpenOptions): number {
  if (isEmpty(backup) || !isAsSummed(backup)) throw new UserError('BACKUP_UNUSABLE', { file: backup });
  checkIdentity(backup, LATEST_VERSION);
  try {
    const version = checkPages(backup, options);
    if (version !== null) return version;
  } catch (error) {
    const told = asUserError(error, backup);
    if (!(told instanceof UserError && told.code.startsWith('DATABASE_'))) throw told;
  }
  throw new UserError('BACKUP_UNUSABLE', { file: backup });
}

/** Who asked for a restore, and when (UTC ISO). */
export interface RestoreAct {
  /** Null where nobody gave a name. */
  readonly who: string | null;
  readonly at: string;
}

export interface Restored extends RestoreAct {
  /** Path of the backup. */
  readonly backup: string;
}

interface Note extends Restored {
  /** The backup has its place; that it has is not in its journal yet. */
  readonly isDone: boolean;
}

/** The next opening of the database begins by putting the backup in its place. */
export function requestRestore(file: string, backup: string, act: RestoreAct): void {
  writeNote(file, { ...act, backup, isDone: false });
}

/** Whether the next opening begins with a restore: what lies under the name need not be a database then. */
export function isRestoreRequested(file: string): boolean {
  return existsSync(noteOf(file));
}

/**
 * Does what was requested, or finishes what a kill left half done; under the opening lock. What was there lies among the
 * backups afterwards, with its log. A backup that has become unusable meanwhile changes nothing. The answer is the path
 * of the backup that was restored and who asked for it, or null; the note stays until `forgetRestore`.
 */
export function finishRestore(file: string, options: OpenOptions): Restored | null {
  const note = readNote(file);
  if (note === null || note.isDone) return note;
  const { backup } = note;
  const copy = `${file}-restored.part`;
  try {
    dropDatabase(copy);
    copyWithLog(backup, copy, options);
    if (!isAsSummed(copy, backup)) throw new UserError('BACKUP_UNUSABLE', { file: backup });
    requireUsable(copy, options);
    flush(copy, 'r+');
  } catch {
    dropDatabase(copy);
    rmSync(noteOf(file), { force: true });
    return null;
  }
  for (const beside of besideOf(copy)) rmSync(beside, { force: true });
  putAside(file);
  putInPlace(copy, file);
  writeNote(file, { ...note, isDone: true });
  return note;
}

/** What was put aside, or lies on a disk that cannot be written, may have its newest data in a log beside it: they are folded into the copy. */
export function copyWithLog(backup: string, copy: string, options: OpenOptions): void {
  copyFileSync(backup, copy);
  // A copy has the mode of what it is of, which may be for reading alone.
  chmodSync(copy, PRIVATE_FILE);
  if (isEmpty(logOf(backup))) return;
  copyFileSync(logOf(backup), logOf(copy));
  chmodSync(logOf(copy), PRIVATE_FILE);
  const database = new Sqlite(copy, { ...options, fileMustExist: true });
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

function besideOf(file: string): string[] {
  return [logOf(file), `${file}-shm`];
}

function dropDatabase(file: string): void {
  for (const path of [file, ...besideOf(file)]) rmSync(path, { force: true });
}

function writeNote(file: string, note: Note): void {
  writePrivately(noteOf(file), JSON.stringify(note));
}

/** The restore is in the journal of what was restored. */
export function forgetRestore(file: string): void {
  rmSync(noteOf(file), { force: true });
}

function readNote(file: string): Note | null {
  if (!isRestoreRequested(file)) return null;
  try {
    const found = JSON.parse(readFileSync(noteOf(file), 'utf8')) as Partial<Record<keyof Note, unknown>>;
    const { backup, who, at, isDone } = found;
    if (typeof backup !== 'string') return null;
    // Older versions wrote the backup alone.
    const act = { who: typeof who === 'string' ? who : null, at: typeof at === 'string' ? at : nowText() };
    return { ...act, backup, isDone: isDone === true };
  } catch {
    return null;
  }
}

const nowText = (): string => new Date().toISOString();

/** The log before the file: a file without its log lacks what was confirmed last, a log without its file lacks nothing. */
function putAside(file: string): void {
  const folder = backupsOf(file);
  makePrivateFolder(folder);
  const aside = join(folder, backupName(file, 'replaced-'));
  if (existsSync(logOf(file))) putInPlace(logOf(file), logOf(aside));
  rmSync(`${file}-shm`, { force: true });
  if (existsSync(file)) putInPlace(file, aside);
}
