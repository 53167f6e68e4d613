import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { startEngine } from '#main/hosts/engine/engine.ts';
import type { Client } from '#shared/contract/contract.ts';
import { describeContract } from './suite.ts';

describeContract('a message port into the worker thread', async (dataFolder) => {
  const engine = await startEngine({ dataFolder });
  return {
    connect: async (): Promise<Client> => createORPCClient(new RPCLink({ port: engine.connect() })),
    close: () => engine.close(),
  };
});
