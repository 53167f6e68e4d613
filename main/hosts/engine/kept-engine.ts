import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { type Engine, startEngine } from './engine.ts';
import { logMistake } from './log.ts';
import type { EngineOptions } from './messages.ts';

/** An engine that is started again when its thread dies: a wall display runs for weeks without a hand on it. */
export interface KeptEngine {
  /** A port into the engine; while there is none the port closes at once, and its page tries again. */
  readonly connect: () => MessagePort;
  readonly close: () => Promise<void>;
  /** Settles with the last reason when the engine died too often to go on. */
  readonly gaveUp: Promise<Error>;
}

/** More deaths than this within the span are no accident, and starting once more would only hide it. */
const DEATHS_AT_MOST = 3;
const SPAN_MS = 60_000;

/** Starts the engine as `startEngine` does (the same errors), and keeps it running from then on. */
export async function keepEngine(options: EngineOptions, start = startEngine): Promise<KeptEngine> {
  let engine: Engine | null = await start(options);
  let isClosing = false;
  const deaths: number[] = [];
  const gaveUp = Promise.withResolvers<Error>();

  const watch = async (running: Engine): Promise<void> => {
    const reason = await running.died;
    engine = null;
    logMistake('engine', reason);
    deaths.push(Date.now());
    const recent = deaths.filter((at) => Date.now() - at < SPAN_MS).length;
    if (recent > DEATHS_AT_MOST) return gaveUp.resolve(reason);
    // What was said of the first start is not said of this one.
    const next = await start({ ...options, beginsAnew: false });
    if (isClosing) return next.close();
    engine = next;
    keepWatching(next);
  };
  const keepWatching = (running: Engine): void => {
    watch(running).catch((error: Error) => gaveUp.resolve(error));
  };

  keepWatching(engine);
  return {
    connect: () => engine?.connect() ?? closedPort(),
    close: async () => {
      isClosing = true;
      await engine?.close();
    },
    gaveUp: gaveUp.promise,
  };
}

function closedPort(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port2.close();
  return port1;
}
