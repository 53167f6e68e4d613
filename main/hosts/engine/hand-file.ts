import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Client } from '#shared/contract/contract.ts';
import { openingHash } from '#shared/contract/snapshots.ts';

/** Tells the engine of a file that was handed to the program; gives the end of the address on which a page opens it. */
export async function handFile(connect: () => MessagePort, path: string): Promise<string> {
  const port = connect();
  const client: Client = createORPCClient(new RPCLink({ port }));
  port.start();
  try {
    return openingHash((await client.uploads.hand({ path })).upload);
  } finally {
    port.close();
  }
}
