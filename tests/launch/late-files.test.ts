import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, it } from 'vitest';
import { startWebHost, type WebHost } from '#main/hosts/web/server.ts';
import { rawRequest } from '#tests/setup/raw-http.ts';
import { smallRenderer } from '#tests/setup/renderer-folder.ts';
import { signIn } from '#tests/setup/web-client.ts';

let host: WebHost;
afterEach(() => host.close());

/** A host that listens while its folder is still being brought up to date. */
async function startLate(rendererFolder: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const connect = () => new MessageChannel().port1;
  host = await startWebHost({ port: 0, rendererFolder, connect, refresh: () => promise });
  const cookie = await signIn(host);
  return { answer: rawRequest(host.port, '/', { cookie }), finish: resolve };
}

it('keeps a page waiting for files that are being made anew, and then serves the new ones', async () => {
  const folder = smallRenderer();
  const { answer, finish } = await startLate(folder);
  writeFileSync(join(folder, 'index.html'), 'the new page');
  finish();
  expect(await answer).toMatchObject({ status: 200, body: 'the new page' });
  await host.ready;
});

it('tells a page and whoever started it when the files cannot be read', async () => {
  const folder = smallRenderer();
  const { answer, finish } = await startLate(folder);
  rmSync(folder, { recursive: true });
  finish();
  expect(await answer).toMatchObject({ status: 500 });
  await expect(host.ready).rejects.toMatchObject({ code: 'RENDERER_MISSING' });
});
