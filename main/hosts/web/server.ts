import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import type { FillingProgress } from '#main/core/prepare.ts';
import { type RendererFiles, readRendererFiles, requireRenderer } from '#main/hosts/files/renderer-files.ts';
import { securityHeaders } from '#main/hosts/files/security-headers.ts';
import { UserError } from '#shared/contract/errors.ts';
import { respond, type Site } from './respond.ts';
import { acceptSockets } from './rpc-socket.ts';
import { createSession, type SessionKeys } from './session.ts';
import type { Door } from './way-in.ts';

// Not imported: Node would read all that this module can give away, a browser's fetch and WebSocket too (25 ms).
const { createServer } = process.getBuiltinModule('node:http');

/** Only this machine: the address is never one that a network can reach. */
const LOOPBACK = '127.0.0.1';

export interface WebHostOptions extends SessionKeys {
  /** 0 takes any free port. */
  readonly port: number;
  /** Holds a built user interface. */
  readonly rendererFolder: string;
  /** Brings the folder up to date once the port is taken; until then pages wait for their files. */
  readonly refresh?: () => Promise<void>;
  /** A new port into the engine for each page. */
  readonly connect: () => MessagePort;
  /** How far the first filling of the data folder is, for pages that wait for it; null when nothing is filled. */
  readonly filling?: () => FillingProgress | null;
}

export interface WebHost extends Door {
  readonly issueTicket: () => string;
  /** Settles when pages get their files; rejects when these cannot be read. */
  readonly ready: Promise<void>;
  /** Settles when nothing listens any more and every socket is gone. */
  readonly close: () => Promise<void>;
}

/**
 * Serves the user interface and the contract on loopback; settles as soon as it listens, so that a browser can start
 * while the files are read. Throws PORT_IN_USE when the port is taken and RENDERER_MISSING when there is no user
 * interface to serve.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  requireRenderer(options.rendererFolder);
  const server = createServer();
  const port = await listen(server, options.port);
  const host = `${LOOPBACK}:${port}`;
  const session = createSession(port, options);
  const filling = options.filling ?? (() => null);
  const files = readFilesSoon(options);
  const ready = files.then(() => undefined);
  // Each page hears of it as well; where nobody else does it must not end the process.
  ready.catch(() => undefined);
  const site: Site = { files, session, filling, host, headers: securityHeaders([`ws://${host}`]) };
  server.on('request', (request, response) => respond(site, request, response));
  const closeSockets = acceptSockets(server, site, options.connect);
  return {
    port,
    issueTicket: session.issueTicket,
    ready,
    close: () => stop(server, closeSockets),
  };
}

async function readFilesSoon({ rendererFolder, refresh }: WebHostOptions): Promise<RendererFiles> {
  // Not in this turn: whoever has waited for the address opens a window on it first.
  await nextTurn();
  await refresh?.();
  return readRendererFiles(rendererFolder);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(isTaken ? new UserError('PORT_IN_USE', { port: String(port) }, { cause: error }) : error);
    });
    server.listen({ port, host: LOOPBACK }, () => resolve((server.address() as AddressInfo).port));
  });
}

async function stop(server: Server, closeSockets: () => void): Promise<void> {
  closeSockets();
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeAllConnections();
  await closed;
}
