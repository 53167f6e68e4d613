import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { NewWorkspace, TakenOver } from '#main/core/desk/workspace/take-over.ts';
import { explainFailure } from '#main/core/files/failures.ts';
import type { Runner } from '#main/core/work/jobs.ts';
import type { Watch } from '#main/core/work/progress.ts';
import { copyWhole } from '#main/db/backups.ts';
import { asUserError, damaged } from '#main/db/errors.ts';
import type { OpenOptions } from '#main/db/open.ts';
import { writeSum } from '#main/db/sums.ts';
import { makePrivateFolder } from '#main/files/private.ts';
import type { BackupContentsDto } from '#shared/contract/backups.ts';
import { UserError } from '#shared/contract/errors.ts';
import { sweepUnfinished } from './files.ts';
import { lookInside } from './look-store.ts';

/** Work on a whole database, with what goes in (plain data) and what comes out. */
export interface BackupJobs {
  /** Copies the database to a target of a new name and checks the copy; a backup has its sum beside it. */
  readonly copy: {
    readonly input: {
      readonly file: string;
      readonly target: string;
      readonly isBackup: boolean;
      readonly database: OpenOptions;
    };
    readonly output: null;
  };
  readonly look: {
    readonly input: { readonly path: string; readonly database: OpenOptions };
    readonly output: BackupContentsDto;
  };
  /** Makes a real workspace in `folder` of what is not built in of the workspace in `old`. */
  readonly takeOver: {
    readonly input: {
      readonly folder: string;
      readonly old: string;
      readonly made: NewWorkspace;
      readonly database: OpenOptions;
    };
    readonly output: TakenOver;
  };
}
export type BackupJobKind = keyof BackupJobs;
export type BackupRunner = Runner<BackupJobs, Watch>;

const WORK: {
  readonly [Kind in BackupJobKind]: (
    input: BackupJobs[Kind]['input'],
  ) => BackupJobs[Kind]['output'] | Promise<BackupJobs[Kind]['output']>;
} = {
  copy: ({ file, target, isBackup, database }) => {
    try {
      makePrivateFolder(dirname(target));
      sweepUnfinished(dirname(target));
      copyWhole(file, target, `.${randomUUID()}.making`, database);
      if (isBackup) sumUp(target);
    } catch (error) {
      throw explainFailure(target, 'write', ofCopying(error, file, target));
    }
    return null;
  },
  look: ({ path, database }) => lookInside(path, basename(path), database),
  // Judging is not read for a copy.
  takeOver: async ({ folder, old, made, database }) =>
    (await import('#main/core/desk/workspace/take-over.ts')).takeOverInto(folder, old, made, database),
};

/** What is damaged is what was copied; everything else that fails is where the copy was to lie. */
function ofCopying(error: unknown, file: string, target: string): unknown {
  const told = asUserError(error, target);
  const isDamaged = told instanceof UserError && told.code === 'DATABASE_DAMAGED';
  return isDamaged ? damaged(file, { cause: error }) : told;
}

/** A backup whose sum finds no room any more is none. */
function sumUp(target: string): void {
  try {
    writeSum(target);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}

/** Does the work in this thread. */
export async function doBackupJob<Kind extends BackupJobKind>(
  kind: Kind,
  input: BackupJobs[Kind]['input'],
): Promise<BackupJobs[Kind]['output']> {
  return WORK[kind](input);
}

/** Of a short command, which has no other thread. */
export const HERE: BackupRunner = { run: (kind, input) => doBackupJob(kind, input) };
