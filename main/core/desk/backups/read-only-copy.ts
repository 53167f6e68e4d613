import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATABASE_NAME, hasDatabase, isWritable } from '#main/core/files/data-folder.ts';
import { isRunning } from '#main/core/work/is-running.ts';
import { copyWithLog } from '#main/db/restore.ts';

/** Whether a workspace lies on a disk or in a folder that can only be read. */
export function isOnlyReadable(folder: string): boolean {
  return hasDatabase(folder) && !isWritable(folder);
}

const PREFIX = 'kh02-read-only-';

/** Figures of a copy whose process was killed do not stay about. */
function sweepKilled(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^kh02-read-only-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Another user's.
    }
  }
}

/**
 * Runs work on a copy of the database for this user alone, which goes again: SQLite reads no database of ours without
 * files beside it, and such a folder takes none.
 */
export async function withCopy<T>(folder: string, work: (copy: string) => Promise<T>): Promise<T> {
  sweepKilled();
  const copy = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  try {
    copyWithLog(join(folder, DATABASE_NAME), join(copy, DATABASE_NAME), {});
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
