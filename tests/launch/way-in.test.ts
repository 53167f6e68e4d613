import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { chromium } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { RUNNING_HOST_NAME } from '#main/hosts/launch/running-host.ts';
import { readWebMemory } from '#main/hosts/launch/web-memory.ts';
import { appears } from '#tests/setup/appears.ts';
import { findBrowser } from '#tests/setup/browser.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { openToOthers } from '#tests/setup/modes.ts';
import { itNeeds } from '#tests/setup/needs.ts';
import { startHost } from '#tests/setup/run-program.ts';

const usual = process.umask();
afterEach(() => process.umask(usual));

/** The real browser without a screen, as a program that takes the switches of a start. */
function browserWithoutScreen(): string {
  const program = join(freshFolder(), 'browser');
  const words = `'${findBrowser()}' --headless=new --no-sandbox --remote-debugging-port=0`;
  // npm's own way of starting programs leaves DISPLAY as it is; there is no such display.
  writeFileSync(program, `#!/bin/sh\nunset DISPLAY\nexec ${words} "$@"\n`, { mode: 0o755 });
  return program;
}

/** The command lines of all processes that name the folder. */
function commandLines(folder: string): string[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const lines = numbers.map((number) => {
    try {
      return readFileSync(`/proc/${number}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  });
  return lines.filter((line) => line.includes(folder));
}

itNeeds('Linux', process.platform === 'linux')(
  'lets the browser that a start opens in, and shows no secret to other users, the history or a log',
  async () => {
    process.umask(0);
    const folder = filledFolder();
    const profile = join(folder, 'browser-profile');
    mkdirSync(profile, { mode: 0o700 });
    const env = { DISPLAY: ':99', KH02_BROWSER: browserWithoutScreen() };
    const host = await startHost(['--host', 'web', '--wall', '--data', folder], { env });
    const [port] = (await appears(profile, 'DevToolsActivePort')).split('\n');
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const [context] = browser.contexts();
    const page = context?.pages()[0];
    if (context === undefined || page === undefined) throw new Error('The browser has no window');
    await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
    const secrets = [
      ...[...readdirSync(join(folder, 'way-in'))].map(
        (name) => /value="([\w-]{43})"/.exec(readFileSync(join(folder, 'way-in', name), 'utf8'))?.[1] ?? '',
      ),
      JSON.parse(readFileSync(join(folder, RUNNING_HOST_NAME), 'utf8')).host.key as string,
      readWebMemory(folder).resumeKey,
    ];
    const has = (text: string) => secrets.some((secret) => text.includes(secret));
    expect(secrets.filter((secret) => secret.length === 43).length).toBe(4);
    expect(openToOthers(folder, (name) => name === 'browser-profile')).toEqual([]);
    await expect.poll(() => page.url()).toBe(`http://127.0.0.1:${host.door.port}/?wall`);
    await expect
      .poll(() => context.cookies())
      .toMatchObject([{ httpOnly: true, sameSite: 'Strict', expires: -1 }]);
    const lines = commandLines(folder);
    expect(lines.filter((line) => line.includes('--app=file://')).length).toBeGreaterThan(0);
    expect(lines.filter(has)).toEqual([]);
    await page.reload();
    await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
    await expect.poll(() => page.evaluate(() => document.referrer)).toBe('');
    const closed = host.end;
    const session = await browser.newBrowserCDPSession();
    await session.send('Browser.close');
    const { code, stdout, stderr } = await closed;
    expect({ code, isTold: has(stdout + stderr) }).toEqual({ code: 0, isTold: false });
    const history = new Sqlite(join(profile, 'Default/History'), { readonly: true });
    const addresses = history.prepare('SELECT url FROM urls').pluck().all() as string[];
    history.close();
    expect(addresses).toContain(`http://127.0.0.1:${host.door.port}/?wall`);
    expect(addresses.filter(has)).toEqual([]);
  },
);
