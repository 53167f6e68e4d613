import { parentPort, workerData } from 'node:worker_threads';
import { doSnapshotJob } from '#main/core/take/snapshots/jobs.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { SnapshotProgress } from '#shared/contract/snapshots.ts';
import type { FromSnapshot, SnapshotWork } from './snapshot-messages.ts';

const host = parentPort;
if (host === null) throw new Error('Whole snapshots are worked on in a worker thread only');

const { kind, input } = workerData as SnapshotWork;
const tell = (message: FromSnapshot): void => host.postMessage(message);
const stop = new AbortController();
host.on('message', () => stop.abort());

try {
  const onProgress = (progress: SnapshotProgress): void => tell({ kind: 'progress', progress });
  tell({ kind: 'done', output: await doSnapshotJob(kind, input, { signal: stop.signal, onProgress }) });
} catch (error) {
  if (error instanceof UserError) tell({ kind: 'refused', code: error.code, values: error.values });
  else tell({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
}
host.close();
