import type { Runner } from '#main/core/work/jobs.ts';
import type { OpenOptions } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { SnapshotReport, TrustedKeyDto } from '#shared/contract/snapshots.ts';
import { type CreatedSnapshot, type CreateInput, createSnapshot } from './create.ts';
import { explainReading } from './file-trouble.ts';
import { inspectSnapshot, type Trust } from './inspect.ts';
import { type LoadInput, loadSnapshot } from './load.ts';
import { withStableFile } from './stable-file.ts';
import type { Watch } from './watch.ts';

export interface VerifyInput {
  readonly path: string;
  /** What the person calls the file. */
  readonly shownPath: string;
  /** Where a private copy may lie meanwhile. */
  readonly folder: string;
  readonly trusted: readonly TrustedKeyDto[];
  readonly database: OpenOptions;
}

/** Work on whole files, with what goes in (plain data) and what comes out. A country is hundreds of megabytes. */
export interface SnapshotJobs {
  readonly create: { readonly input: CreateInput; readonly output: CreatedSnapshot };
  readonly verify: { readonly input: VerifyInput; readonly output: SnapshotReport };
  readonly load: { readonly input: LoadInput; readonly output: SnapshotReport };
}
export type SnapshotJobKind = keyof SnapshotJobs;

export type SnapshotRunner = Runner<SnapshotJobs, Watch>;

const WORK: {
  readonly [Kind in SnapshotJobKind]: (
    input: SnapshotJobs[Kind]['input'],
    watch: Watch,
  ) => Promise<SnapshotJobs[Kind]['output']>;
} = {
  create: createSnapshot,
  verify: ({ path, shownPath, folder, trusted, database }, watch) =>
    withStableFile(path, folder, watch, (stable) =>
      inspectSnapshot(stable, shownPath, trustOf(trusted), database, watch),
    ),
  load: (input, watch) => loadSnapshot(input, trustOf(input.trusted), watch),
};

/** Does the work in this thread. Errors as of the work itself; CANCELLED when the watch has ended it. */
export async function doSnapshotJob<Kind extends SnapshotJobKind>(
  kind: Kind,
  input: SnapshotJobs[Kind]['input'],
  watch: Watch,
): Promise<SnapshotJobs[Kind]['output']> {
  try {
    return await WORK[kind](input, watch);
  } catch (error) {
    if (watch.signal?.aborted === true) throw new UserError('CANCELLED', {}, { cause: error });
    throw 'shownPath' in input ? explainReading(error, input.shownPath, input.folder) : error;
  }
}

function trustOf(keys: readonly TrustedKeyDto[]): Trust {
  return {
    nameOf: (publicKey) => keys.find((key) => key.publicKey === publicKey)?.name ?? null,
    hasName: (name) => keys.some((key) => key.name === name.normalize('NFC')),
  };
}
