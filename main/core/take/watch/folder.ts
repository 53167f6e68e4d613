import { constants } from 'node:fs';
import { access, type FileHandle, lstat, mkdir, open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, parse, relative, resolve } from 'node:path';
import type { ByteSource } from '#main/core/files/byte-source.ts';
import { WATCH_FOLDERS } from '#shared/contract/choices.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { WatchReasonDto } from '#shared/contract/watch.ts';
import { isIgnored } from './names.ts';
import type { Glimpse } from './settle.ts';

/**
 * The folder's true path, fit to be watched: it exists, can be written into, and is neither the root of a disk nor
 * inside the data folder. FOLDER_MISSING, FILE_UNWRITABLE, WATCH_FOLDER_UNFIT.
 */
export async function requireFitFolder(folder: string, dataFolder: string): Promise<string> {
  const path = await realpath(resolve(folder)).catch((cause: unknown) => {
    throw new UserError('FOLDER_MISSING', { folder }, { cause });
  });
  if (!(await stat(path)).isDirectory()) throw new UserError('FOLDER_MISSING', { folder });
  const data = await realpath(dataFolder);
  const isUnfit = parse(path).root === path || isInside(path, data) || isInside(data, path);
  if (isUnfit) throw new UserError('WATCH_FOLDER_UNFIT', { folder });
  await access(path, constants.R_OK | constants.W_OK).catch((cause: unknown) => {
    throw new UserError('FILE_UNWRITABLE', { file: path }, { cause });
  });
  return path;
}

function isInside(path: string, outer: string): boolean {
  const way = relative(outer, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}

/** Where one of the own two folders must be lies something else. */
class FolderOccupied extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`${path} is no folder`);
    this.name = 'FolderOccupied';
    this.path = path;
  }
}

/** Its own two folders are there and no links to elsewhere. Throws what the system says, or FolderOccupied. */
export async function prepareFolders(folder: string): Promise<void> {
  await access(folder, constants.R_OK | constants.W_OK);
  for (const name of Object.values(WATCH_FOLDERS)) {
    const path = join(folder, name);
    const found = await lstat(path).catch(() => null);
    if (found === null) await mkdir(path);
    else if (!found.isDirectory()) throw new FolderOccupied(path);
  }
}

/** The files directly in the folder that somebody may have sent, oldest first; never a link or a device. */
export async function listFolder(folder: string): Promise<Glimpse[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const glimpses: Glimpse[] = [];
  for (const entry of entries) {
    if (isIgnored(entry.name) || entry.isDirectory()) continue;
    const found = await glimpse(folder, entry.name);
    if (found !== null) glimpses.push(found);
  }
  return glimpses.sort(
    (left, right) => left.modifiedMs - right.modifiedMs || (left.name < right.name ? -1 : 1),
  );
}

/** One file as it is now; null where there is no plain file of this name. */
export async function glimpse(folder: string, name: string): Promise<Glimpse | null> {
  const found = await lstat(join(folder, name)).catch(() => null);
  return found?.isFile() ? { name, bytes: found.size, modifiedMs: found.mtimeMs } : null;
}

/** The file was written to while it was in hand: it is looked at again later. */
export class FileChanged extends Error {
  constructor(name: string) {
    super(`${name} changed while it was read`);
    this.name = 'FileChanged';
  }
}

/**
 * Works on the bytes of exactly the file that was seen: never through a link, and not when it changed before or
 * meanwhile (FileChanged).
 */
export async function withBytes<T>(
  folder: string,
  seen: Glimpse,
  work: (source: ByteSource) => Promise<T>,
): Promise<T> {
  // Windows knows no such flag, and makes links for administrators only.
  const handle = await open(join(folder, seen.name), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    await requireSame(handle, seen);
    const result = await work(handleSource(handle, seen));
    await requireSame(handle, seen);
    return result;
  } finally {
    await handle.close();
  }
}

async function requireSame(handle: FileHandle, { name, bytes, modifiedMs }: Glimpse): Promise<void> {
  const found = await handle.stat();
  if (!found.isFile() || found.size !== bytes || found.mtimeMs !== modifiedMs) throw new FileChanged(name);
}

function handleSource(handle: FileHandle, { name, bytes }: Glimpse): ByteSource {
  return {
    name,
    size: bytes,
    read: async (start, end) => {
      const buffer = new Uint8Array(Math.max(0, Math.min(end, bytes) - start));
      let done = 0;
      while (done < buffer.length) {
        const { bytesRead } = await handle.read(buffer, done, buffer.length - done, start + done);
        if (bytesRead === 0) throw new FileChanged(name);
        done += bytesRead;
      }
      return buffer;
    },
  };
}

const MISSING = new Set(['ENOENT', 'ENOTDIR']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);
const FULL = new Set(['ENOSPC', 'EDQUOT']);
const BUSY = new Set(['EBUSY', 'ETXTBSY']);

/** What the system says of a folder or a file, as a sentence a person can act on; null for a mistake of ours. */
export function explainTrouble(error: unknown, path: string): WatchReasonDto | null {
  if (error instanceof UserError) return { code: `error.${error.code}`, values: { ...error.values } };
  if (error instanceof FolderOccupied) {
    return { code: 'watch.problem.occupied', values: { path: error.path } };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (MISSING.has(code)) return { code: 'watch.problem.missing', values: { path } };
  if (FORBIDDEN.has(code)) return { code: 'watch.problem.forbidden', values: { path } };
  if (FULL.has(code)) return { code: 'error.DISK_FULL', values: { file: path } };
  if (BUSY.has(code)) return { code: 'watch.problem.busy', values: { path } };
  // Everything else of the system is a share that does not answer: EIO, ESTALE, ETIMEDOUT, EHOSTDOWN, UNKNOWN ...
  return /^E[A-Z]+$|^UNKNOWN$/.test(code)
    ? { code: 'watch.problem.unreachable', values: { path, detail: code } }
    : null;
}
