import type { MessagePort } from 'node:worker_threads';
import type { Progress } from '#main/core/brief/export.ts';
import { jobFailure } from '#main/core/brief/job-failure.ts';
import type { JobRunner, Jobs } from '#main/core/brief/jobs.ts';
import type { BackupJobs, BackupRunner } from '#main/core/desk/backups/jobs.ts';
import type { SnapshotJobs, SnapshotRunner } from '#main/core/take/snapshots/jobs.ts';
import { type JobThread, startJobThread, ThreadDied } from './job-thread.ts';
import { logMistake } from './log.ts';

/** Fonts, boundaries and the chart engine are kept for the next page of a preview, and given back after that. */
const IDLE_MS = 90_000;
/**
 * MB. Left to itself the thread lets garbage pile up to half a gigabyte before it looks for any; the largest thing
 * it ever keeps is the figures of one briefing and the boundaries, together about 100 MB.
 */
const MEMORY_LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 24 } as const;

/**
 * Makes briefings in one thread, which asks the engine over a port from `connect`; it starts with the first job and
 * ends when there was none for a while. When it dies, its jobs fail (JOB_FAILED, with the page they were at) and the
 * next one starts anew.
 */
export function createBriefingRunner(assetsFolder: string, connect: () => MessagePort): JobRunner {
  let thread: JobThread | null = null;
  let running = 0;
  let idle: NodeJS.Timeout | undefined;
  const begin = (): JobThread => {
    clearTimeout(idle);
    running += 1;
    thread ??= start();
    thread.hold(true);
    return thread;
  };
  const start = (): JobThread => {
    const own = startJobThread({ name: 'briefings', assetsFolder, contract: connect() }, MEMORY_LIMITS);
    void own.died.then(() => {
      if (thread === own) thread = null;
    });
    return own;
  };
  const end = (): void => {
    void thread?.end();
    thread = null;
  };
  return {
    run: async (kind, input, { source, signal, onProgress }) => {
      const own = begin();
      /** What it was last heard to be doing. */
      let last: Progress | undefined;
      const tell = (progress: Progress): void => {
        last = progress;
        onProgress?.(progress);
      };
      try {
        const job = { feature: 'briefing', kind, input, source } as const;
        // The thread answers a job with that job's own kind of result.
        return (await own.run(job, { signal, onProgress: tell })) as Jobs[typeof kind]['output'];
      } catch (error) {
        if (!(error instanceof ThreadDied)) throw error;
        logMistake('briefings', error);
        throw jobFailure(error.cause ?? error, last);
      } finally {
        running -= 1;
        if (running === 0) {
          // An idle one must not keep the engine from ending.
          thread?.hold(false);
          idle = setTimeout(end, IDLE_MS).unref();
        }
      }
    },
  };
}

/**
 * Works on whole files in a thread of their own for each: such work is rare and its statements cannot be
 * interrupted, so that the screens' thread must not do it; and what it took of the memory goes with the thread.
 */
export function createSnapshotRunner(): SnapshotRunner {
  return {
    run: async (kind, input, watch) => {
      const thread = startJobThread({ name: 'snapshot' });
      try {
        const job = { feature: 'snapshots', kind, input } as const;
        return (await thread.run(job, watch)) as SnapshotJobs[typeof kind]['output'];
      } finally {
        await thread.end();
      }
    },
  };
}

/** Copies and checks whole databases in a thread of their own, as above. */
export function createBackupRunner(): BackupRunner {
  return {
    run: async (kind, input, watch) => {
      const thread = startJobThread({ name: 'backup' });
      try {
        const job = { feature: 'backups', kind, input } as const;
        return (await thread.run(job, watch)) as BackupJobs[typeof kind]['output'];
      } finally {
        await thread.end();
      }
    },
  };
}
