import { extname, join } from 'node:path';
import { MessageChannel, type ResourceLimits, Worker } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { RouterClient } from '@orpc/server';
import type { Watch } from '#main/core/work/progress.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { Job, JobRouter, JobThreadData } from './job-worker.ts';

// From sources this is job-worker.ts, bundled it is job-worker.js; both lie beside this module.
const WORKER_FILE = join(import.meta.dirname, `job-worker${extname(import.meta.filename)}`);

/** What ended a thread that was not asked to end. */
export class ThreadDied extends Error {}

/** A thread that does jobs until it is ended. */
export interface JobThread {
  /**
   * Gives what the job made. Rejects with the job's own error, CANCELLED once the signal has ended it and what was begun is
   * cleared away, or ThreadDied.
   */
  readonly run: <Progress>(job: Job, watch: Watch<Progress>) => Promise<unknown>;
  /** Whether the process waits for the thread before it ends. */
  readonly hold: (isHeld: boolean) => void;
  readonly end: () => Promise<unknown>;
  /** Settles when it is gone, whatever ended it. */
  readonly died: Promise<ThreadDied>;
}

/** Starts a thread; jobs are asked of it over oRPC on a port of their own. */
export function startJobThread(
  data: Omit<JobThreadData, 'jobs'>,
  resourceLimits: ResourceLimits = {},
): JobThread {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(WORKER_FILE, {
    name: data.name,
    resourceLimits,
    workerData: { ...data, jobs: port2 } satisfies JobThreadData,
    transferList: data.contract === undefined ? [port2] : [port2, data.contract],
  });
  const died = deathOf(worker, data.name);
  const client: RouterClient<JobRouter> = createORPCClient(new RPCLink({ port: port1 }));
  port1.start();
  port1.unref();
  let nextId = 1;
  const run: JobThread['run'] = async (job, { signal, onProgress }) => {
    const id = nextId;
    nextId += 1;
    const stop = (): void => void client.stop({ id }).catch(() => undefined);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    const answer = async (): Promise<unknown> => {
      const tell = onProgress as ((progress: unknown) => void) | undefined;
      return (await outcomeOf(await client.run({ ...job, id }), tell)).output;
    };
    try {
      return await Promise.race([answer(), died.then((error) => Promise.reject(error))]);
    } catch (error) {
      if (error instanceof ORPCError) throw asUserError(error);
      // The port is closed, or what came over it cannot be read: nothing more is to be had from this thread.
      await worker.terminate();
      throw await died;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  };
  const hold = (isHeld: boolean): void => (isHeld ? worker.ref() : worker.unref());
  return { run, hold, end: () => worker.terminate(), died };
}

function deathOf(worker: Worker, name: string): Promise<ThreadDied> {
  return new Promise((resolve) => {
    let cause: unknown;
    worker.once('error', (error) => {
      cause = error;
    });
    worker.once('exit', (code) =>
      resolve(new ThreadDied(`The thread ${name} ended with exit code ${code}`, { cause })),
    );
  });
}
