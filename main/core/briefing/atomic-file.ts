import { closeSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '#main/core/data-folder.ts';
import { beginFile } from '#main/core/unfinished-file.ts';
import { type ErrorCode, UserError } from '#shared/contract/errors.ts';

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
  const found = explained(target, 'open', () => statSync(folder, { throwIfNoEntry: false }));
  if (found?.isDirectory() !== true) throw new UserError('FOLDER_MISSING', { folder });
  const unfinished = explained(target, 'open', () => beginFile(target));
  const handle = explained(target, 'open', () => openSync(unfinished.path, 'w'));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    write: (chunk) => explained(target, 'write', () => writeAll(handle, chunk)),
    commit: () =>
      explained(target, 'rename', () => {
        fsyncSync(handle);
        close();
        unfinished.finish();
      }),
    abandon: () => {
      close();
      unfinished.drop();
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

type Stage = 'open' | 'write' | 'rename';

function explained<T>(file: string, stage: Stage, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw explainFailure(file, stage, cause);
  }
}

/**
 * What a person can do about a failure of the file system, as a UserError; anything that is no such failure comes
 * back as it was. Windows says EPERM for a file it will not replace because a program holds it open, and for a
 * folder it will not write to.
 */
export function explainFailure(
  file: string,
  stage: Stage,
  cause: unknown,
  platform: NodeJS.Platform = process.platform,
): unknown {
  const { code = '' } = cause as NodeJS.ErrnoException;
  const isHeldOpen = code === 'EPERM' && stage === 'rename' && platform === 'win32';
  const error = isHeldOpen ? 'FILE_BUSY' : FAILURES[code];
  if (error === undefined) return cause;
  const values = error === 'FOLDER_MISSING' ? { folder: dirname(file) } : { file };
  return new UserError(error, values, { cause });
}

const FAILURES: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EBUSY: 'FILE_BUSY',
  ETXTBSY: 'FILE_BUSY',
  // The folder went away between two steps: a stick was pulled out, a share left.
  ENOENT: 'FOLDER_MISSING',
  ENOTDIR: 'FOLDER_MISSING',
  EPERM: 'FILE_UNWRITABLE',
  EACCES: 'FILE_UNWRITABLE',
  EROFS: 'FILE_UNWRITABLE',
  EISDIR: 'FILE_UNWRITABLE',
  ENAMETOOLONG: 'FILE_UNWRITABLE',
  EEXIST: 'FILE_UNWRITABLE',
  EINVAL: 'FILE_UNWRITABLE',
  // Larger than the file system takes: 4 GB on a FAT stick.
  EFBIG: 'FILE_UNWRITABLE',
  EIO: 'FILE_UNWRITABLE',
  ENODEV: 'FILE_UNWRITABLE',
  ENXIO: 'FILE_UNWRITABLE',
};

/** Makes the folder that files are to be written into, with those above it. Throws as `explainFailure` says. */
export function makeTargetFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (cause) {
    throw explainFailure(folder, 'open', cause);
  }
}
