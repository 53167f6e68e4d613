import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { everyScreen } from './page-models/every-screen.ts';
import { cutInk } from './page-models/ink.ts';
import { beyondPanels, squeezedNames } from './page-models/room.ts';
import { settled } from './page-models/settled.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

async function hasRoom(page: Page): Promise<void> {
  await settled(page);
  await expect.poll(() => page.evaluate(beyondPanels)).toEqual([]);
  await expect.poll(() => page.evaluate(squeezedNames)).toEqual([]);
  await expect.poll(() => cutInk(page)).toEqual([]);
}

// Opening a screen is what costs: what can be asked of it while it is open is asked at once.
// Of this province some is silent, which is the most that stands in a row.
it.each([...everyScreen(), '/don-vi/04'])(
  'has room for %s on a laptop in both languages, and leaves Ổ, Ỗ, Ẩ and Ỏ their marks',
  async (path) => {
    const page = await application.openPage({ width: 1366, height: 768, route: `#${path}` });
    await page.getByText('SỐ LIỆU MINH HỌA', { exact: true }).waitFor();
    await hasRoom(page);
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByText('ILLUSTRATIVE DATA', { exact: true }).waitFor();
    await hasRoom(page);
    expect(application.problems).toEqual([]);
    await page.close();
  },
);

it.each(['figures', 'map', 'groups', 'alerts'])('leaves the marks on the wall, scene %s', async (scene) => {
  const page = await application.openPage({ route: `#/?wall&scene=${scene}` });
  await page.getByText('xã, phường, đặc khu XANH').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(() => cutInk(page)).toEqual([]);
  await page.close();
});
