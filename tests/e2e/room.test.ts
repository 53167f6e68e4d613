import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { everyScreen } from './page-models/every-screen.ts';
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
}

it.each(everyScreen())('has room for %s on the screen of a laptop in both languages', async (path) => {
  const page = await application.openPage({ width: 1366, height: 768, route: `#${path}` });
  await page.getByText('SỐ LIỆU MINH HỌA', { exact: true }).waitFor();
  await hasRoom(page);
  await page.getByRole('button', { name: /English/ }).click();
  await page.getByText('ILLUSTRATIVE DATA', { exact: true }).waitFor();
  await hasRoom(page);
  expect(application.problems).toEqual([]);
  await page.close();
});
