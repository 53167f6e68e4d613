import type { MessagePort } from 'node:worker_threads';
import { handFile } from '#main/hosts/engine/hand-file.ts';
import { keepEngine } from '#main/hosts/engine/kept-engine.ts';
import { noteTime } from '#main/hosts/engine/start-times.ts';
import { startWebHost, type WebHost } from '#main/hosts/web/server.ts';
import { UserError } from '#shared/contract/errors.ts';
import { ensureBuilt, RENDERER_OUTPUT } from './build-output.ts';
import { PROJECT_FOLDER, RENDERER_FOLDER } from './project.ts';
import { readWebMemory, writeWebMemory } from './web-memory.ts';

export interface RunningWebHost {
  readonly address: string;
  /** Settles when everything is closed: sockets, server, then the database. */
  readonly close: () => Promise<void>;
  /** Settles when the engine cannot be kept running. */
  readonly gaveUp: Promise<Error>;
  /** The end of the address on which a page opens a file of this machine. */
  readonly hand: (path: string) => Promise<string>;
}

/** The whole application on loopback: user interface built when it is stale, engine started, page served. */
export async function runWebHost(port: number, dataFolder: string): Promise<RunningWebHost> {
  const [engine] = await Promise.all([keepEngine({ dataFolder }), ensureRenderer()]);
  noteTime('engine');
  try {
    const host = await listenAgain(port, dataFolder, engine.connect);
    return {
      address: host.address,
      gaveUp: engine.gaveUp,
      hand: (path) => handFile(engine.connect, path),
      close: async () => {
        await host.close();
        await engine.close();
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/**
 * Listens where the host before did, unless a port is asked for or another program has it by now: a page that stayed
 * open comes back by itself, and the browser finds what it kept of the user interface.
 */
async function listenAgain(port: number, dataFolder: string, connect: () => MessagePort): Promise<WebHost> {
  const memory = readWebMemory(dataFolder);
  const start = (at: number) =>
    startWebHost({ port: at, rendererFolder: RENDERER_FOLDER, connect, resumeKey: memory.resumeKey });
  const host = await start(port === 0 ? (memory.port ?? 0) : port).catch((error: unknown) => {
    const isTaken = error instanceof UserError && error.code === 'PORT_IN_USE';
    if (port !== 0 || !isTaken) throw error;
    return start(0);
  });
  writeWebMemory(dataFolder, { ...memory, port: host.port });
  return host;
}

/** A build that fails leaves what was built before; only when there is nothing the host refuses to start. */
async function ensureRenderer(): Promise<void> {
  try {
    await ensureBuilt(PROJECT_FOLDER, RENDERER_OUTPUT);
    noteTime('interface');
  } catch (error) {
    process.stderr.write(`KH02 Center: ${String(error)}\n`);
  }
}
