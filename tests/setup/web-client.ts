import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import { addressOf, type Door } from '#main/hosts/web/way-in.ts';
import type { Client } from '#shared/contract/contract.ts';

/** The session cookie that a ticket into a web host gives. */
export async function signIn(door: Door): Promise<string> {
  const address = addressOf(door.port, await door.issueTicket());
  const answer = await fetch(address, { redirect: 'manual' });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

export interface SocketHeaders {
  readonly cookie?: string;
  readonly origin?: string;
  readonly host?: string;
}

/** An open socket, or the status with which it was refused. */
export function openSocket(url: string, headers: SocketHeaders): Promise<WebSocket | number> {
  const socket = new WebSocket(url, { headers: { ...headers } });
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('unexpected-response', (_request, response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    socket.once('error', reject);
  });
}

/** The contract over a real WebSocket of the web host, as its own page opens one. */
export async function openWebClient(door: Door): Promise<{ client: Client; socket: WebSocket }> {
  const host = `127.0.0.1:${door.port}`;
  const headers = { cookie: await signIn(door), origin: `http://${host}` };
  const socket = await openSocket(`ws://${host}/rpc`, headers);
  if (typeof socket === 'number') throw new Error(`The socket was refused with ${socket}`);
  const client: Client = createORPCClient(
    new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }),
  );
  return { client, socket };
}
