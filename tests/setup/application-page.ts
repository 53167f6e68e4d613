import { type Browser, chromium, type Page } from 'playwright-core';
import type { Door } from '#main/hosts/web/way-in.ts';
import { findBrowser } from './browser.ts';
import { filledFolder } from './data-folder.ts';
import { HANG_MS } from './hang.ts';
import { type Started, startHost } from './run-program.ts';
import { signIn } from './web-client.ts';

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** What follows the address, such as `#/ban-do`. */
  readonly route?: string;
}

/** The real application on the loopback host with the built-in data, and a real browser in front of it. */
export interface RunningApplication {
  /** Of the page, without any way in: pages have the cookie. */
  readonly address: string;
  readonly door: Door;
  readonly dataFolder: string;
  /** A new page in a session of its own; what it logs as an error is gathered in `problems`. */
  readonly openPage: (options?: PageOptions) => Promise<Page>;
  /** Errors of scripts, error messages of the console, and requests that would leave this machine. */
  readonly problems: readonly string[];
  /** Ends the host as a crash or a power cut would, and leaves the pages open. */
  readonly stopHost: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts both on the built-in data or another folder; close it in `afterAll`. */
export async function startApplication(dataFolder = filledFolder()): Promise<RunningApplication> {
  const host: Started = await startHost(['--host', 'web', '--no-open', '--data', dataFolder]);
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const address = `http://127.0.0.1:${host.door.port}/`;
  const [name = '', value = ''] = (await signIn(host.door)).split('=');
  const cookie = { name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Strict' } as const;
  const problems: string[] = [];
  return {
    address,
    door: host.door,
    dataFolder,
    problems,
    openPage: async ({ width = 1920, height = 1080, colorScheme = 'light', route = '' } = {}) => {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme });
      page.setDefaultTimeout(HANG_MS);
      await page.context().addCookies([cookie]);
      watch(page, new URL(address).origin, problems);
      await page.goto(`${address}${route}`);
      return page;
    },
    stopHost: async () => {
      await host.stop('SIGKILL');
    },
    close: async () => {
      await browser.close();
      await host.stop('SIGTERM');
    },
  };
}

function watch(page: Page, origin: string, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    const isOurs = url.startsWith(origin) || url.startsWith('data:') || url.startsWith('blob:');
    if (!isOurs) problems.push(`request: ${url}`);
  });
}
