import { type MessagePort, workerData } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os, type } from '@orpc/server';
import type { Progress } from '#main/core/brief/export.ts';
import type { JobKind, Jobs } from '#main/core/brief/jobs.ts';
import type { BackupJobKind, BackupJobs } from '#main/core/desk/backups/jobs.ts';
import { typedError } from '#main/core/ground/typed-error.ts';
import type { SnapshotJobKind, SnapshotJobs } from '#main/core/take/snapshots/jobs.ts';
import { reportProgress, type Watch } from '#main/core/work/progress.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { SnapshotProgress } from '#shared/contract/snapshots.ts';
import { SOURCE_HEADER } from '#shared/contract/source-header.ts';
import { logMistake } from './log.ts';
import { createPortServer } from './serve-port.ts';

/** What a thread for jobs is started with. */
export interface JobThreadData {
  readonly name: string;
  readonly jobs: MessagePort;
  /** Answers the contract. */
  readonly contract?: MessagePort;
  readonly assetsFolder?: string;
}

/** One piece of work of a feature. `source`: the open snapshot that it asks. */
export type Job =
  | {
      readonly feature: 'briefing';
      readonly kind: JobKind;
      readonly input: Jobs[JobKind]['input'];
      readonly source: string | undefined;
    }
  | {
      readonly feature: 'snapshots';
      readonly kind: SnapshotJobKind;
      readonly input: SnapshotJobs[SnapshotJobKind]['input'];
    }
  | {
      readonly feature: 'backups';
      readonly kind: BackupJobKind;
      readonly input: BackupJobs[BackupJobKind]['input'];
    };

const { name, jobs, contract, assetsFolder = '' } = workerData as JobThreadData;

const stops = new Map<number, AbortController>();

/** A stop may be heard of before its job. */
function stopOf(id: number): AbortController {
  const stop = stops.get(id) ?? new AbortController();
  stops.set(id, stop);
  return stop;
}

const router = {
  run: os.input(type<Job & { readonly id: number }>()).handler(async function* ({ input }) {
    const { signal } = stopOf(input.id);
    try {
      yield* reportProgress(signal, async (watch: JobWatch) => ({ output: await doJob(input, watch) }));
    } catch (error) {
      throw signal.aborted ? typedError(new UserError('CANCELLED')) : logged(error);
    } finally {
      stops.delete(input.id);
    }
  }),
  /** `run` ends with CANCELLED once what was begun is cleared away. */
  stop: os.input(type<{ readonly id: number }>()).handler(({ input }) => stopOf(input.id).abort()),
};
export type JobRouter = typeof router;

type JobWatch = Watch<Progress | SnapshotProgress> & { readonly signal: AbortSignal };
type JobOutput = (Jobs & SnapshotJobs & BackupJobs)[JobKind | SnapshotJobKind | BackupJobKind]['output'];

createPortServer({ router, context: {} }, name)(jobs);

async function doJob(job: Job, watch: JobWatch): Promise<JobOutput> {
  // Read when first asked for: a thread that works on data files needs neither fonts nor a chart engine.
  if (job.feature === 'snapshots') {
    const { doSnapshotJob } = await import('#main/core/take/snapshots/jobs.ts');
    return doSnapshotJob(job.kind, job.input, watch);
  }
  if (job.feature === 'backups') {
    const { doBackupJob } = await import('#main/core/desk/backups/jobs.ts');
    return doBackupJob(job.kind, job.input);
  }
  const { doJob: doBriefingJob } = await import('#main/core/brief/jobs.ts');
  return doBriefingJob(clientOf(job.source, watch.signal), assetsFolder, job.kind, job.input, watch);
}

const link = contract && new RPCLink({ port: contract, headers: ({ context }) => context });
contract?.start();

/** Asks the engine for figures of that source; what is still asked when the job is stopped is no longer waited for. */
function clientOf(source: string | undefined, signal: AbortSignal): Client {
  const context = source ? { [SOURCE_HEADER]: source } : {};
  return createORPCClient({
    call: (path, input, options) => {
      if (!link) throw new Error(`The thread ${name} was given nobody to ask`);
      return link.call(path, input, { ...options, signal: options.signal ?? signal, context });
    },
  });
}

/** The caller is told no more than 'internal error' of what no person can mend. */
function logged(error: unknown): unknown {
  const isMistake = error instanceof UserError ? error.code === 'JOB_FAILED' : !(error instanceof ORPCError);
  if (isMistake) logMistake(name, error instanceof UserError ? error.cause : error);
  return typedError(error);
}
