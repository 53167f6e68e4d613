import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launchEngine, type StartingEngine, startEngine } from '#main/hosts/engine/engine.ts';
import { type KeptEngine, keepEngine } from '#main/hosts/engine/kept-engine.ts';
import type { EngineOptions } from '#main/hosts/engine/messages.ts';
import { noteTime } from '#main/hosts/engine/start-times.ts';
import { newSecret } from '#main/hosts/web/secrets.ts';
import { startWebHost, type WebHost, type WebHostOptions } from '#main/hosts/web/server.ts';
import type { Door } from '#main/hosts/web/way-in.ts';
import { UserError } from '#shared/contract/errors.ts';
import { ensureBuilt, RENDERER_OUTPUT } from './build-output.ts';
import { PROJECT_FOLDER, RENDERER_FOLDER } from './project.ts';
import { readWebMemory, writeWebMemory } from './web-memory.ts';

export interface RunningWebHost extends Door {
  /** Settles when pages and calls are answered; rejects with what kept either from it. Until then they wait. */
  readonly started: Promise<void>;
  /** Settles when everything is closed: sockets, server, then the database. */
  readonly close: () => Promise<void>;
  /** Settles when the engine cannot be kept running. */
  readonly gaveUp: Promise<Error>;
  /** The end of the address on which a page opens a file of this machine. */
  readonly hand: (path: string) => Promise<string>;
}

/**
 * The whole application on loopback: user interface built when it is stale, page served, engine started. Settles as
 * soon as the port is taken: a page waits for its files, and what it asks before the engine answers waits in its port.
 * By `hostKey` it proves itself to a second start.
 */
export async function runWebHost(
  port: number,
  dataFolder: string,
  hostKey = newSecret(),
  beginsAnew = false,
  around: Pick<EngineOptions, 'workspaces' | 'opensWorkspaces' | 'person' | 'readOnlyFolder'> = {},
): Promise<RunningWebHost> {
  const options = { ...around, dataFolder };
  const starting = launchEngine({ ...options, beginsAnew });
  const kept = keepStarting(starting, options);
  // Heard of below, and by the caller; whichever is first must not end the process.
  kept.catch(() => undefined);
  let engine: Pick<KeptEngine, 'connect' | 'close'> = { connect: starting.connect, close: starting.abandon };
  void kept.then(
    (running) => {
      engine = running;
      noteTime('engine');
    },
    () => undefined,
  );
  try {
    const hasRenderer = existsSync(join(RENDERER_FOLDER, RENDERER_OUTPUT.proof));
    // The first time there is nothing to open a window on; later what is stale is built while the window opens.
    if (!hasRenderer)
      await Promise.race([ensureRenderer(), kept.then(() => new Promise<never>(() => undefined))]);
    const host = await listenAgain(port, dataFolder, {
      hostKey,
      connect: () => engine.connect(),
      filling: starting.filling,
      ...(hasRenderer ? { refresh: ensureRenderer } : {}),
    });
    noteTime('listening');
    return {
      port: host.port,
      issueTicket: host.issueTicket,
      started: Promise.all([kept, host.ready]).then(() => undefined),
      hand: async (path) => {
        // Not read while somebody waits for a window (start.ts).
        const { handFile } = await import('#main/hosts/engine/hand-file.ts');
        return handFile(() => engine.connect(), path);
      },
      gaveUp: kept.then(
        ({ gaveUp }) => gaveUp,
        () => new Promise(() => undefined),
      ),
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

async function keepStarting(starting: StartingEngine, engine: EngineOptions): Promise<KeptEngine> {
  await starting.started;
  let isFirst = true;
  return keepEngine(engine, async (options) => {
    if (!isFirst) return startEngine(options);
    isFirst = false;
    return starting;
  });
}

type EngineDoor = Pick<WebHostOptions, 'connect' | 'filling' | 'hostKey' | 'refresh'>;

/**
 * Listens where the host before did, unless a port is asked for or another program has it by now: a page that stayed
 * open comes back by itself, and the browser finds what it kept of the user interface.
 */
async function listenAgain(port: number, dataFolder: string, engine: EngineDoor): Promise<WebHost> {
  const memory = readWebMemory(dataFolder);
  const start = (at: number) =>
    startWebHost({ port: at, rendererFolder: RENDERER_FOLDER, resumeKey: memory.resumeKey, ...engine });
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
