import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { putInPlace } from './in-place.ts';

/** What we write belongs to the user alone. Windows knows no such modes; there the folder's own rules hold. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
const OF_OTHERS = 0o077;

/** Afterwards the folder is there; what was missing of it is closed to other users. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
}

/**
 * An empty private file where there is none. A program that opens it next keeps its mode, and SQLite gives the same
 * mode to the files that it puts beside it.
 */
export function ensurePrivateFile(file: string): void {
  closeSync(openSync(file, 'a', PRIVATE_FILE));
}

/** Writes beside the file and renames: whoever reads it meets the old text or the new one, never half of either. */
export function writePrivately(file: string, text: string): void {
  const unfinished = `${file}.${randomUUID()}.new`;
  try {
    writeFileSync(unfinished, text, { mode: PRIVATE_FILE, flag: 'wx', flush: true });
    putInPlace(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Takes from other users what an earlier version or a hand gave them. Links are never followed. */
export function closeToOthers(path: string): void {
  if (process.platform === 'win32') return;
  try {
    const { mode } = lstatSync(path);
    if ((mode & OF_OTHERS) !== 0) chmodSync(path, mode & ~OF_OTHERS & 0o7777);
  } catch (error) {
    if (!isNoneOfOurs(error)) throw error;
  }
}

/** The same for a folder and everything below it. */
export function closeFolderToOthers(folder: string): void {
  closeToOthers(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) closeFolderToOthers(path);
    else if (entry.isFile()) closeToOthers(path);
  }
}

/** Gone in the meantime, or another user's, who alone may change it. */
function isNoneOfOurs(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'EPERM';
}
