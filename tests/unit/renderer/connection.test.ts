import type { ClientLink } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { type Change, type Connection, createConnection } from '#renderer/ground/client/connection.ts';
import type { Transport } from '#renderer/ground/client/transport.ts';
import type { ApplicationEvent } from '#shared/contract/application.ts';

/** A line to an engine of our own making: it beats once, then says only what the test lets it say. */
function line(everyMs: number) {
  const ended = Promise.withResolvers<void>();
  const said: ApplicationEvent[] = [
    { kind: 'beat', at: '2025-12-29T09:00:00.000Z', everyMs, isDatabaseMoved: false },
  ];
  let wake = Promise.withResolvers<void>();
  async function* events(): AsyncGenerator<ApplicationEvent> {
    for (;;) {
      while (said.length > 0) yield said.shift() as ApplicationEvent;
      await wake.promise;
      wake = Promise.withResolvers();
    }
  }
  const link: ClientLink<object> = {
    call: async (path) => (path.join('.') === 'application.events' ? events() : path.join('.')),
  };
  const transport: Transport = { link, ended: ended.promise, close: () => undefined };
  return {
    transport,
    breakOff: ended.resolve,
    say: (event: ApplicationEvent) => {
      said.push(event);
      wake.resolve();
    },
  };
}

function until(connection: Connection, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = connection.onEngine(check);
    function check(): void {
      if (!isSo()) return;
      stop();
      resolve();
    }
    check();
  });
}

function nextChange(connection: Connection): Promise<Change> {
  return new Promise((resolve) => {
    const stop = connection.onChange((change) => {
      stop();
      resolve(change);
    });
  });
}

describe('connection', () => {
  it('is live from the first beat and tells of changes', async () => {
    const only = line(60_000);
    const connection = createConnection(async () => only.transport);
    expect(connection.engine().state).toBe('starting');
    await until(connection, () => connection.engine().state === 'live');
    const change = nextChange(connection);
    only.say({ kind: 'changed', at: '2025-12-29T09:00:01.000Z', topics: ['alerts'] });
    expect(await change).toMatchObject({ kind: 'changed', topics: ['alerts'] });
    connection.close();
  });

  it('lets a call wait until there is a line', async () => {
    const opened = Promise.withResolvers<Transport>();
    const connection = createConnection(() => opened.promise);
    const answer = connection.client.application.info();
    opened.resolve(line(60_000).transport);
    expect(await answer).toBe('application.info');
    connection.close();
  });

  it('stops waiting when the caller gives up', async () => {
    const connection = createConnection(() => new Promise(() => undefined));
    const abort = new AbortController();
    const answer = connection.client.application.info(undefined, { signal: abort.signal });
    abort.abort();
    await expect(answer).rejects.toThrow('aborted');
    connection.close();
  });

  it('opens another line when one breaks, and says that it has', async () => {
    const lines = [line(60_000), line(60_000)];
    let opened = 0;
    const connection = createConnection(async () => {
      const next = lines[opened];
      opened += 1;
      if (next === undefined) throw new Error('No third line');
      return next.transport;
    });
    await until(connection, () => connection.engine().state === 'live');
    const change = nextChange(connection);
    lines[0]?.breakOff();
    expect(await change).toEqual({ kind: 'reconnected' });
    expect(await connection.client.application.info()).toBe('application.info');
    connection.close();
  });

  it('is silent after three beats were missed, and tries another line', async () => {
    let opened = 0;
    const connection = createConnection(async () => {
      opened += 1;
      return line(opened === 1 ? 10 : 60_000).transport;
    });
    await until(connection, () => connection.engine().state === 'silent');
    expect(connection.engine().lastBeatAt).not.toBeNull();
    await until(connection, () => connection.engine().state === 'live');
    expect(opened).toBe(2);
    connection.close();
  });
});
