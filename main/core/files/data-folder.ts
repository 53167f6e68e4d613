import {
  accessSync,
  constants,
  type Dirent,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { closeFolderToOthers, closeToOthers, PRIVATE_FOLDER } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';

/** The database file inside the data folder. */
export const DATABASE_NAME = 'kh02-center.db';

/** Whether a database lies in the folder, be it ours or not. */
export function hasDatabase(folder: string): boolean {
  return (statSync(join(folder, DATABASE_NAME), { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** The folders that we make in a data folder. */
const OWN_FOLDERS = new Set(['backups', 'inbox', 'keys', 'open-snapshots', 'snapshots', 'uploads', 'way-in']);
/** Those that a browser and Electron fill and keep closed by themselves. */
const PROFILES = new Set(['browser-profile', 'desktop']);
const OWN_FILE = /^(kh02-center|running-host|web-session|electron-download-failed)/;
const ADMINISTRATOR = 0;
/** On folders that all users write into, /tmp for one. */
const STICKY = 0o1000;

/**
 * Makes the data folder where it is missing, closed to other users; one that is there is closed with all that is ours
 * in it, as earlier versions left it open. Throws DATA_FOLDER_UNWRITABLE.
 */
export function useDataFolder(folder: string): void {
  try {
    makeFolder(folder, PRIVATE_FOLDER);
    accessSync(folder, constants.W_OK);
    closeDataFolder(realpathSync(folder));
  } catch (cause) {
    throw new UserError('DATA_FOLDER_UNWRITABLE', { folder }, { cause });
  }
}

/** A folder that is not for us alone stays as open as it is, and only what is ours in it is closed. */
function closeDataFolder(folder: string): void {
  const entries = readdirSync(folder, { withFileTypes: true });
  const isShared = isForMore(folder, entries);
  if (!isShared) closeToOthers(folder);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && (!isShared || OWN_FILE.test(entry.name))) closeToOthers(path);
    else if (entry.isDirectory() && OWN_FOLDERS.has(entry.name)) closeFolderToOthers(path);
    else if (entry.isDirectory() && PROFILES.has(entry.name)) closeToOthers(path);
  }
}

/** A home, what lies above it, and a folder in which another user, or everybody, puts things. */
function isForMore(folder: string, entries: readonly Dirent[]): boolean {
  const { mode, uid } = statSync(folder);
  if ((mode & STICKY) !== 0 || `${homedir()}/`.startsWith(folder === '/' ? folder : `${folder}/`))
    return true;
  const owners = entries.map(
    ({ name }) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.uid ?? uid,
  );
  return owners.some((owner) => owner !== uid && owner !== ADMINISTRATOR);
}

/** The data folder, this program's or another's, in which the path lies; null where there is none. */
export function dataFolderAbove(path: string): string | null {
  const above = dirname(path);
  if (existsSync(join(above, DATABASE_NAME))) return above;
  return above === path ? null : dataFolderAbove(above);
}

/** Whether the path lies in a data folder: what is written there is private. */
export function isInDataFolder(path: string): boolean {
  return dataFolderAbove(path) !== null;
}

/** Whether something can be written in the folder, or in the nearest one above it that is there. */
export function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return dirname(folder) === folder ? false : isWritable(dirname(folder));
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What only an application that has had a database here leaves in the data folder. */
export function listTraces(folder: string): string[] {
  return ['backups', 'keys', 'inbox', 'snapshots', 'open-snapshots'].filter((name) =>
    existsSync(join(folder, name)),
  );
}

/**
 * Afterwards the folder is there, with every folder above it. Throws the system's error where it cannot be made. Node's
 * own `recursive` is not used: it never returns where a folder cannot be made although the one above it is there
 * (below /proc on Linux).
 */
export function makeFolder(folder: string, mode = isInDataFolder(folder) ? PRIVATE_FOLDER : undefined): void {
  if (isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  try {
    mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
