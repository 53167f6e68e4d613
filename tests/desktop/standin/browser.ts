import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '#tests/setup/browser.ts';

/** Chromium does not load app:// addresses from outside; pages see the same host under https instead. */
const INSIDE = 'https://bundle/';
const OUTSIDE = 'app://bundle/';

export function toInside(address: string): string {
  return address.startsWith(OUTSIDE) ? INSIDE + address.slice(OUTSIDE.length) : address;
}

export function toOutside(address: string): string {
  return address.startsWith(INSIDE) ? OUTSIDE + address.slice(INSIDE.length) : address;
}

const profile = mkdtempSync(join(tmpdir(), 'kh02-standin-'));
let context: Promise<BrowserContext> | undefined;

/** The one browser behind all windows. Says on standard error where a test may join it. */
export function openBrowser(): Promise<BrowserContext> {
  context ??= launch();
  return context;
}

async function launch(): Promise<BrowserContext> {
  const opened = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    viewport: null,
    args: ['--no-sandbox', '--remote-debugging-port=0', '--window-size=1600,1000'],
  });
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  process.stderr.write(`DevTools listening on ws://127.0.0.1:${port}${path}\n`);
  return opened;
}

export async function closeBrowser(): Promise<void> {
  await (await context)?.close();
  rmSync(profile, { recursive: true, force: true });
}
