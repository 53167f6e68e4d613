import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type RelayedMessage, relay, type Wire } from '#main/hosts/engine/relay.ts';
import { LIMITS } from './limits.ts';
import type { Site } from './respond.ts';

/** Where pages reach the contract. */
export const RPC_PATH = '/rpc';

/** RFC 6455: going away, and try again later. */
const CLOSE_GOING_AWAY = 1001;
const CLOSE_TRY_LATER = 1013;

/**
 * Takes WebSockets on the server: each one that comes from our own page gets its own port into the engine. The
 * returned function closes all of them.
 */
export function acceptSockets(server: Server, site: Site, connect: () => MessagePort): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(site, request, sockets.clients.size);
    if (refusal !== null) return refuse(socket, refusal);
    sockets.handleUpgrade(request, socket, head, (client) => relay(connect(), wireOf(client)));
  });
  return () => {
    for (const client of sockets.clients) client.terminate();
    sockets.close();
  };
}

/** The status line of the refusal, or null for a socket that our own page opened. */
function refusalOf(site: Site, request: IncomingMessage, open: number): string | null {
  const { host, origin, cookie } = request.headers;
  if (host !== site.host) return '421 Misdirected Request';
  // Browsers always send Origin with a WebSocket; who leaves it out is no page.
  if (origin !== `http://${site.host}`) return '403 Forbidden';
  if (!site.session.isCookie(cookie)) return '403 Forbidden';
  if (request.url !== RPC_PATH) return '404 Not Found';
  return open >= LIMITS.sockets ? '503 Service Unavailable' : null;
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function wireOf(client: WebSocket): Wire {
  client.on('error', () => client.terminate());
  return {
    send: (message) => sendWithin(client, message),
    onMessage: (listener) =>
      client.on('message', (data, isBinary) => listener(isBinary ? bytesOf(data) : data.toString())),
    onClose: (listener) => client.on('close', listener),
    close: () => client.close(CLOSE_GOING_AWAY),
  };
}

/**
 * Sends, and stops listening to a client that does not read its answers until it has: else a page that asks
 * without reading would fill our memory.
 */
function sendWithin(client: WebSocket, message: RelayedMessage): void {
  if (client.readyState !== client.OPEN) return;
  client.send(message, () => {
    if (client.isPaused && client.bufferedAmount <= LIMITS.unsentPauseBytes) client.resume();
  });
  if (client.bufferedAmount > LIMITS.unsentCloseBytes) client.close(CLOSE_TRY_LATER);
  else if (client.bufferedAmount > LIMITS.unsentPauseBytes) client.pause();
}

/** A copy of its own: Node hands out slices of a shared pool, and a message port would copy the whole of it. */
function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return new Uint8Array(Buffer.concat(data));
  return new Uint8Array(data);
}
