import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { UserError } from '#shared/contract/errors.ts';
import { backupsOf } from './backups.ts';

/**
 * Says that a database is gone from a place where there has been one, what still shows it, and whether there are backups
 * to restore it from: DATABASE_VANISHED.
 */
export function vanished(file: string, left: readonly string[]): UserError {
  const backups = backupsOf(file);
  const names = [...new Set(left.map((path) => basename(path)))].join(', ');
  return new UserError('DATABASE_VANISHED', {
    ...{ file, left: names, backups, folder: dirname(file) },
    count: countBackups(backups),
  });
}

/** What was put aside by a restore is no backup to restore by itself. */
function countBackups(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => name.endsWith('.db') && !name.includes('-replaced-')).length;
}
