import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { pngSize } from '#tests/setup/png-size.ts';

const CUT = 'cut=moment-2025-07-31T1600';
const CHART = /^Lưu hoặc chép ảnh: Tỷ lệ xã báo cáo XANH/;
const MAP = /^Lưu hoặc chép ảnh: Bản đồ/;
let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

async function saved(page: Page, camera: Locator, item: string | RegExp): Promise<Download> {
  await camera.click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  return download;
}

/** The kinds and the size of the picture on the clipboard. */
async function copied(page: Page) {
  const { types, bytes } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const png = await (await item?.getType('image/png'))?.arrayBuffer();
    return { types: item?.types, bytes: [...new Uint8Array(png ?? new ArrayBuffer(0)).slice(0, 32)] };
  });
  return { types, size: pngSize(Uint8Array.from(bytes)) };
}

it('saves a chart as PNG of the promised size and as SVG with its source', async () => {
  const page = await application.openPage({ route: `#/?${CUT}` });
  const camera = page.getByRole('button', { name: CHART });
  for (const [item, width, height] of [
    [/1280/, 1280, 720],
    [/2560/, 2560, 1440],
    [/4K/, 3840, 2160],
  ] as const) {
    const file = await saved(page, camera, item);
    expect(file.suggestedFilename()).toMatch(/^kh02_ty-le-xa-bao-cao-xanh.*\.png$/);
    expect(pngSize(readFileSync(await file.path()))).toEqual({ width, height });
  }
  const svg = readFileSync(await (await saved(page, camera, /SVG/)).path(), 'utf8');
  for (const words of ['Tỷ lệ xã báo cáo XANH', 'Báo cáo XANH', 'SỐ LIỆU MINH HỌA', 'Bộ quy tắc số 1'])
    expect(svg).toContain(words);
  expect(application.problems).toEqual([]);
  await page.close();
});

it('puts a map on the clipboard as a PNG, by keyboard alone', async () => {
  const page = await application.openPage({ route: `#/ban-do?layer=gap&${CUT}` });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  // Before there is something to draw it takes no focus.
  await page.getByRole('button', { name: MAP }).and(page.locator(':enabled')).press('Enter');
  // On screen is not enough: keys go to the menu once it has taken the focus.
  await page.locator('[data-autofocus]:focus').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowDown');
  await page.getByRole('menuitem').first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText(/^Đã chép ảnh/).waitFor();
  await expect
    .poll(() => copied(page))
    .toEqual({ types: ['image/png'], size: { width: 2560, height: 1440 } });
  await page.close();
});

it('offers no picture of a map before there are figures to draw, and one as soon as they are there', async () => {
  const page = await application.openPage();
  const held: (() => void)[] = [];
  let isHeld = true;
  await page.routeWebSocket(/\/rpc$/, (socket) => {
    socket.connectToServer().onMessage((message) => {
      const pass = () => socket.send(message);
      if (isHeld && String(message).includes('"reported":')) held.push(pass);
      else pass();
    });
  });
  await page.goto(`${application.address}#/ban-do?${CUT}`);
  await page.reload();
  const camera = page.getByRole('button', { name: MAP });
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await expect.poll(() => camera.isDisabled()).toBe(true);
  isHeld = false;
  for (const pass of held) pass();
  expect((await saved(page, camera, /SVG/)).suggestedFilename()).toMatch(/\.svg$/);
  await page.close();
});

it('draws on white paper whatever the appearance of the screen, and on dark paper when asked', async () => {
  const page = await application.openPage({ route: `#/ban-do?${CUT}`, colorScheme: 'dark' });
  const camera = page.getByRole('button', { name: MAP });
  const light = readFileSync(await (await saved(page, camera, /SVG/)).path(), 'utf8');
  expect(light).toContain('fill="#FFFFFF"');
  expect(light).toContain('#2E9E83');
  await camera.click();
  await page.getByRole('menuitemcheckbox', { name: 'Nền tối' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /SVG/ }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('fill="#161E27"');
  await page.close();
});
