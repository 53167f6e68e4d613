import { RPCLink } from '@orpc/client/websocket';
import { sourceHeaders } from './source.ts';
import type { OpenTransport } from './transport.ts';

/** Opens a WebSocket to `/rpc` beside the page (the web host relays it to the engine). */
export const openWebTransport: OpenTransport = async () => {
  const address = new URL('rpc', document.baseURI);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  // Before `link` is built: its own listeners must find the socket that ours have already judged.
  await opened(socket);
  const ended = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()));
  return {
    link: new RPCLink({ websocket: socket, headers: sourceHeaders }),
    ended,
    close: () => socket.close(),
  };
};

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('close', () => reject(new Error('The engine did not accept the connection')), {
      once: true,
    });
  });
}
