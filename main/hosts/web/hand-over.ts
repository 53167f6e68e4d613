import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { Client } from '#shared/contract/contract.ts';
import { openingHash } from '#shared/contract/snapshots.ts';
import { RPC_PATH } from './rpc-socket.ts';

/**
 * Tells a host that runs already, by its printed address, of a file that a second start was given. Gives the end of
 * the address on which a page opens it. Throws when the host is gone meanwhile.
 */
export async function handOver(address: string, path: string): Promise<string> {
  const { origin, host } = new URL(address);
  const answer = await fetch(address, { redirect: 'manual' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = new WebSocket(`ws://${host}${RPC_PATH}`, { headers: { cookie, origin } });
  socket.binaryType = 'arraybuffer';
  await once(socket, 'open');
  try {
    // oRPC's link wants the browser's type; it uses what both have in common.
    const websocket = socket as unknown as globalThis.WebSocket;
    const client: Client = createORPCClient(new RPCLink({ websocket }));
    return openingHash((await client.snapshots.hand({ path })).upload);
  } finally {
    socket.close();
  }
}
