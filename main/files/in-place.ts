import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

// Scanners and indexers of Windows hold a file for a moment after it was written.
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);
const WAITS_MS = [10, 20, 40, 80, 160, 320];

/** Gives a finished file its name, for good: the name, too, survives a loss of power. Throws the system's error. */
export function putInPlace(unfinished: string, target: string): void {
  renamePatiently(() => renameSync(unfinished, target));
  // Windows cannot flush a folder.
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(target), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Renames, on Windows again and again for some 0.6 s while somebody holds one of the files. Throws as `rename` does. */
export function renamePatiently(rename: () => void, platform: NodeJS.Platform = process.platform): void {
  for (const wait of platform === 'win32' ? WAITS_MS : []) {
    try {
      rename();
      return;
    } catch (error) {
      if (!HELD.has(String((error as NodeJS.ErrnoException).code))) throw error;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
  }
  rename();
}
