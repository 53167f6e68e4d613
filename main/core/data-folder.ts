import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '#shared/contract/errors.ts';

/** Makes the data folder where it is missing. Throws DATA_FOLDER_UNWRITABLE. */
export function useDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new UserError('DATA_FOLDER_UNWRITABLE', { folder }, { cause });
  }
}

/**
 * Afterwards the folder is there, with every folder above it. Throws the system's error where it cannot be made. Node's
 * own `recursive` is not used: it never returns where a folder cannot be made although the one above it is there
 * (below /proc on Linux).
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
