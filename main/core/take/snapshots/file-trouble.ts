import { explainFailure } from '#main/core/files/failures.ts';
import { UserError } from '#shared/contract/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL']);

/**
 * What a person can do when a file could not be read (FILE_UNREADABLE), or its private copy in `folder` not be
 * written (DISK_FULL); what is no failure of the file system comes back as it was.
 */
export function explainReading(error: unknown, file: string, folder: string): unknown {
  const code = codeOf(error);
  if (FULL.has(code)) return new UserError('DISK_FULL', { file: folder }, { cause: error });
  const isOfSystem = error instanceof Error && 'syscall' in error;
  return isOfSystem ? new UserError('FILE_UNREADABLE', { file }, { cause: error }) : error;
}

/** The same for a file that could not be written: FOLDER_MISSING, FILE_UNWRITABLE, FILE_BUSY, DISK_FULL. */
export function explainWriting(error: unknown, file: string): unknown {
  const code = codeOf(error);
  // better-sqlite3 looks for the folder itself and says so without a code.
  const isMissing = error instanceof TypeError && error.message.includes('directory does not exist');
  if (isMissing) return explainFailure(file, 'open', Object.assign(error, { code: 'ENOENT' }));
  if (FULL.has(code)) return new UserError('DISK_FULL', { file }, { cause: error });
  if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_CANTOPEN') {
    return new UserError('FILE_UNWRITABLE', { file }, { cause: error });
  }
  return explainFailure(file, 'rename', error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
