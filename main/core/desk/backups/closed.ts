import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DATABASE_NAME } from '#main/core/files/data-folder.ts';
import { asUserError } from '#main/db/errors.ts';
import { requestRestore, requireUsable } from '#main/db/restore.ts';
import { UserError } from '#shared/contract/errors.ts';
import { backupFolder, describe, listBackups } from './files.ts';
import { requireOwnKind } from './own-kind.ts';

// What can be done while no application has the data folder open, because its database is damaged for one.

/** Why a database or backup cannot be used; null when every page of it is in order. */
export function findTrouble(path: string): UserError | null {
  try {
    requireUsable(path, {});
    return null;
  } catch (error) {
    const told = asUserError(error, path);
    if (told instanceof UserError) return told;
    throw told;
  }
}

/**
 * The next opening of the folder restores the backup: one of its own by name, any by its path, or `latest`, the newest in
 * order. The answer is its path. BACKUP_UNKNOWN, BACKUP_UNUSABLE, RESTORE_OTHER_WORKSPACE, DATABASE_FOREIGN, DATABASE_NEWER.
 */
export function prepareRestore(dataFolder: string, word: string, who: string | null): string {
  const path = word === 'latest' ? newestUsable(dataFolder) : pathOf(dataFolder, word);
  requireUsable(path, {});
  const file = join(dataFolder, DATABASE_NAME);
  requireOwnKind(file, path, {});
  requestRestore(file, path, { who, at: new Date().toISOString() });
  return path;
}

function newestUsable(dataFolder: string): string {
  const folder = backupFolder(dataFolder);
  const candidates = listBackups(dataFolder).filter(({ kind }) => kind !== 'replaced');
  const found = candidates.find(({ name }) => findTrouble(join(folder, name)) === null);
  if (found === undefined) throw new UserError('BACKUP_UNKNOWN', { name: 'latest', folder });
  return join(folder, found.name);
}

function pathOf(dataFolder: string, word: string): string {
  const folder = backupFolder(dataFolder);
  if (describe(folder, word) !== null) return join(folder, word);
  const path = resolve(word);
  if (existsSync(path)) return path;
  throw new UserError('BACKUP_UNKNOWN', { name: word, folder });
}
