import { extname, join } from 'node:path';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { FillingProgress } from '#main/core/prepare.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { EngineOptions, FromEngine, ToEngine } from './messages.ts';

/** The application running in its own thread. */
export interface Engine {
  /** A port on which the contract answers; close it when its user is gone. */
  readonly connect: () => MessagePort;
  /** Settles when the writer was idle, the database is closed and the thread gone; open ports close with it. */
  readonly close: () => Promise<void>;
  /** Settles only when the thread ends without being asked to; the value says why. */
  readonly died: Promise<Error>;
}

interface ThreadEnd {
  readonly code: number;
  readonly error: Error;
}

// From sources this is worker.ts, bundled it is worker.js; both lie beside this module.
const WORKER_FILE = join(import.meta.dirname, `worker${extname(import.meta.filename)}`);

/**
 * MB of short-lived objects: rows being read, answers on their way out. V8's own choice on a large machine is ten times
 * as much, which makes reading a large file slower rather than faster; `tests/bench/intake.ts` measures with the same.
 */
const YOUNG_GENERATION_MB = 12;

/** An engine on its way: ports may be taken already, and what they are sent waits until it answers. */
export interface StartingEngine extends Engine {
  /**
   * Settles when it answers calls; rejects with the UserError with which it refused to start (folder, database), or
   * with the error that ended the thread.
   */
  readonly started: Promise<void>;
  /** How far the filling of a new data folder is; null when there is nothing to fill. */
  readonly filling: () => FillingProgress | null;
  /** Ends the thread without waiting for what it is doing; a filling begins anew the next time. */
  readonly abandon: () => Promise<void>;
}

/** Told of the folder whose workspace is to be opened instead of this one. */
export type OnOpen = (folder: string) => void;

/** Starts the application on the data folder in a worker thread, and settles or throws as `started` above does. */
export async function startEngine(options: EngineOptions, onOpen?: OnOpen): Promise<Engine> {
  const engine = launchEngine(options, onOpen);
  await engine.started;
  return engine;
}

/** The same without waiting for it. Whoever calls this must hear of `started`. */
export function launchEngine(options: EngineOptions, onOpen: OnOpen = () => undefined): StartingEngine {
  const worker = new Worker(WORKER_FILE, {
    workerData: options,
    name: 'engine',
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  });
  const end = watchEnd(worker);
  let filling: FillingProgress | null = null;
  const onFilling = (progress: FillingProgress | null): void => {
    filling = progress;
  };
  let isClosing = false;
  return {
    started: started(worker, end, { onFilling, onOpen }),
    filling: () => filling,
    abandon: async () => {
      isClosing = true;
      await worker.terminate();
    },
    connect: () => {
      const { port1, port2 } = new MessageChannel();
      say(worker, { kind: 'connect', port: port2 }, [port2]);
      return port1;
    },
    close: async () => {
      isClosing = true;
      say(worker, { kind: 'close' });
      const { code, error } = await end;
      if (code !== 0) throw error;
    },
    died: new Promise((resolve) => {
      void end.then(({ error }) => isClosing || resolve(error));
    }),
  };
}

function say(worker: Worker, message: ToEngine, transfer: MessagePort[] = []): void {
  worker.postMessage(message, transfer);
}

/** Settles when the thread is gone, whatever ended it. */
function watchEnd(worker: Worker): Promise<ThreadEnd> {
  return new Promise((resolve) => {
    let cause: unknown;
    worker.once('error', (error) => {
      cause = error;
    });
    worker.once('exit', (code) => {
      const error = cause instanceof Error ? cause : new Error(`The engine ended with exit code ${code}`);
      resolve({ code, error });
    });
  });
}

type Outcome = Exclude<FromEngine, { kind: 'filling' | 'open' }>;

interface Listeners {
  readonly onFilling: (progress: FillingProgress | null) => void;
  readonly onOpen: OnOpen;
}

async function started(
  worker: Worker,
  end: Promise<ThreadEnd>,
  { onFilling, onOpen }: Listeners,
): Promise<void> {
  const outcome = new Promise<Outcome>((resolve) => {
    worker.on('message', (message: FromEngine) => {
      if (message.kind === 'filling') onFilling(message.progress);
      else if (message.kind === 'open') onOpen(message.folder);
      else resolve(message);
    });
  });
  const answer = await Promise.race([outcome, end]);
  onFilling(null);
  if ('error' in answer) throw answer.error;
  if (answer.kind === 'refused') {
    await end;
    throw new UserError(answer.code, answer.values);
  }
}
