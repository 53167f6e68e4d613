import { dirname } from 'node:path';
import { UserError } from '#shared/contract/errors.ts';

const DAMAGED = new Set(['SQLITE_CORRUPT', 'SQLITE_CORRUPT_INDEX', 'SQLITE_CORRUPT_VTAB']);
const UNWRITABLE = new Set([
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_PERM',
  'SQLITE_READONLY_DIRECTORY',
]);

/** Names the folder too: what restores it is to be asked of that one, not of the one that commands take by themselves. */
export function damaged(file: string, options?: ErrorOptions): UserError {
  return new UserError('DATABASE_DAMAGED', { file, folder: dirname(file) }, options);
}

/** What SQLite says of `file`, as an error a person can act on; anything unknown stays as it is. */
export function asUserError(error: unknown, file: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  if (code === 'SQLITE_NOTADB') return new UserError('DATABASE_FOREIGN', { file }, { cause: error });
  if (DAMAGED.has(code)) return damaged(file, { cause: error });
  if (code.startsWith('SQLITE_BUSY')) return new UserError('DATABASE_BUSY', { file }, { cause: error });
  if (code === 'SQLITE_FULL') return new UserError('DISK_FULL', { file }, { cause: error });
  if (UNWRITABLE.has(code))
    return new UserError('DATA_FOLDER_UNWRITABLE', { folder: file }, { cause: error });
  return error;
}

/** The code of the error, or of what it was caused by: a failed migration names its step. */
function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof UserError) return undefined;
  if (!('code' in error)) return sqliteCode(error.cause);
  return typeof error.code === 'string' && error.code.startsWith('SQLITE') ? error.code : undefined;
}
