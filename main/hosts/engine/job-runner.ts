import { extname, join } from 'node:path';
import { type MessagePort, type ResourceLimits, Worker } from 'node:worker_threads';
import type { Progress } from '#main/core/brief/export.ts';
import { jobFailure } from '#main/core/brief/job-failure.ts';
import type { JobKind, JobRunner, Jobs, Watch } from '#main/core/brief/jobs.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { FromJobs, ToJobs } from './job-messages.ts';
import { logMistake } from './log.ts';

// From sources this is job-worker.ts, bundled it is job-worker.js; both lie beside this module.
const WORKER_FILE = join(import.meta.dirname, `job-worker${extname(import.meta.filename)}`);
/** Fonts, boundaries and the chart engine are kept for the next page of a preview, and given back after that. */
const IDLE_MS = 90_000;
/**
 * MB. Left to itself the thread lets garbage pile up to half a gigabyte before it looks for any; the largest thing
 * it ever keeps is the figures of one briefing and the boundaries, together about 100 MB.
 */
const MEMORY_LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 24 } as const;

interface Waiting {
  readonly resolve: (output: Jobs[JobKind]['output']) => void;
  readonly reject: (error: Error) => void;
  readonly watch: Watch;
  /** What it was last heard to be doing. */
  last?: Progress;
}

/**
 * Makes briefings in a thread of their own, which asks the engine over ports from `connect`; the thread starts with
 * the first job and ends when there was none for a while. When it dies, its jobs fail
 * (JOB_FAILED, with the page they were at) and the next one starts anew.
 */
export function createJobRunner(
  assetsFolder: string,
  connect: () => MessagePort,
  limits: ResourceLimits = MEMORY_LIMITS,
): JobRunner {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let nextId = 1;

  const end = (): void => {
    void worker?.terminate();
    worker = null;
  };
  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) idle = setTimeout(end, IDLE_MS).unref();
    return found;
  };
  const ready = (): Worker => {
    clearTimeout(idle);
    worker ??= startWorker(assetsFolder, limits, {
      onMessage: (message) => {
        if (message.kind === 'progress') tellProgress(waiting.get(message.id), message);
        else finish(settle(message.id), message);
      },
      onEnd: (gone, error) => {
        // An idle one that was let go takes a moment to end: what waits by then waits for the next.
        if (worker !== gone) return;
        worker = null;
        if (waiting.size > 0) logMistake('briefings', error);
        for (const [id, { last }] of [...waiting]) settle(id)?.reject(jobFailure(error, last));
      },
    });
    return worker;
  };
  return {
    run: (job, input, source, watch) => {
      const id = nextId;
      nextId += 1;
      const done = new Promise<Jobs[JobKind]['output']>((resolve, reject) => {
        waiting.set(id, { resolve, reject, watch });
      });
      const thread = ready();
      const port = connect();
      const stop = (): void => thread.postMessage({ kind: 'stop', id } satisfies ToJobs);
      thread.postMessage({ kind: 'start', id, job, input, source, port } satisfies ToJobs, [port]);
      if (watch.signal?.aborted) stop();
      watch.signal?.addEventListener('abort', stop, { once: true });
      // The worker answers a job with that job's own kind of result.
      return done.finally(() => watch.signal?.removeEventListener('abort', stop)) as Promise<
        Jobs[typeof job]['output']
      >;
    },
  };
}

interface Listener {
  readonly onMessage: (message: FromJobs) => void;
  readonly onEnd: (worker: Worker, error: Error) => void;
}

function startWorker(
  assetsFolder: string,
  resourceLimits: ResourceLimits,
  { onMessage, onEnd }: Listener,
): Worker {
  const worker = new Worker(WORKER_FILE, {
    workerData: { assetsFolder },
    name: 'briefings',
    resourceLimits,
  });
  let cause: Error | undefined;
  worker.on('message', onMessage);
  worker.once('error', (error: Error) => {
    cause = error;
  });
  worker.once('exit', (code) => onEnd(worker, cause ?? new Error(`Briefings ended with exit code ${code}`)));
  // An idle worker must not keep the engine from ending.
  worker.unref();
  return worker;
}

function tellProgress(job: Waiting | undefined, progress: Progress): void {
  if (job === undefined) return;
  job.last = progress;
  job.watch.onProgress?.(progress);
}

function finish(job: Waiting | undefined, message: Exclude<FromJobs, { kind: 'progress' }>): void {
  if (message.kind === 'done') job?.resolve(message.output);
  else if (message.kind === 'refused') job?.reject(new UserError(message.code, message.values));
  else job?.reject(message.error);
}
