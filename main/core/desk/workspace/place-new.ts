import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  DATABASE_NAME,
  dataFolderAbove,
  hasDatabase,
  isWritable,
  useDataFolder,
} from '#main/core/files/data-folder.ts';
import { isRunning } from '#main/core/work/is-running.ts';
import { isEmpty } from '#main/db/identity.ts';
import type { OpenOptions } from '#main/db/open.ts';
import { lockOf, underOpeningLock } from '#main/db/opening-lock.ts';
import { putInPlace } from '#main/files/in-place.ts';
import { UserError } from '#shared/contract/errors.ts';

/** What a new workspace is made in, inside of its folder: the number of the process that makes it is in the name. */
const UNFINISHED = /^\.kh02-unfinished-(\d+)-/;

/**
 * Makes a workspace in a folder that is empty or not there yet: `make` writes a whole database into a folder of its own,
 * and only what is finished gets the name by which a workspace is known. Of two that are made at once one wins.
 * WORKSPACE_EXISTS, FOLDER_NOT_EMPTY, DATA_FOLDER_UNWRITABLE.
 */
export async function placeNew(
  folder: string,
  database: OpenOptions,
  make: (unfinished: string) => Promise<void>,
): Promise<void> {
  requireFree(folder);
  const isNew = !existsSync(folder);
  useDataFolder(folder);
  const unfinished = join(folder, `.kh02-unfinished-${process.pid}-${randomUUID()}`);
  try {
    await make(unfinished);
    takePlace(join(unfinished, DATABASE_NAME), join(folder, DATABASE_NAME), database);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (isNew) dropEmpty(folder);
    throw error;
  }
  rmSync(unfinished, { recursive: true, force: true });
}

/** Free is a folder that is not there, is empty, or holds only what was left by a making that was killed. */
function requireFree(folder: string): void {
  // Of a disk that cannot be written nothing else matters.
  if (!isWritable(folder)) throw new UserError('DATA_FOLDER_UNWRITABLE', { folder });
  const taken = hasDatabase(folder) ? folder : dataFolderAbove(folder);
  if (taken !== null) throw new UserError('WORKSPACE_EXISTS', { folder: taken });
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) return;
  if (!found.isDirectory()) throw new UserError('FOLDER_NOT_EMPTY', { folder });
  const lock = lockOf(DATABASE_NAME);
  for (const name of readdirSync(folder)) {
    if (!UNFINISHED.test(name) && name !== lock && name !== DATABASE_NAME)
      throw new UserError('FOLDER_NOT_EMPTY', { folder });
  }
  sweepUnfinished(folder);
}

/** Removes what was left in the folder by makings that were killed. */
export function sweepUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const maker = UNFINISHED.exec(name)?.[1];
    if (maker !== undefined && !isRunning(Number(maker)))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** Under the lock that every opening takes: whoever opens the folder meanwhile finds nothing, or all of it. */
function takePlace(finished: string, target: string, database: OpenOptions): void {
  underOpeningLock(target, database, (lock) => {
    if (!isEmpty(target)) throw new UserError('WORKSPACE_EXISTS', { folder: dirname(target) });
    putInPlace(finished, target);
    lock.noteFilled();
  });
}

/** Takes back a folder that was made for nothing; one in which something lies stays. */
function dropEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
