import { chromium } from 'playwright-core';
import type { Door } from '#main/hosts/web/way-in.ts';
import type { Client } from '#shared/contract/contract.ts';
import { findBrowser } from '#tests/setup/browser.ts';
import { startHost } from '#tests/setup/run-program.ts';
import { openWebClient, signIn } from '#tests/setup/web-client.ts';

/** The web host on a data folder, with the contract over its socket. */
export async function withHost<T>(
  dataFolder: string,
  work: (host: { readonly door: Door; readonly client: Client }) => Promise<T>,
): Promise<T> {
  const host = await startHost(['--host', 'web', '--no-open', '--data', dataFolder]);
  const { client, socket } = await openWebClient(host.door);
  try {
    return await work({ door: host.door, client });
  } finally {
    socket.close();
    await host.stop('SIGTERM');
  }
}

/** Until a browser shows the first screen; starting the browser counts. */
export async function firstScreen(door: Door): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    const [name = '', value = ''] = (await signIn(door)).split('=');
    await page.context().addCookies([{ name, value, domain: '127.0.0.1', path: '/' }]);
    await page.goto(`http://127.0.0.1:${door.port}/`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  } finally {
    await browser.close();
  }
}
