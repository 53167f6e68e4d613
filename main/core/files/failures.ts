import { dirname } from 'node:path';
import { type ErrorCode, UserError } from '#shared/contract/errors.ts';

export type Stage = 'open' | 'write' | 'rename';

/** What the work gives, its failure as `explainFailure` says. */
export function explained<T>(file: string, stage: Stage, work: () => T): T {
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
