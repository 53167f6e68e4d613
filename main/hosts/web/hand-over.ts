import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { Client } from '#shared/contract/contract.ts';
import { openingHash } from '#shared/contract/snapshots.ts';
import { RPC_PATH } from './rpc-socket.ts';
import { type Door, ENTER_PATH } from './way-in.ts';

/**
 * Tells a host that runs already of a file that a second start was given. Gives the end of the address on which a
 * page opens it. Throws when the host is gone meanwhile.
 */
export async function handOver(door: Door, path: string): Promise<string> {
  const origin = `http://127.0.0.1:${door.port}`;
  const body = new URLSearchParams({ ticket: await door.issueTicket() });
  const answer = await fetch(`${origin}${ENTER_PATH}`, { method: 'POST', body, redirect: 'error' });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const socket = new WebSocket(`ws://127.0.0.1:${door.port}${RPC_PATH}`, { headers: { cookie, origin } });
  socket.binaryType = 'arraybuffer';
  await once(socket, 'open');
  try {
    // oRPC's link wants the browser's type; it uses what both have in common.
    const websocket = socket as unknown as globalThis.WebSocket;
    const client: Client = createORPCClient(new RPCLink({ websocket }));
    return openingHash((await client.uploads.hand({ path })).upload);
  } finally {
    socket.close();
  }
}
