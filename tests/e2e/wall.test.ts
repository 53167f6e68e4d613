import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';
import { openWebClient } from '#tests/setup/web-client.ts';
import { MapPage } from './page-models/map-page.ts';
import {
  cutWords,
  heldLocks,
  type LockWindow,
  lengthenNumbers,
  recordLocks,
  smallestText,
  strayQuestions,
} from './page-models/wall.ts';

const CUT = '2025-12-29';
/** After another process has ended its work. */
const FOLLOWS_WITHIN_MS = 2000;

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it('turns through four scenes by the arrow keys, pauses, and leaves by Escape', async () => {
  const page = await application.openPage({ route: '#/?wall' });
  const scene = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  await page.getByText('xã, phường, đặc khu XANH').waitFor();
  await scene('Cả nước').waitFor();
  for (const next of ['Bản đồ', 'Các nhóm nhiệm vụ', 'Cảnh báo', 'Cả nước']) {
    await page.keyboard.press('ArrowRight');
    await scene(next).waitFor();
  }
  await page.keyboard.press('Space');
  await page.getByText('Đang dừng').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: 'Các màn hình' }).waitFor();
  expect(application.problems).toEqual([]);
  await page.close();
});

/** A wall at its first scene, which stays: the next one must not come while this one is looked at. */
async function openStill(width: number, height: number): Promise<Page> {
  const page = await application.openPage({ width, height, route: '#/?wall' });
  await page.getByText('xã, phường, đặc khu XANH').waitFor();
  await page.keyboard.press('Space');
  await page.getByText('Đang dừng').waitFor();
  return page;
}

/** Laptop, full HD, 4K, one that stands, and a wide one. */
const SHAPES = [
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
  [1080, 1920],
  [3440, 1440],
] as const;

it.each(SHAPES)(
  'has room for all its words at %i x %i, in letters to be read from eight metres',
  async (width, height) => {
    const page = await openStill(width, height);
    await page.evaluate(() => document.fonts.ready);
    // 3.2% of the height of the 16:9 picture inside: why is written in WallMode.module.css.
    const [long, short] = width > height ? [width, height] : [height, width];
    const unit = Math.min(short, (long * 9) / 16) / 100;
    for (const scene of ['Cả nước', 'Bản đồ', 'Các nhóm nhiệm vụ', 'Cảnh báo']) {
      await page.getByRole('heading', { level: 1, name: scene }).waitFor();
      await page.waitForFunction(cutWords, 0);
      await expect.poll(() => page.evaluate(strayQuestions)).toEqual([]);
      await expect.poll(() => page.evaluate(smallestText)).toBeGreaterThan(3.19 * unit);
      await page.keyboard.press('ArrowRight');
    }
    await page.close();
  },
);

it.each(SHAPES)(
  'makes its big numbers smaller where a longer one comes, at %i x %i',
  async (width, height) => {
    const page = await openStill(width, height);
    await page.evaluate(lengthenNumbers);
    await page.waitForFunction(cutWords, 0);
    await page.close();
  },
);

it.each(SHAPES)('shows Hoàng Sa and Trường Sa whole on its map at %i x %i', async (width, height) => {
  const page = await application.openPage({ width, height, route: '#/?wall&scene=map' });
  const map = page.getByRole('img', { name: /^Bản đồ/ });
  const models = new MapPage(page);
  const isInside = async (name: string) => {
    const { x, y } = await models.placeOf(name);
    const room = await map.boundingBox();
    if (room === null) return false;
    return x > room.x && x < room.x + room.width && y > room.y && y < room.y + room.height;
  };
  for (const name of ['Hoàng Sa (Đà Nẵng)', 'Trường Sa (Khánh Hòa)'])
    await expect.poll(() => isInside(name)).toBe(true);
  await page.close();
});

it('keeps the display on while it is shown, takes that back when it was lost, and lets go when it is left', async () => {
  const page = await application.openPage();
  await page.addInitScript(recordLocks);
  await page.goto(`${application.address}#/?wall`);
  await page.reload();
  await page.waitForFunction(heldLocks, 1);
  await expect.poll(() => page.getByText('Màn hình có thể tự tắt').count()).toBe(0);
  // The browser takes it away from a page out of sight.
  await page.evaluate(() =>
    Promise.all((window as unknown as LockWindow).locks.map((lock) => lock.release())),
  );
  await page.waitForFunction(heldLocks, 1);
  await page.keyboard.press('Escape');
  await page.waitForFunction(heldLocks, 0);
  await page.close();
});

it('says in words that the display may go dark when keeping it on is refused', async () => {
  const page = await application.openPage();
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  const { browserContextId = '' } = targetInfo;
  await session.send('Browser.setPermission', {
    permission: { name: 'screen-wake-lock' },
    setting: 'denied',
    browserContextId,
  });
  // A key pressed before the frame is there goes nowhere.
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Alt+w');
  await page.getByText(/^Màn hình có thể tự tắt: không được phép giữ sáng\./).waitFor();
  await page.keyboard.press('Space');
  await page.getByText('Đang dừng').waitFor();
  for (const [width, height] of SHAPES) {
    await page.setViewportSize({ width, height });
    await page.waitForFunction(cutWords, 0);
  }
  await page.close();
});

it('shows no cursor, the clock, the age of the data and the mark', async () => {
  const page = await application.openPage({ route: '#/?wall&scene=groups' });
  await page.getByText(/^Số liệu đến \d\d\/\d\d\/\d{4} \d\d:\d\d · /).waitFor();
  await page.getByText('SỐ LIỆU MINH HỌA', { exact: true }).waitFor();
  await page.locator('time').waitFor();
  await expect
    .poll(() => page.getByRole('main').evaluate((main) => getComputedStyle(main).cursor))
    .toBe('none');
  await page.close();
});

it('shows within two seconds what a command beside the host has taken in', async () => {
  const { client, socket } = await openWebClient(application.door);
  const { codes, reported } = await client.map.statuses({ cut: CUT, level: 'commune' });
  const green = codes[reported.indexOf('green')];
  const { national } = await client.status.get({ cut: CUT });
  const page = await openStill(1920, 1080);
  const count = (green: number) =>
    page.getByText(`${green.toLocaleString('vi')}/ ${national.communes.toLocaleString('vi')}`);
  await count(national.reported.green).waitFor();
  const file = join(freshFolder(), 'dinh-chinh.csv');
  writeFileSync(file, `Mã xã,Thiết bị số\n${green},Không\n`);
  const command = ['import', file, '--cut', CUT, '--data', application.dataFolder, '--json'];
  expect(await runCommand(command)).toMatchObject({ code: 0, stderr: '' });
  await count(national.reported.green - 1).waitFor({ timeout: FOLLOWS_WITHIN_MS });
  await page.close();
  socket.close();
});

it('frames the wall and says so when the engine falls silent, and keeps what it showed', async () => {
  const dying = await startApplication();
  const page = await dying.openPage({ route: '#/?wall' });
  await page.getByText('xã, phường, đặc khu XANH').waitFor();
  await dying.stopHost();
  await page.getByText('HỆ THỐNG KHÔNG PHẢN HỒI').waitFor();
  await page.getByText('xã, phường, đặc khu XANH').waitFor();
  await dying.close();
});
