import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { constants, copyFile, mkdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '#shared/contract/errors.ts';
import { SNAPSHOT_LIMITS } from './format/constants.ts';

/** Anything SQLite might take for a part of the file, and change. */
const COMPANIONS = ['-wal', '-shm', '-journal'] as const;

// f_type of file systems that only this machine writes to (statfs(2), linux/magic.h). A USB stick usually carries
// none of them, a share never.
const LOCAL_FILE_SYSTEMS = new Set([
  0xef53, 0x9123683e, 0x58465342, 0x01021994, 0x794c7630, 0x2fc12fc1, 0xf2f52010, 0xca451a4e,
]);

/**
 * Works on a file that stays as it is meanwhile: in place where only this machine can change it and nothing lies
 * beside it, else on a copy without its companions, removed afterwards. FILE_UNREADABLE.
 */
export async function withStableFile<T>(
  path: string,
  temporaryFolder: string,
  work: (stablePath: string) => Promise<T>,
): Promise<T> {
  if (await isStable(path)) return work(path);
  const copy = await copyPrivately(path, temporaryFolder);
  try {
    return await work(copy);
  } finally {
    await rm(copy, { force: true });
  }
}

/**
 * A copy that only this process knows; the caller has looked at the size and removes the copy. FILE_UNREADABLE.
 */
export async function copyPrivately(path: string, temporaryFolder: string): Promise<string> {
  try {
    await mkdir(temporaryFolder, { recursive: true, mode: 0o700 });
    const copy = join(temporaryFolder, `${randomUUID()}.kh02`);
    await copyFile(path, copy, constants.COPYFILE_FICLONE);
    return copy;
  } catch (cause) {
    throw new UserError('FILE_UNREADABLE', { file: path }, { cause });
  }
}

/** FILE_UNREADABLE for what is no file; whether its size is within the limit. */
export async function isWithinLimit(path: string): Promise<boolean> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new UserError('FILE_UNREADABLE', { file: path }, { cause });
  });
  if (!found.isFile()) throw new UserError('FILE_UNREADABLE', { file: path });
  return found.size <= SNAPSHOT_LIMITS.fileBytes;
}

async function isStable(path: string): Promise<boolean> {
  if (!(await isWithinLimit(path))) return true;
  if (process.platform !== 'linux' || COMPANIONS.some((ending) => existsSync(path + ending))) return false;
  const { type } = await statfs(path);
  return LOCAL_FILE_SYSTEMS.has(type);
}
