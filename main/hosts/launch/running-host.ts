import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { useDataFolder } from '#main/core/files/data-folder.ts';
import { isRunning } from '#main/core/work/is-running.ts';
import { PRIVATE_FILE, writePrivately } from '#main/files/private.ts';
import { askForTicket } from '#main/hosts/web/host-proof.ts';
import { newSecret } from '#main/hosts/web/secrets.ts';
import type { Door } from '#main/hosts/web/way-in.ts';
import { UserError } from '#shared/contract/errors.ts';

/** Either this process may serve the data folder, or another one does already. */
export type Claim =
  | {
      readonly kind: 'mine';
      /** By which the host proves to a second start that it is the one of this folder. */
      readonly hostKey: string;
      readonly publish: (port: number) => void;
      readonly release: () => void;
    }
  | { readonly kind: 'running'; readonly door: Door };

interface Note {
  readonly pid: number;
  /** Which folder it claims: a copy of the folder carries the note along. */
  readonly folder?: string;
  /** null until the host answers. */
  readonly host: { readonly port: number; readonly key: string } | null;
}

/** A host that has not said where it answers for so long hangs, or its process number belongs to another program. */
const STARTING_AT_MOST_MS = 60_000;
const LOOK_EVERY_MS = 100;
/** A file without a note in it is being written this very moment, unless it is older. */
const WRITING_AT_MOST_MS = 3000;

export const RUNNING_HOST_NAME = 'running-host.json';

/**
 * Claims the data folder for one web host by a lock file, which holds the process number, the port and a key for this
 * run; only the user may read it. A host is accepted when whoever answers on the port proves that it has the key: the
 * file may be old, and the port anybody's by now. Else the lock is taken over. Throws DATA_FOLDER_UNWRITABLE.
 */
export async function claimHost(dataFolder: string): Promise<Claim> {
  const file = join(dataFolder, RUNNING_HOST_NAME);
  useDataFolder(dataFolder);
  while (!create(file, dataFolder)) {
    const text = readText(file);
    const note = noteOf(text, dataFolder);
    const door = note === null ? null : await findDoor(note);
    if (door !== null) return { kind: 'running', door };
    if (isStarting(note, file)) await wait(LOOK_EVERY_MS);
    else removeStale(file, text);
  }
  return mine(file, dataFolder);
}

/** The door of the host that runs on a data folder, proven; null when there is none. */
export async function findRunningHost(dataFolder: string): Promise<Door | null> {
  const note = noteOf(readText(join(dataFolder, RUNNING_HOST_NAME)), dataFolder);
  return note === null ? null : findDoor(note);
}

async function findDoor({ host }: Note): Promise<Door | null> {
  if (host === null) return null;
  const { port, key } = host;
  let first = await askForTicket(port, key);
  if (first === null) return null;
  const issueTicket = async (): Promise<string> => {
    const ticket = first ?? (await askForTicket(port, key));
    first = null;
    if (ticket === null) throw new Error(`The host on port ${port} is gone`);
    return ticket;
  };
  return { port, issueTicket };
}

function mine(file: string, dataFolder: string): Claim {
  const key = newSecret();
  return {
    kind: 'mine',
    hostKey: key,
    publish: (port) => writePrivately(file, noteText({ port, key }, dataFolder)),
    release: () => {
      if (noteOf(readText(file), dataFolder)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function create(file: string, folder: string): boolean {
  try {
    writeFileSync(file, noteText(null, folder), { flag: 'wx', mode: PRIVATE_FILE });
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw new UserError('DATA_FOLDER_UNWRITABLE', { folder }, { cause });
  }
}

/**
 * Removes the file that was found stale, and no other: a faster start may have put its own there since. Moved aside
 * first, so that only one of two starts gets it; what turns out to be somebody's claim is put back.
 */
export function removeStale(file: string, text: string | null): void {
  const aside = `${file}.${randomUUID()}.stale`;
  try {
    renameSync(file, aside);
    if (readText(aside) !== text) linkSync(aside, file);
  } catch (cause) {
    // Gone already, or claimed anew by a third start meanwhile.
    if (!(cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'EEXIST')))
      throw cause;
  } finally {
    rmSync(aside, { force: true });
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function noteText(host: Note['host'], dataFolder: string): string {
  return JSON.stringify({ pid: process.pid, folder: identityOf(dataFolder), host } satisfies Note);
}

/** The same folder by whatever path, and another one for its copy. Numbers of files do not fit into a double on Windows. */
function identityOf(dataFolder: string): string {
  const { dev, ino } = statSync(dataFolder, { bigint: true });
  return `${dev}:${ino}`;
}

/**
 * null for a file that is gone in the meantime, was written only by half before a crash or by an earlier version, or
 * came along when another data folder was copied.
 */
function noteOf(text: string | null, dataFolder: string): Note | null {
  try {
    const note = JSON.parse(text ?? '') as Note;
    const isNote = note.host === null || (Number.isInteger(note.host.port) && note.host.key.length > 0);
    const isOfHere = note.folder === undefined || note.folder === identityOf(dataFolder);
    return isNote && isOfHere ? note : null;
  } catch {
    return null;
  }
}

function isStarting(note: Note | null, file: string): boolean {
  const written = statSync(file, { throwIfNoEntry: false });
  if (written === undefined) return false;
  const ageMs = Date.now() - written.mtimeMs;
  if (note === null) return ageMs < WRITING_AT_MOST_MS;
  return note.host === null && ageMs < STARTING_AT_MOST_MS && isRunning(note.pid);
}
