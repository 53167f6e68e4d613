import { MessageChannel } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Application, createApp, defaultAssetsFolder } from '#main/core/app.ts';
import { createJobRunner } from '#main/hosts/engine/job-runner.ts';
import { createPortServer } from '#main/hosts/engine/serve-port.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

let application: Application;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());
afterEach(() => vi.useRealTimers());

it('a job that comes while the idle thread is being ended is done by the next one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const serve = createPortServer(application);
  const runner = createJobRunner(defaultAssetsFolder(), () => {
    const { port1, port2 } = new MessageChannel();
    serve(port1);
    return port2;
  });
  const columns = [{ title: 'Đơn vị', format: 'text' as const }];
  const words = { title: 'Thử', format: 'csv', language: 'vi', filters: [] as string[] } as const;
  const table = { ...words, columns, rows: [['Đắk Lắk']], out: freshFolder() };
  const job = () => runner.run('table', table, undefined, {});
  expect(await job()).toMatchObject({ rows: 1 });
  // What is left to wait for is the end of the idle thread.
  vi.runOnlyPendingTimers();
  expect(await job()).toMatchObject({ rows: 1 });
});
