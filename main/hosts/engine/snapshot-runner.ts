import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SnapshotJobKind, SnapshotJobs, SnapshotRunner } from '#main/core/take/snapshots/jobs.ts';
import type { Watch } from '#main/core/take/snapshots/watch.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { FromSnapshot, SnapshotWork } from './snapshot-messages.ts';

// From sources this is snapshot-worker.ts, bundled it is snapshot-worker.js; both lie beside this module.
const WORKER_FILE = join(import.meta.dirname, `snapshot-worker${extname(import.meta.filename)}`);

/**
 * Works on whole files in a thread of their own for each: such work is rare and its statements cannot be
 * interrupted, so that the screens' thread must not do it; and what it took of the memory goes with the thread.
 */
export function createSnapshotRunner(): SnapshotRunner {
  return {
    // The thread answers a kind of work with that work's own kind of result.
    run: async (kind, input, watch) =>
      (await runThread({ kind, input }, watch)) as SnapshotJobs[typeof kind]['output'],
  };
}

function runThread(work: SnapshotWork, watch: Watch): Promise<SnapshotJobs[SnapshotJobKind]['output']> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(WORKER_FILE, { workerData: work, name: 'snapshot' });
    const stop = (): void => worker.postMessage('stop');
    worker.on('message', (message: FromSnapshot) => {
      if (message.kind === 'progress') watch.onProgress?.(message.progress);
      else if (message.kind === 'done') resolve(message.output);
      else if (message.kind === 'refused') reject(new UserError(message.code, message.values));
      else reject(message.error);
    });
    worker.once('error', reject);
    // Too late for any but a thread that ended without a word.
    worker.once('exit', (code) => {
      watch.signal?.removeEventListener('abort', stop);
      reject(new Error(`Work on a snapshot ended with exit code ${code}`));
    });
    if (watch.signal?.aborted === true) stop();
    watch.signal?.addEventListener('abort', stop, { once: true });
  });
}
