import { type ClientContext, type ClientLink, createORPCClient } from '@orpc/client';
import type { ApplicationEvent } from '#shared/contract/application.ts';
import type { Client } from '#shared/contract/contract.ts';
import { dropEarly, takeEarly } from './early-answers.ts';
import { type EngineState, Pulse } from './pulse.ts';
import type { OpenTransport, Transport } from './transport.ts';

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

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

/** Keeps a line to the engine open for as long as the page lives: opens, listens, notices silence, opens again. */
export function createConnection(open: OpenTransport): Connection {
  const changeListeners = new Set<(change: Change) => void>();
  const line = createLine();
  const pulse = new Pulse();
  const ending = new AbortController();
  const announce = (change: Change): void => {
    dropEarly();
    for (const listener of changeListeners) listener(change);
  };
  const use = async (transport: Transport, isFirst: boolean): Promise<void> => {
    line.use(transport.link);
    if (isFirst) performance.mark('kh02-line');
    else announce({ kind: 'reconnected' });
    await listen(transport, pulse, announce).finally(() => {
      line.drop();
      transport.close();
    });
  };
  void keepOpen(open, use, pulse, ending.signal);
  return {
    client: createORPCClient(line.link),
    engine: pulse.engine,
    onEngine: pulse.onEngine,
    onChange: (listener) => {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    close: () => {
      ending.abort();
      pulse.stop();
      line.drop();
    },
  };
}

/** Opens one line after the other, with growing pauses while none can be had. */
async function keepOpen(
  open: OpenTransport,
  use: (transport: Transport, isFirst: boolean) => Promise<void>,
  pulse: Pulse,
  ending: AbortSignal,
): Promise<void> {
  let retryMs = FIRST_RETRY_MS;
  for (let turn = 0; !ending.aborted; turn += 1) {
    try {
      const transport = await open();
      retryMs = FIRST_RETRY_MS;
      await use(transport, turn === 0);
    } catch (error) {
      console.warn('The line to the engine is down:', error);
      pulse.meetTrouble(error);
    }
    // Nothing tells that a host is back: it can only be asked, ever more seldom.
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }
}

/** Hears a line's events; settles when it has ended or fallen silent. */
async function listen(transport: Transport, pulse: Pulse, announce: (change: Change) => void): Promise<void> {
  const client: Client = createORPCClient(transport.link);
  const silence = pulse.untilSilent();
  const events = (async () => {
    for await (const event of await client.application.events()) {
      if (event.kind === 'changed') announce(event);
      else pulse.heardBeat(event);
    }
  })();
  // A closed port does not end the iterator, so whichever is first ends the turn.
  await Promise.race([events, transport.ended, silence]);
  events.catch(() => undefined);
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
