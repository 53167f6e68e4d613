import { MessageChannel, Worker } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { EngineOptions } from '#main/hosts/engine/messages.ts';
import type { Client } from '#shared/contract/contract.ts';

/** A bundled engine in a thread of its own, ready, and a caller of it. */
export interface BundledEngine {
  readonly client: Client;
  readonly end: () => Promise<number>;
}

/** Starts the engine of a bundle. Rejects with what it said when it does not start. */
export async function startBundle(worker: string, options: EngineOptions): Promise<BundledEngine> {
  const engine = new Worker(worker, { workerData: options });
  await new Promise((resolve, reject) => {
    engine.once('message', resolve);
    engine.once('error', reject);
  });
  const { port1, port2 } = new MessageChannel();
  engine.postMessage({ kind: 'connect', port: port1 }, [port1]);
  const client: Client = createORPCClient(new RPCLink({ port: port2 }));
  port2.start();
  return { client, end: () => engine.terminate() };
}
