import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { makeSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder, LEFT_BEHIND } from '#tests/setup/data-folder.ts';
import { HANG_MS } from '#tests/setup/hang.ts';
import { databaseBytes, SPOILED } from '#tests/setup/spoiled-database.ts';

const CONFIG = freshFolder();

interface Shell {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Settles when the program has written a text to standard error. */
  readonly says: (text: string | RegExp) => Promise<RegExpMatchArray>;
}

/** Starts the bundled main process under the stand-in. */
interface Start {
  readonly env?: Readonly<Record<string, string>>;
  /** Further words of the command line. */
  readonly more?: readonly string[];
}

function startShell(dataFolder: string, { env = {}, more = [] }: Start = {}): Shell {
  const register = join(import.meta.dirname, 'standin/register.ts');
  const words = ['--import', register, 'out/main/entry.js', '--data', dataFolder, ...more];
  const child = spawn(process.execPath, words, {
    cwd: PROJECT_FOLDER,
    // The list of workspaces is the user's own.
    env: { ...process.env, XDG_CONFIG_HOME: CONFIG, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  const says = (wanted: string | RegExp) =>
    new Promise<RegExpMatchArray>((resolve, reject) => {
      const look = () => {
        const found = text.match(wanted);
        if (found !== null) resolve(found);
      };
      child.stderr?.on('data', look);
      child.once('close', () => reject(new Error(`It ended without saying '${wanted}': ${text}`)));
      look();
    });
  return { child, said: () => text, says };
}

const grants = (said: string): string[] => said.match(/permission \S+ for \S+ granted/g) ?? [];

let shell: Shell;
let browser: Browser | undefined;

/** The program's window, joined from outside. */
async function openPage(dataFolder: string, start: Start = {}): Promise<Page> {
  shell = startShell(dataFolder, start);
  const [, address = ''] = await shell.says(/DevTools listening on (\S+)\n/);
  browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  context?.setDefaultTimeout(HANG_MS);
  const page = context?.pages()[0];
  if (page === undefined) throw new Error('There is no window');
  await page.waitForURL('https://bundle/**');
  return page;
}

afterEach(async () => {
  await browser?.close();
  browser = undefined;
  if (shell.child.exitCode === null && shell.child.signalCode === null) {
    shell.child.kill('SIGKILL');
    await once(shell.child, 'close');
  }
});

describe('the desktop shell (stand-in)', () => {
  it('shows the national picture that came through the port, and asks nobody else', async () => {
    const page = await openPage(filledFolder());
    await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
    await page.getByText('Hà Nội').first().waitFor();
    await expect.poll(() => shell.said()).not.toContain('request left');
    await expect
      .poll(() => shell.said())
      .toContain('window sandbox=true contextIsolation=true nodeIntegration=false');
    await expect
      .poll(() => grants(shell.said()))
      .toEqual([
        'permission clipboard-sanitized-write for app://bundle/ granted',
        'permission screen-wake-lock for app://bundle/ granted',
      ]);
    await expect.poll(() => shell.said()).toContain('check clipboard-sanitized-write for app://bundle/ true');
    await expect.poll(() => shell.said()).toContain('check screen-wake-lock for app://bundle/ true');
    await expect.poll(() => shell.said()).not.toContain('power save blocker');
    await expect
      .poll(() => shell.said())
      .not.toMatch(/check (media|clipboard-read) .* true|for https:\/\/\S* (true|granted)/);
    await expect.poll(() => shell.said()).toContain('device check false');
    await expect.poll(() => shell.said()).toContain('download of blob:app://bundle/ allowed');
    await expect.poll(() => shell.said()).toContain('download of blob:https://example.org/ prevented');
    await expect.poll(() => shell.said()).toContain('menu Tệp, Sửa, Hiển thị, Cửa sổ');
  });

  it('keeps the display on while a window shows the wall, begun as one or come to it later', async () => {
    const page = await openPage(filledFolder(), { more: ['--wall'] });
    await page.getByText('xã, phường, đặc khu XANH').waitFor();
    await shell.says('power save blocker 1 started: prevent-display-sleep');
    const isReleased = () => page.evaluate(async () => (await navigator.wakeLock.request('screen')).released);
    await expect.poll(isReleased).toBe(false);
    await expect.poll(() => page.getByText('Màn hình có thể tự tắt').count()).toBe(0);
    await page.keyboard.press('Escape');
    await shell.says('power save blocker 1 stopped');
    await page.keyboard.press('Alt+w');
    await shell.says('power save blocker 2 started: prevent-display-sleep');
    await page.close();
    await shell.says('power save blocker 2 stopped');
  });

  it('gives the page nothing of Node, of Electron or of the preload script', async () => {
    const page = await openPage(filledFolder());
    const found = () =>
      page.evaluate(() =>
        ['require', 'process', 'module', 'ipcRenderer', 'electron', '__toMain', '__fromMain'].filter(
          (name) => name in globalThis,
        ),
      );
    await expect.poll(found).toEqual([]);
  });

  it('asks for the folder to be watched with the dialog of the system', async () => {
    const page = await openPage(filledFolder(), { env: { KH02_STANDIN_FOLDER: '/mnt/gửi đến' } });
    await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
    await page.evaluate(() => {
      globalThis.location.hash = '#/so-lieu/thu-muc';
    });
    await page.getByRole('button', { name: 'Chọn thư mục…' }).click();
    await page.waitForFunction(() =>
      [...globalThis.document.querySelectorAll('input')].some(({ value }) => value === '/mnt/gửi đến'),
    );
    await expect.poll(() => shell.said()).toContain('"properties":["openDirectory","createDirectory"]');
  });

  it('answers again through a new port when the page is loaded again', async () => {
    const page = await openPage(filledFolder());
    await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
    await page.reload();
    await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
  });

  it('stays on its own page, and hands only https links to the browser', async () => {
    const page = await openPage(filledFolder());
    await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
    await page.evaluate(() => {
      globalThis.location.href = 'https://example.org/';
    });
    await shell.says('navigation to https://example.org/ prevented');
    await page.evaluate(() => void globalThis.open('https://example.org/'));
    await shell.says('window denied');
    await expect.poll(() => page.url()).toMatch(/^https:\/\/bundle\/index\.html/);
  });

  describe('given a data file', () => {
    let file: string;
    beforeAll(async () => {
      const application = await createApp({ dataFolder: filledFolder() });
      file = join(freshFolder(), 'Hải Phòng.kh02');
      await makeSnapshot(application, { province: '31', cuts: ['2025-09-01'], to: file });
      await application.close();
    });

    const isShown = (page: Page) =>
      page
        .getByRole('complementary', { name: 'Đang xem tệp số liệu, chỉ đọc' })
        .getByText('Hải Phòng.kh02')
        .waitFor();

    /** The system tells the running program something; the window that it opens then. */
    async function nextWindow(event: string, ...values: readonly unknown[]): Promise<Page> {
      const opened = browser?.contexts()[0]?.waitForEvent('page');
      shell.child.send({ event, values });
      const page = await opened;
      if (page === undefined) throw new Error('No window was opened');
      return page;
    }

    it('on the command line, opens it read-only in its first window', async () => {
      const page = await openPage(filledFolder(), { more: [file] });
      await isShown(page);
      await expect.poll(() => browser?.contexts()[0]?.pages().length).toBe(1);
    });

    it('by a second start or by macOS, opens it in a window of its own beside the first', async () => {
      const first = await openPage(filledFolder());
      await first.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
      const words = ['kh02-center', '--allow-file-access-from-files', basename(file)];
      await isShown(await nextWindow('second-instance', words, dirname(file)));
      await isShown(await nextWindow('open-file', file));
      await expect.poll(() => shell.said()).toContain('open-file taken over');
      await expect.poll(() => first.title()).not.toContain('.kh02');
    });
  });

  it('begins a real workspace and moves on to it; stays where the chosen one is of a newer version', async () => {
    const config = freshFolder();
    const [newer, folder] = [SPOILED['a newer version wrote'].make(), join(freshFolder(), 'thật')];
    const recent = { folder: newer, kind: 'real', name: 'Bản mới', practice: false, openedAt: '2026-01-05' };
    mkdirSync(join(config, 'kh02-center'));
    writeFileSync(join(config, 'kh02-center', 'workspaces.json'), JSON.stringify([recent]));
    const env = { XDG_CONFIG_HOME: config };
    const page = await openPage(filledFolder(), { env });
    await page.getByRole('button', { name: /^Không gian làm việc/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('listitem')
      .filter({ hasText: 'Bản mới' })
      .getByRole('button', { name: 'Mở' })
      .click();
    await dialog.getByRole('alert').filter({ hasText: 'phiên bản mới hơn' }).waitFor();
    await dialog.getByRole('button', { name: 'Bắt đầu làm việc thật…' }).click();
    await dialog.getByRole('textbox', { name: 'Tên' }).fill('Văn phòng');
    await dialog.getByRole('textbox', { name: /^Thư mục/ }).fill(folder);
    await dialog.getByRole('button', { name: 'Tạo và mở' }).click();
    const ended = once(shell.child, 'close');
    const [, words = '[]'] = await shell.says(/begins anew with (.*)\n/);
    expect((await ended)[0]).toBe(0);
    expect((JSON.parse(words) as string[]).slice(-2)).toEqual(['--data', folder]);
    await browser?.close();
    const there = await openPage(folder, { env });
    await there.getByText('Các bước đầu tiên').first().waitFor();
    await there.getByRole('button', { name: /^Không gian làm việc: Văn phòng/ }).click();
    await expect.poll(() => there.getByRole('dialog').getByRole('listitem').count()).toBe(3);
  });

  it('closes the database and keeps the window when the last window is closed', async () => {
    const folder = filledFolder();
    const page = await openPage(folder);
    await page.getByText('SỐ LIỆU MINH HỌA').first().waitFor();
    const ended = once(shell.child, 'close');
    await page.close();
    expect((await ended)[0]).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(['desktop', ...LEFT_BEHIND]);
    expect(readdirSync(join(folder, 'desktop'))).toEqual(['window.json']);
  });

  it('names in an error box the folder that cannot be written', async () => {
    const below = join(filledFolder(), DATABASE_NAME, 'below-a-file');
    shell = startShell(below);
    expect((await once(shell.child, 'close'))[0]).toBe(1);
    await expect.poll(() => shell.said()).toContain(`Không ghi được vào thư mục dữ liệu ${below}`);
  });

  it('says in an error box why a damaged database is not opened, and leaves it as it is', async () => {
    const folder = SPOILED['is damaged'].make();
    const before = databaseBytes(folder);
    shell = startShell(folder);
    expect((await once(shell.child, 'close'))[0]).toBe(1);
    await expect.poll(() => shell.said()).toContain('error box KH02 Center không khởi động được');
    expect(databaseBytes(folder).equals(before)).toBe(true);
  });
});
