import { startEngine } from '#main/hosts/engine/engine.ts';
import { startWebHost } from '#main/hosts/web/server.ts';
import { smallRenderer } from '#tests/setup/renderer-folder.ts';
import { openWebClient } from '#tests/setup/web-client.ts';
import { describeContract } from './suite.ts';

describeContract('a WebSocket of the web host', async (dataFolder) => {
  const engine = await startEngine({ dataFolder });
  const host = await startWebHost({ port: 0, rendererFolder: smallRenderer(), connect: engine.connect });
  return {
    connect: async () => (await openWebClient(host)).client,
    close: async () => {
      await host.close();
      await engine.close();
    },
  };
});
