import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Engine } from '#main/hosts/engine/engine.ts';
import type { Client } from '#shared/contract/contract.ts';

/** The caller of an engine in its own thread, over a port as a page has it; it goes when the engine closes. */
export function engineClient(engine: Engine): Client {
  const port = engine.connect();
  const client: Client = createORPCClient(new RPCLink({ port }));
  port.start();
  return client;
}
