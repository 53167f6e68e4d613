import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { useDataFolder } from '#main/core/data-folder.ts';
import { UserError } from '#shared/contract/errors.ts';
import { isRunning } from './process-state.ts';

/** Either this process may serve the data folder, or another one does already. */
export type Claim =
  | { readonly kind: 'mine'; readonly publish: (address: string) => void; readonly release: () => void }
  | { readonly kind: 'running'; readonly address: string };

interface Note {
  readonly pid: number;
  /** null until the host answers. */
  readonly address: string | null;
}

/** A host that has not said its address for so long hangs, or its process number belongs to another program. */
const STARTING_AT_MOST_MS = 60_000;
const LOOK_EVERY_MS = 100;
const ANSWER_AT_MOST_MS = 3000;

/**
 * Claims the data folder for one web host by a lock file, which holds the process number and the address (with its
 * token, so only the user may read it). A lock left by a host that is gone is taken over. Throws
 * DATA_FOLDER_UNWRITABLE.
 */
export async function claimHost(dataFolder: string): Promise<Claim> {
  const file = join(dataFolder, 'running-host.json');
  useDataFolder(dataFolder);
  while (!create(file, dataFolder)) {
    const note = read(file);
    if (note?.address && (await answers(note.address))) return { kind: 'running', address: note.address };
    if (isStarting(note, file)) await wait(LOOK_EVERY_MS);
    else rmSync(file, { force: true });
  }
  return mine(file);
}

function mine(file: string): Claim {
  return {
    kind: 'mine',
    publish: (address) => {
      // Renamed into place: a second start never reads half an address.
      writeFileSync(`${file}.new`, JSON.stringify({ pid: process.pid, address }), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    },
    release: () => {
      if (read(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function create(file: string, folder: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeFileSync(handle, JSON.stringify({ pid: process.pid, address: null }));
    closeSync(handle);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw new UserError('DATA_FOLDER_UNWRITABLE', { folder }, { cause });
  }
}

function read(file: string): Note | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    // Gone in the meantime, or written only by half before a crash.
    return null;
  }
}

/** The process number alone proves nothing: after a restart of the machine it may be anybody's. */
async function answers(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_AT_MOST_MS),
    });
    return answer.status === 303;
  } catch {
    return false;
  }
}

/** A file without a note is being written this very moment, unless it is old. */
function isStarting(note: Note | null, file: string): boolean {
  const written = statSync(file, { throwIfNoEntry: false });
  if (written === undefined) return false;
  const ageMs = Date.now() - written.mtimeMs;
  if (note === null) return ageMs < ANSWER_AT_MOST_MS;
  return note.address === null && ageMs < STARTING_AT_MOST_MS && isRunning(note.pid);
}
