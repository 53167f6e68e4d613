import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '#shared/contract/errors.ts';

/** Takes pieces of a file; commit gives it its name, abandon leaves no trace. One of the two must be called. */
export interface AtomicFile {
  readonly write: (chunk: Uint8Array) => void;
  readonly commit: () => void;
  readonly abandon: () => void;
}

/**
 * Opens a temporary file beside the target: only a whole file ever bears the target's name, whatever happens in
 * between. UserErrors: FOLDER_MISSING, FILE_UNWRITABLE, FILE_BUSY, DISK_FULL.
 */
export function openAtomically(target: string): AtomicFile {
  const folder = dirname(target);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError('FOLDER_MISSING', { folder });
  const temporary = join(folder, `.${randomUUID()}.part`);
  const handle = explained(target, () => openSync(temporary, 'wx'));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    write: (chunk) => explained(target, () => writeAll(handle, chunk)),
    commit: () =>
      explained(target, () => {
        fsyncSync(handle);
        close();
        renameSync(temporary, target);
      }),
    abandon: () => {
      close();
      rmSync(temporary, { force: true });
    },
  };
}

/** Writes whole bytes under the name, or nothing. The same UserErrors as openAtomically. */
export function writeAtomically(target: string, bytes: Uint8Array): void {
  const file = openAtomically(target);
  try {
    file.write(bytes);
    file.commit();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

// writeSync may take less than it was given, on a nearly full disk for one.
function writeAll(handle: number, chunk: Uint8Array): void {
  let done = 0;
  while (done < chunk.length) done += writeSync(handle, chunk, done);
}

function explained<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw explain(file, cause);
  }
}

function explain(file: string, cause: unknown): unknown {
  switch ((cause as NodeJS.ErrnoException).code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new UserError('DISK_FULL', { file }, { cause });
    // Windows refuses to replace a file that Office holds open.
    case 'EBUSY':
    case 'ETXTBSY':
      return new UserError('FILE_BUSY', { file }, { cause });
    case 'EPERM':
      return new UserError(
        process.platform === 'win32' ? 'FILE_BUSY' : 'FILE_UNWRITABLE',
        { file },
        { cause },
      );
    case 'EACCES':
    case 'EROFS':
    case 'EISDIR':
    case 'ENAMETOOLONG':
      return new UserError('FILE_UNWRITABLE', { file }, { cause });
    default:
      return cause;
  }
}
