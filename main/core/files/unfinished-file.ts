import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { putInPlace } from '#main/files/in-place.ts';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '#main/files/private.ts';
import { isInDataFolder } from './data-folder.ts';

/** A file on its way; one of the two must be called. */
export interface UnfinishedFile {
  /** Empty to begin with. */
  readonly path: string;
  /** Gives it the name. Throws the system's error, and is then still to be dropped. */
  readonly finish: () => void;
  /** Leaves no trace; may be called after `finish`, too. */
  readonly drop: () => void;
}

/**
 * Begins a file beside `target`, in a folder of its own that is closed to others: they see it whole under its name or
 * not at all. Its mode is what the user's files have (so the system sets it, no FAT stick or share can refuse it), in
 * a data folder that of a private file. Throws the system's error.
 */
export function beginFile(target: string): UnfinishedFile {
  const place = join(dirname(target), `.${randomUUID()}.part`);
  const path = join(place, 'file');
  const drop = (): void => rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { mode: PRIVATE_FOLDER });
  try {
    closeSync(openSync(path, 'wx', isInDataFolder(resolve(target)) ? PRIVATE_FILE : undefined));
  } catch (error) {
    drop();
    throw error;
  }
  return {
    path,
    finish: () => {
      putInPlace(path, target);
      drop();
    },
    drop,
  };
}
