import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isExternalLink } from '#main/hosts/desktop/external-links.ts';
import { readDesktopOptions, wordsForOther } from '#main/hosts/desktop/options.ts';
import { answerPage, isOwnFile, isOwnOrigin, isOwnPage } from '#main/hosts/desktop/page.ts';
import {
  FIRST_STATE,
  fitToDisplays,
  readWindowState,
  writeWindowState,
} from '#main/hosts/desktop/window-state.ts';
import { readRendererFiles } from '#main/hosts/files/renderer-files.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { smallRenderer } from '#tests/setup/renderer-folder.ts';

describe('a link out of the window', () => {
  it.each([
    ['https://chinhphu.vn/nghi-quyet', true],
    ['http://chinhphu.vn', false],
    ['file:///etc/passwd', false],
    ['javascript:alert(1)', false],
    ['ms-settings:', false],
    ['smb://server/share', false],
    ['https://chinhphu.vn@example.org/', false],
    ['https:', false],
    ['chinhphu.vn', false],
    [`https://chinhphu.vn/${'a'.repeat(3000)}`, false],
  ])('%s may go to the browser: %s', (address, expected) => {
    expect(isExternalLink(address)).toBe(expected);
  });
});

describe('our own page', () => {
  it.each([
    ['app://bundle/index.html', true],
    ['app://bundle/index.html?wall#/ban-do', true],
    ['app://bundle/', true],
    ['app://bundle/assets/a.js', false],
    ['app://bundle.example.org/index.html', false],
    ['app://other/index.html', false],
    ['https://bundle/index.html', false],
    ['', false],
    [undefined, false],
  ])('is %s: %s', (address, expected) => {
    expect(isOwnPage(address)).toBe(expected);
  });

  it('comes with the strict headers, and nothing else comes', async () => {
    const files = await readRendererFiles(smallRenderer());
    const page = answerPage(files, 'app://bundle/');
    expect(await page.text()).toContain('<title>KH02</title>');
    expect(page.headers.get('content-security-policy')).toContain("connect-src 'self';");
    for (const address of [
      'app://bundle/../secret.txt',
      'app://bundle/%2e%2e/secret.txt',
      'app://other/index.html',
    ]) {
      expect(answerPage(files, address).status).toBe(404);
    }
  });
});

describe('the window', () => {
  const bounds = { x: 100, y: 50, width: 1400, height: 900 };
  const display = { x: 0, y: 0, width: 1920, height: 1080 };

  it('comes back where it was', () => {
    const file = join(freshFolder(), 'window.json');
    expect(readWindowState(file)).toEqual(FIRST_STATE);
    writeWindowState(file, { bounds, isMaximized: false });
    expect(fitToDisplays(readWindowState(file), [display])).toEqual({ bounds, isMaximized: false });
  });

  it('comes back on a display that is still there', () => {
    const state = { bounds: { ...bounds, x: 2500 }, isMaximized: true };
    expect(fitToDisplays(state, [display])).toEqual({ bounds: null, isMaximized: true });
    expect(fitToDisplays(state, [display, { ...display, x: 1920 }])).toEqual(state);
  });

  it('opens as on the first day when its file makes no sense', () => {
    const file = join(freshFolder(), 'window.json');
    writeWindowState(file, { bounds: { ...bounds, width: 3 }, isMaximized: false });
    expect(readWindowState(file)).toEqual(FIRST_STATE);
  });
});

describe('what our own page may do', () => {
  it.each([
    ['app://bundle', true],
    ['app://bundle/', true],
    ['app://bundle.example.org/', false],
    ['https://bundle/', false],
    ['', false],
  ])('the origin %s may write to the clipboard: %s', (origin, expected) => {
    expect(isOwnOrigin(origin)).toBe(expected);
  });

  it.each([
    ['blob:app://bundle/4f6b', true],
    ['blob:app://bundle.example.org/4f6b', false],
    ['blob:https://example.org/4f6b', false],
    ['app://bundle/index.html', false],
    ['data:text/plain,x', false],
    ['https://example.org/a.xlsx', false],
  ])('bytes at %s may be saved: %s', (address, expected) => {
    expect(isOwnFile(address)).toBe(expected);
  });
});

describe('the switches of the desktop program', () => {
  it('are ours among those of Chromium', () => {
    const words = ['.', '--no-sandbox', '--data', '/data', '--remote-debugging-port=0', '--wall'];
    expect(readDesktopOptions(words)).toEqual({ data: '/data', wall: true, beginsAnew: false, file: null });
    expect(readDesktopOptions([...words, '--begin-anew']).beginsAnew).toBe(true);
    const second = ['.', '--allow-file-access-from-files', '--data', '/data', 'Tải về/31.kh02'];
    expect(readDesktopOptions(second, '/home/an').file).toBe('/home/an/Tải về/31.kh02');
  });

  it.each([
    [
      ['.', '--no-sandbox', '--data', '/cũ', '--wall'],
      ['--no-sandbox', '--wall'],
    ],
    [['--data=/cũ', '--begin-anew', 'Tải về/31.kh02'], []],
    [[], []],
  ])('of %j go on to another workspace: %j', (words, kept) => {
    expect(wordsForOther(words, '/mới')).toEqual([...kept, '--data', '/mới']);
  });
});
