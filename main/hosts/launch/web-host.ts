import { handFile } from '#main/hosts/engine/hand-file.ts';
import { keepEngine } from '#main/hosts/engine/kept-engine.ts';
import { startWebHost } from '#main/hosts/web/server.ts';
import { ensureBuilt, RENDERER_OUTPUT } from './build-output.ts';
import { PROJECT_FOLDER, RENDERER_FOLDER } from './project.ts';

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
  try {
    const host = await startWebHost({ port, rendererFolder: RENDERER_FOLDER, connect: engine.connect });
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

/** A build that fails leaves what was built before; only when there is nothing the host refuses to start. */
async function ensureRenderer(): Promise<void> {
  try {
    await ensureBuilt(PROJECT_FOLDER, RENDERER_OUTPUT);
  } catch (error) {
    process.stderr.write(`KH02 Center: ${String(error)}\n`);
  }
}
