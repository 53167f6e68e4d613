import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { runWebHost } from '#main/hosts/launch/web-host.ts';
import { readWebMemory, WEB_MEMORY_NAME } from '#main/hosts/launch/web-memory.ts';
import { addressOf } from '#main/hosts/web/way-in.ts';
import { appears } from '#tests/setup/appears.ts';
import { findBrowser } from '#tests/setup/browser.ts';
import { COMPILED } from '#tests/setup/compiled.ts';
import { freshFolder, LEFT_BEHIND } from '#tests/setup/data-folder.ts';
import { HANG_MS } from '#tests/setup/hang.ts';
import { rawRequest } from '#tests/setup/raw-http.ts';
import { startHost } from '#tests/setup/run-program.ts';
import { signIn } from '#tests/setup/web-client.ts';

const WEB = ['--host', 'web', '--no-open'];

describe('the first start on an empty data folder', () => {
  it('shows how far the filling is, and then the country without being asked again', async () => {
    const browser = await chromium.launch({
      executablePath: findBrowser(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(HANG_MS);
    const host = await runWebHost(0, freshFolder());
    try {
      await page.goto(addressOf(host.port, await host.issueTicket()), { waitUntil: 'commit' });
      await page.getByRole('heading', { name: 'Đang chuẩn bị số liệu cho lần chạy đầu tiên' }).waitFor();
      await page.getByRole('progressbar').waitFor();
      await page
        .getByRole('status')
        .getByText(/^Đang nạp số liệu minh họa|^Đã tính \d+\/\d+ kỳ/)
        .waitFor();
      await host.started;
      await page.getByText('Cao Bằng').first().waitFor();
      const cookie = await signIn(host);
      expect((await rawRequest(host.port, '/session/filling', { cookie })).body).toBe('null');
    } finally {
      await browser.close();
      await host.close();
    }
  });

  it('may be ended in the middle: the next start fills the folder', async () => {
    const folder = freshFolder();
    const words = ['main/hosts/launch/start.ts', ...WEB, '--data', folder];
    const child = spawn(process.execPath, [COMPILED, ...words], {
      cwd: PROJECT_FOLDER,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const printed: string[] = [];
    child.stdout.on('data', (part) => printed.push(String(part)));
    const ended = once(child, 'close');
    await appears(folder, WEB_MEMORY_NAME);
    // Who is answered knows that the start has come as far as to hear signals.
    await rawRequest(readWebMemory(folder).port ?? 0, '/');
    child.kill('SIGTERM');
    expect({ ended: await ended, printed }).toEqual({ ended: [0, null], printed: [] });
    const host = await startHost([...WEB, '--data', folder]);
    expect(await host.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(await readdir(folder)).toEqual([...LEFT_BEHIND, WEB_MEMORY_NAME]);
  });

  it('is waited for by a second start, which uses the same host', async () => {
    const folder = join(freshFolder(), 'new', 'folder');
    const hosts = await Promise.all([
      startHost([...WEB, '--data', folder]),
      startHost([...WEB, '--data', folder]),
    ]);
    expect(hosts[0]?.door.port).toBe(hosts[1]?.door.port);
    await Promise.all(hosts.map((host) => host.stop('SIGTERM')));
  });
});
