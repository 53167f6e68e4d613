import { readdirSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Application, createApp, defaultAssetsFolder } from '#main/core/app.ts';
import { createBriefingRunner } from '#main/hosts/engine/job-runners.ts';
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
  const runner = createBriefingRunner(defaultAssetsFolder(), () => {
    const { port1, port2 } = new MessageChannel();
    serve(port1);
    return port2;
  });
  const columns = [{ title: 'Đơn vị', format: 'text' as const }];
  const words = { title: 'Thử', format: 'csv', language: 'vi', filters: [] as string[] } as const;
  const table = { ...words, columns, rows: [['Đắk Lắk']], out: freshFolder() };
  const job = () => runner.run('table', table, {});
  expect(await job()).toMatchObject({ rows: 1 });
  // What is left to wait for is the end of the idle thread.
  vi.runOnlyPendingTimers();
  expect(await job()).toMatchObject({ rows: 1 });
});

it('a job whose thread dies fails at what it was doing, and the next one gets another thread', async () => {
  const serve = createPortServer(application);
  let isBroken = true;
  const runner = createBriefingRunner(defaultAssetsFolder(), () => {
    const { port1, port2 } = new MessageChannel();
    if (isBroken) port1.on('message', () => port1.postMessage('no message of the protocol'));
    else serve(port1);
    return port2;
  });
  const describing = () => runner.run('describe', { kind: 'gap', language: 'vi' }, {});
  await expect(describing()).rejects.toMatchObject({ code: 'JOB_FAILED', values: { reason: 'mistake' } });
  isBroken = false;
  expect((await describing()).pages.length).toBeGreaterThan(1);
});

it('a job that is stopped ends with CANCELLED when it has cleared away, also before it began', async () => {
  const serve = createPortServer(application);
  const runner = createBriefingRunner(defaultAssetsFolder(), () => {
    const { port1, port2 } = new MessageChannel();
    serve(port1);
    return port2;
  });
  const out = freshFolder();
  const provinces = (signal: AbortSignal, onProgress?: () => void) =>
    runner.run('provinces', { format: 'csv', language: 'vi', out }, { signal, onProgress });
  await expect(provinces(AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
  const stop = new AbortController();
  await expect(provinces(stop.signal, () => stop.abort())).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(out).filter((name) => !name.endsWith('.csv'))).toEqual([]);
});
