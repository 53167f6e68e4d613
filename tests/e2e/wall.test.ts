import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it('turns through four scenes by the arrow keys, pauses, and leaves by Escape', async () => {
  const page = await application.openPage({ route: '#/?wall' });
  const scene = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  await page.getByText('xã, phường, đặc khu XANH').waitFor();
  await scene('Toàn quốc').waitFor();
  for (const next of ['Bản đồ', 'Tám nhóm nhiệm vụ', 'Cảnh báo', 'Toàn quốc']) {
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

it('writes no letter smaller than can be read from eight metres, at 1080p and at 4K', async () => {
  for (const [width, height] of [
    [1920, 1080],
    [3840, 2160],
  ] as const) {
    const page = await application.openPage({ width, height, route: '#/?wall' });
    await page.getByText('xã, phường, đặc khu XANH').waitFor();
    // 3.2% of the height: why is written in WallMode.module.css.
    const share = async () => (await page.evaluate(smallestText)) / height;
    await expect.poll(share).toBeGreaterThan(0.0319);
    await page.close();
  }
});

it('shows no cursor, the clock, the age of the data and the mark', async () => {
  const page = await application.openPage({ route: '#/?wall&scene=groups' });
  await page.getByText(/^Số liệu đến \d\d\/\d\d\/\d{4} \d\d:\d\d · /).waitFor();
  await page.getByText('SỐ LIỆU MINH HỌA').waitFor();
  await page.locator('time').waitFor();
  await expect
    .poll(() => page.getByRole('main').evaluate((main) => getComputedStyle(main).cursor))
    .toBe('none');
  await page.close();
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

/** Pixels of the smallest text that is shown; runs in the page. */
function smallestText(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let smallest = Number.POSITIVE_INFINITY;
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const isShown =
      parent !== null &&
      walker.currentNode.textContent?.trim() !== '' &&
      parent.closest('svg, script, style, .visually-hidden, .leaflet-container') === null &&
      parent.checkVisibility({ visibilityProperty: true });
    if (isShown) smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(parent).fontSize));
  }
  return smallest;
}
