import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import type { ApplicationEvent } from '#shared/contract/application.ts';
import type { Client } from '#shared/contract/contract.ts';
import { takeEarly } from './early-answers.ts';
import { LineError, type LineTrouble, type OpenTransport, type Transport } from './transport.ts';

/** What the frame shows: `starting` before the first beat, `silent` after three beats were missed. */
export interface EngineState {
  readonly state: 'starting' | 'live' | 'silent';
  /** Epoch milliseconds of the last beat heard; null before the first. */
  readonly lastBeatAt: number | null;
  /** Why the line cannot be had again, where that is known. */
  readonly trouble: LineTrouble | null;
}

export interface Connection {
  /** The typed caller. A call made while the line is down waits for the next line. */
  readonly client: Client;
  readonly engine: () => EngineState;
  /** Tells when the engine's state changes; returns the way to stop listening. */
  readonly onEngine: (listener: () => void) => () => void;
  /** Tells of every change the engine announces, and of 'reconnected' when a new line replaced a lost one. */
  readonly onChange: (listener: (change: Change) => void) => () => void;
  readonly close: () => void;
}

export type Change = Extract<ApplicationEvent, { kind: 'changed' }> | { readonly kind: 'reconnected' };

const MISSED_BEATS = 3;
/** Until the first beat has told its interval. */
const ASSUMED_BEAT_MS = 5000;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

/** Keeps a line to the engine open for as long as the page lives: opens, listens, notices silence, opens again. */
export function createConnection(open: OpenTransport): Connection {
  const engineListeners = new Set<() => void>();
  const changeListeners = new Set<(change: Change) => void>();
  const line = createLine();
  let engine: EngineState = { state: 'starting', lastBeatAt: null, trouble: null };
  let isClosed = false;
  let beatEveryMs = ASSUMED_BEAT_MS;
  let watchdog: ReturnType<typeof setTimeout> | undefined;

  const setEngine = (next: EngineState): void => {
    engine = next;
    for (const listener of engineListeners) listener();
  };
  const announce = (change: Change): void => {
    for (const listener of changeListeners) listener(change);
  };
  let onSilence = (): void => undefined;
  const armWatchdog = (): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      watchdog = undefined;
      setEngine({ ...engine, state: 'silent' });
      onSilence();
    }, beatEveryMs * MISSED_BEATS);
  };
  const heardBeat = (): void => {
    setEngine({ state: 'live', lastBeatAt: Date.now(), trouble: null });
    armWatchdog();
  };
  const meetTrouble = (error: unknown): void => {
    const trouble = error instanceof LineError ? error.trouble : null;
    // Whoever is refused will be refused again: nothing is won by waiting for missed beats.
    const state = trouble === 'refused' ? 'silent' : engine.state;
    if (trouble !== engine.trouble || state !== engine.state) setEngine({ ...engine, state, trouble });
  };
  const listen = async (transport: Transport): Promise<void> => {
    const client: Client = createORPCClient(transport.link);
    const silence = Promise.withResolvers<void>();
    onSilence = silence.resolve;
    // Only when it has gone off: a line that opens and breaks over and over must not put silence off for ever.
    if (watchdog === undefined) armWatchdog();
    const events = (async () => {
      for await (const event of await client.application.events()) {
        if (event.kind === 'changed') announce(event);
        else {
          beatEveryMs = event.everyMs;
          heardBeat();
        }
      }
    })();
    // A closed port does not end the iterator, so whichever is first ends the turn.
    await Promise.race([events, transport.ended, silence.promise]);
    events.catch(() => undefined);
  };

  armWatchdog();
  void (async () => {
    let retryMs = FIRST_RETRY_MS;
    for (let turn = 0; !isClosed; turn += 1) {
      try {
        const transport = await open();
        retryMs = FIRST_RETRY_MS;
        line.use(transport.link);
        if (turn === 0) performance.mark('kh02-line');
        if (turn > 0) announce({ kind: 'reconnected' });
        await listen(transport).finally(() => {
          line.drop();
          transport.close();
        });
      } catch (error) {
        console.warn('The line to the engine is down:', error);
        meetTrouble(error);
      }
      await new Promise((resolve) => setTimeout(resolve, retryMs));
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    }
  })();

  return {
    client: createORPCClient(line.link),
    engine: () => engine,
    onEngine: (listener) => listenIn(engineListeners, listener),
    onChange: (listener) => listenIn(changeListeners, listener),
    close: () => {
      isClosed = true;
      clearTimeout(watchdog);
      line.drop();
    },
  };
}

function listenIn<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

interface Line {
  readonly link: ClientLink<ClientContext>;
  readonly use: (link: ClientLink<ClientContext>) => void;
  readonly drop: () => void;
}

/** A link that passes calls to whichever transport is open, and lets them wait while none is. */
function createLine(): Line {
  let current = Promise.withResolvers<ClientLink<ClientContext>>();
  let isOpen = false;
  return {
    link: {
      call: async (path, input, options) => {
        const early = takeEarly(path, input);
        if (early !== undefined) return early;
        const link = await untilAborted(current.promise, options.signal);
        return link.call(path, input, options);
      },
    },
    use: (link) => {
      isOpen = true;
      current.resolve(link);
    },
    drop: () => {
      if (isOpen) current = Promise.withResolvers();
      isOpen = false;
    },
  };
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
