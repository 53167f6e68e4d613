import { createApp } from '#main/core/app.ts';
import { describeContract } from './suite.ts';

describeContract('a call in the same process', async (dataFolder) => {
  const application = await createApp({ dataFolder });
  return { connect: async () => application.client, close: () => application.close() };
});
