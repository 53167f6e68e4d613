import { RPCLink } from '@orpc/client/websocket';
import { sourceHeaders } from './source.ts';
import type { OpenTransport } from './transport.ts';
import { rememberSession, resumeSession } from './web-session.ts';

/**
 * Opens a WebSocket to `/rpc` beside the page (the web host relays it to the engine). A host that was started again
 * does not know the page's session: the page proves that it had one, and tries once more.
 */
export const openWebTransport: OpenTransport = async () => {
  const socket = await openSocket().catch(async () => {
    await resumeSession();
    return openSocket();
  });
  void rememberSession();
  const ended = new Promise<void>((resolve) => socket.addEventListener('close', () => resolve()));
  return {
    link: new RPCLink({ websocket: socket, headers: sourceHeaders }),
    ended,
    close: () => socket.close(),
  };
};

async function openSocket(): Promise<WebSocket> {
  const address = new URL('rpc', document.baseURI);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(address);
  // Before `link` is built: its own listeners must find the socket that ours have already judged.
  await opened(socket);
  return socket;
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true });
    socket.addEventListener('close', () => reject(new Error('The engine did not accept the connection')), {
      once: true,
    });
  });
}
