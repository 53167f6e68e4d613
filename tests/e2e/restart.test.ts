import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DATABASE_NAME } from '#main/core/app.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { type Started, startHost } from '#tests/setup/run-program.ts';
import { openWebClient } from '#tests/setup/web-client.ts';

const WEB = ['--host', 'web', '--no-open'];

let application: RunningApplication;
let page: Page;
let next: Started | null = null;

beforeEach(async () => {
  application = await startApplication();
  page = await application.openPage();
  await page.getByText('Cao Bằng').first().waitFor();
});
afterEach(async () => {
  await application.close();
  await next?.stop('SIGTERM');
  next = null;
});

it('says that nobody answers, and finds back by itself to a host that is started again on the same data', async () => {
  await application.stopHost();
  await page.getByText(/KH02 Center không còn chạy trên máy này/).waitFor();
  next = await startHost([...WEB, '--data', application.dataFolder]);
  expect(String(next.door.port)).toBe(new URL(application.address).port);
  await page.getByText(/KH02 Center không còn chạy trên máy này/).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Nhiệm vụ' }).first().click();
  await page.getByRole('heading', { name: 'Nhiệm vụ' }).first().waitFor();
});

it('says on every screen that its database was taken away, writes nothing, and finds it again', async () => {
  const file = join(application.dataFolder, DATABASE_NAME);
  const wall = await application.openPage({ route: '#/?wall' });
  await wall.getByText('xã, phường, đặc khu XANH').waitFor();
  renameSync(file, `${file}.moved`);
  await page.getByText('Tệp cơ sở dữ liệu không còn ở chỗ cũ').waitFor();
  await wall.getByRole('alert').getByText('KHÔNG CÒN TỆP CƠ SỞ DỮ LIỆU').waitFor();
  const { client, socket } = await openWebClient(application.door);
  const write = () => client.settings.set({ personName: 'Trực ban' });
  await expect(write()).rejects.toMatchObject({ code: 'DATABASE_MOVED' });
  renameSync(`${file}.moved`, file);
  await page.getByText('Tệp cơ sở dữ liệu không còn ở chỗ cũ').waitFor({ state: 'detached' });
  await wall.getByRole('alert').waitFor({ state: 'detached' });
  expect(await write()).toEqual({ personName: 'Trực ban' });
  socket.close();
});

it('says what to do when other data is served where it came from', async () => {
  await application.stopHost();
  const { port } = new URL(application.address);
  next = await startHost([...WEB, '--port', port, '--data', filledFolder()]);
  await page.getByText('Trang này không còn quyền đọc số liệu').waitFor();
  await page.getByText(/chạy KH02 Center một lần nữa/).waitFor();
});
