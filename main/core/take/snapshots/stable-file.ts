import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { constants, copyFile, type FileHandle, open, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { closeToOthers, makePrivateFolder, PRIVATE_FILE } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';
import { explainReading } from './file-trouble.ts';
import { SNAPSHOT_LIMITS } from './format/constants.ts';
import { part, type Watch } from './watch.ts';

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
  watch: Watch,
  work: (stablePath: string) => Promise<T>,
): Promise<T> {
  if (await isStable(path)) return work(path);
  const copy = await copyPrivately(path, temporaryFolder, watch);
  try {
    return await work(copy);
  } finally {
    await rm(copy, { force: true });
  }
}

/** What is copied between two looks at the signal; a share may be slow. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** A copy takes the bar this far. */
const COPIED = 10;

/**
 * A copy that only this process knows; the caller has looked at the size and removes the copy. FILE_UNREADABLE,
 * DISK_FULL or the signal's reason; nothing is left then.
 */
export async function copyPrivately(path: string, temporaryFolder: string, watch: Watch): Promise<string> {
  const copy = join(temporaryFolder, `${randomUUID()}.kh02`);
  try {
    makePrivateFolder(temporaryFolder);
    if (!(await cloneFile(path, copy))) await copyPieces(path, copy, watch);
    return copy;
  } catch (cause) {
    await rm(copy, { force: true });
    watch.signal?.throwIfAborted();
    throw explainReading(cause, path, temporaryFolder);
  }
}

/** Costs nothing where the file system shares blocks between files; false where it does not. */
async function cloneFile(path: string, copy: string): Promise<boolean> {
  try {
    await copyFile(path, copy, constants.COPYFILE_FICLONE_FORCE);
    // A clone comes with the mode of what it was made of.
    closeToOthers(copy);
    return true;
  } catch {
    return false;
  }
}

async function copyPieces(path: string, copy: string, watch: Watch): Promise<void> {
  const from = await open(path, 'r');
  try {
    const to = await open(copy, 'w', PRIVATE_FILE);
    try {
      await pour(from, to, watch);
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}

async function pour(from: FileHandle, to: FileHandle, watch: Watch): Promise<void> {
  const { size } = await from.stat();
  const tell = part(watch, 'copy', 0, COPIED);
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  // Never more than was looked at: a file that grows meanwhile is cut short, and refused for it.
  for (let at = 0; at < size; ) {
    const { bytesRead } = await from.read(piece, 0, Math.min(PIECE_BYTES, size - at), at);
    if (bytesRead === 0) return;
    await to.write(piece, 0, bytesRead, at);
    at += bytesRead;
    tell(at / size);
    watch.signal?.throwIfAborted();
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
