import { join } from 'node:path';
import { DATABASE_NAME, hasDatabase, listTraces } from '#main/core/files/data-folder.ts';
import { vanished } from '#main/db/backups.ts';
import { UserError } from '#shared/contract/errors.ts';

/**
 * A folder must hold a workspace; where one has been, its backups are named, and nobody is told to make a new one.
 * WORKSPACE_MISSING, DATABASE_VANISHED.
 */
export function requireThere(folder: string): void {
  if (hasDatabase(folder)) return;
  const left = listTraces(folder);
  if (left.length > 0) throw vanished(join(folder, DATABASE_NAME), left);
  throw new UserError('WORKSPACE_MISSING', { folder });
}
