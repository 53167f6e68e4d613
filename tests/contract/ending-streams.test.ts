import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { Context } from '#main/core/ground/context.ts';
import { createPortServer } from '#main/hosts/engine/serve-port.ts';
import { startWebHost, type WebHost } from '#main/hosts/web/server.ts';
import type { Client } from '#shared/contract/contract.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { smallRenderer } from '#tests/setup/renderer-folder.ts';
import { openWebClient } from '#tests/setup/web-client.ts';

/** The application's context, which also tells when a subscriber's stream has ended in the engine. */
function watchStreams(context: Context): { context: Context; ended: () => Promise<void> } {
  let end = Promise.withResolvers<void>();
  const subscribe: Context['events']['subscribe'] = async function* (signal) {
    try {
      yield* context.events.subscribe(signal);
    } finally {
      end.resolve();
      end = Promise.withResolvers();
    }
  };
  const watched = { ...context, events: { ...context.events, subscribe } };
  return { context: watched, ended: () => end.promise };
}

let application: Application;
let ended: () => Promise<void>;
let connect: () => MessagePort;
let host: WebHost;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
  const watched = watchStreams(application.context);
  ended = watched.ended;
  const serve = createPortServer({ router: application.router, context: watched.context });
  connect = () => {
    const { port1, port2 } = new MessageChannel();
    serve(port2);
    return port1;
  };
  host = await startWebHost({ port: 0, rendererFolder: smallRenderer(), connect });
});

afterAll(async () => {
  await host.close();
  await application.close();
});

describe('a stream of the contract', () => {
  it('ends in the engine when the listener stops, over a port', async () => {
    const port = connect();
    const client: Client = createORPCClient(new RPCLink({ port }));
    const events = await client.application.events();
    await events.next();
    const end = ended();
    await events.return?.();
    await end;
    port.close();
  });

  it('ends in the engine when its signal is aborted', async () => {
    const { client, socket } = await openWebClient(host);
    const controller = new AbortController();
    const events = await client.application.events(undefined, { signal: controller.signal });
    await events.next();
    const end = ended();
    controller.abort();
    await end;
    socket.close();
  });

  it('ends in the engine when the port closes', async () => {
    const port = connect();
    const client: Client = createORPCClient(new RPCLink({ port }));
    const events = await client.application.events();
    await events.next();
    const end = ended();
    port.close();
    await end;
  });

  it('ends in the engine when the listener stops, over a WebSocket', async () => {
    const { client, socket } = await openWebClient(host);
    const events = await client.application.events();
    await events.next();
    const end = ended();
    await events.return?.();
    await end;
    socket.close();
  });

  it('ends in the engine when the WebSocket breaks off', async () => {
    const { client, socket } = await openWebClient(host);
    const events = await client.application.events();
    await events.next();
    const end = ended();
    socket.terminate();
    await end;
  });

  it('closes the WebSocket of a page whose port the engine lost', async () => {
    const ports: MessagePort[] = [];
    const other = await startWebHost({
      port: 0,
      rendererFolder: smallRenderer(),
      connect: () => {
        const port = connect();
        ports.push(port);
        return port;
      },
    });
    const { socket } = await openWebClient(other);
    const closed = once(socket, 'close');
    ports[0]?.close();
    expect((await closed)[0]).toBe(1001);
    await other.close();
  });

  it('is given up by the caller when the call itself is aborted', async () => {
    const { client, socket } = await openWebClient(host);
    const controller = new AbortController();
    const call = client.status.history({}, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(await client.application.info()).toMatchObject({ dataFolder: application.context.dataFolder });
    socket.close();
  });

  it('leaves the engine alive when a message is no message of the protocol', async () => {
    const { client, socket } = await openWebClient(host);
    socket.send('no message');
    socket.send(new Uint8Array([123, 255, 0]));
    expect(await client.application.info()).toMatchObject({ dataFolder: application.context.dataFolder });
    socket.close();
  });
});
