import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { everyScreen } from './page-models/every-screen.ts';
import { cutInk } from './page-models/ink.ts';
import { settled } from './page-models/settled.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

it.each(everyScreen())('leaves Ổ, Ỗ, Ẩ and Ỏ their marks on %s', async (path) => {
  const page = await application.openPage({ width: 1366, height: 768, route: `#${path}` });
  await settled(page);
  await expect.poll(() => cutInk(page)).toEqual([]);
  await page.close();
});

it.each(['figures', 'map', 'groups', 'alerts'])('leaves them on the wall, scene %s', async (scene) => {
  const page = await application.openPage({ route: `#/?wall&scene=${scene}` });
  await page.getByText('xã, phường, đặc khu XANH').waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready);
  await expect.poll(() => cutInk(page)).toEqual([]);
  await page.close();
});
