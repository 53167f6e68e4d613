import { parentPort, workerData } from 'node:worker_threads';
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Progress } from '#main/core/brief/export.ts';
import { doJob } from '#main/core/brief/jobs.ts';
import type { Client } from '#shared/contract/contract.ts';
import { isErrorCode, UserError } from '#shared/contract/errors.ts';
import { SOURCE_HEADER } from '#shared/contract/source-header.ts';
import type { FromJobs, ToJobs } from './job-messages.ts';
import { logMistake } from './log.ts';

const host = parentPort;
if (host === null) throw new Error('Briefings are made in a worker thread only');

const { assetsFolder } = workerData as { readonly assetsFolder: string };
const tell = (message: FromJobs): void => host.postMessage(message);
const running = new Map<number, AbortController>();

host.on('message', (message: ToJobs) => {
  if (message.kind === 'stop') running.get(message.id)?.abort();
  else void start(message);
});

async function start({ id, job, input, source, port }: Extract<ToJobs, { kind: 'start' }>): Promise<void> {
  const stop = new AbortController();
  running.set(id, stop);
  const headers = source === undefined || source === '' ? {} : { [SOURCE_HEADER]: source };
  const client: Client = createORPCClient(new RPCLink({ port, headers: () => headers }));
  port.start();
  try {
    const onProgress = (progress: Progress): void => tell({ kind: 'progress', id, ...progress });
    const output = await doJob(client, assetsFolder, job, input, { signal: stop.signal, onProgress });
    tell({ kind: 'done', id, output });
  } catch (error) {
    if (error instanceof UserError && error.code === 'JOB_FAILED') logMistake('briefings', error.cause);
    tell(ending(id, error, stop.signal.aborted));
  } finally {
    running.delete(id);
    port.close();
  }
}

/** A refusal keeps its code on the way back, whether it was made here or by the contract. */
function ending(id: number, error: unknown, isStopped: boolean): FromJobs {
  if (isStopped) return { kind: 'refused', id, code: 'CANCELLED', values: {} };
  if (error instanceof UserError) return { kind: 'refused', id, code: error.code, values: error.values };
  if (error instanceof ORPCError && isErrorCode(error.code)) {
    const values = (error.data as { values?: UserError['values'] } | undefined)?.values ?? {};
    return { kind: 'refused', id, code: error.code, values };
  }
  return { kind: 'failed', id, error: error instanceof Error ? error : new Error(String(error)) };
}
