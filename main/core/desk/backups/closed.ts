import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { requireThere } from '#main/core/desk/workspace/require-there.ts';
import { DATABASE_NAME } from '#main/core/files/data-folder.ts';
import { asUserError, damaged } from '#main/db/errors.ts';
import { requestRestore, requireUsable } from '#main/db/restore.ts';
import { UserError } from '#shared/contract/errors.ts';
import { backupFolder, describe, listBackups } from './files.ts';
import { requireOwnKind } from './own-kind.ts';

// What can be done while no application has the data folder open, because its database is damaged for one.

/**
 * Why a database or backup cannot be used; null when every page of it is in order. Of the database itself it is said
 * that it is damaged, of a backup that it is no use.
 */
export function findTrouble(path: string): UserError | null {
  try {
    requireUsable(path, {});
    return null;
  } catch (error) {
    const told = asUserError(error, path);
    if (!(told instanceof UserError)) throw told;
    const isOwn = told.code === 'BACKUP_UNUSABLE' && basename(path) === DATABASE_NAME;
    return isOwn ? damaged(path) : told;
  }
}

/** The same of the database of a data folder, which may be gone. WORKSPACE_MISSING. */
export function findOwnTrouble(dataFolder: string): UserError | null {
  try {
    requireThere(dataFolder);
    return findTrouble(join(dataFolder, DATABASE_NAME));
  } catch (error) {
    if (error instanceof UserError && error.code === 'DATABASE_VANISHED') return error;
    throw error;
  }
}

/** A backup that will be restored, and newer ones that were passed over because they are not in order. */
export interface Prepared {
  readonly path: string;
  readonly passedOver: readonly string[];
}

/**
 * The next opening of the folder restores the backup: one of its own by name, any by its path, or `latest`, the newest in
 * order. The answer is its path, and which newer ones are not in order. BACKUP_UNKNOWN, BACKUP_NONE, BACKUP_UNUSABLE, RESTORE_OTHER_WORKSPACE, DATABASE_FOREIGN, DATABASE_NEWER.
 */
export function prepareRestore(dataFolder: string, word: string, who: string | null): Prepared {
  const prepared =
    word === 'latest' ? newestUsable(dataFolder) : { path: pathOf(dataFolder, word), passedOver: [] };
  const { path } = prepared;
  requireUsable(path, {});
  const file = join(dataFolder, DATABASE_NAME);
  requireOwnKind(file, path, {});
  requestRestore(file, path, { who, at: new Date().toISOString() });
  return prepared;
}

function newestUsable(dataFolder: string): Prepared {
  const folder = backupFolder(dataFolder);
  const candidates = listBackups(dataFolder).filter(({ kind }) => kind !== 'replaced');
  const place = candidates.findIndex(({ name }) => findTrouble(join(folder, name)) === null);
  const found = candidates[place];
  if (found === undefined) throw new UserError('BACKUP_NONE', { folder, count: candidates.length });
  return { path: join(folder, found.name), passedOver: candidates.slice(0, place).map(({ name }) => name) };
}

function pathOf(dataFolder: string, word: string): string {
  const folder = backupFolder(dataFolder);
  if (describe(folder, word) !== null) return join(folder, word);
  const path = resolve(word);
  if (existsSync(path)) return path;
  throw new UserError('BACKUP_UNKNOWN', { name: word, folder });
}
