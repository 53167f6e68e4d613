import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginningFolder, FIRST_DAYS, type FirstDay, WEEK } from '#tests/fixtures/empty/workspaces.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { everyScreen } from './page-models/every-screen.ts';

/** Words that no person wrote: a value that is none, or an error that nobody put into a sentence. */
const NOT_MEANT_TO_BE_READ = /\bNaN\b|\bundefined\b|\bnull\b|Infinity|\[object|Invalid Date|\bat .+\.js:\d/;
const NOTHING_YET = 'Chưa có kỳ số liệu nào';
/** What is of use before there is a figure, and says so in its own words. */
const WORKS_WITHOUT_A_CUT = /^\/(so-lieu|tep-so-lieu|cai-dat|bat-dau|ky-va-lich)(\/|$)/;
const SCREENS = [...everyScreen(), '/so-lieu/bang-nop', '/so-lieu/bieu-mau', '/so-lieu/cac-lan-nap'];

describe.each(Object.keys(FIRST_DAYS) as FirstDay[])('the screens of a workspace that holds %s', (day) => {
  let application: RunningApplication;
  let page: Page;
  beforeAll(async () => {
    application = await startApplication(beginningFolder(day));
    page = await application.openPage();
    await page.getByRole('heading', { level: 1 }).waitFor();
  });
  afterAll(() => application.close());

  it.each([...new Set(SCREENS)])('say at %s what there is and what there is not', async (path) => {
    await goTo(page, `#${path}`);
    const text = await settledText(page, 'main');
    expect(text).not.toMatch(NOT_MEANT_TO_BE_READ);
    expect(await page.getByRole('alert').allInnerTexts()).toEqual([]);
    const isEmpty = !FIRST_DAYS[day].includes(WEEK);
    if (isEmpty && !WORKS_WITHOUT_A_CUT.test(path)) expect(text).toContain(NOTHING_YET);
    expect(application.problems).toEqual([]);
  });

  it('stay calm on the wall, scene by scene', async () => {
    await goTo(page, '#/?wall');
    for (const scene of ['1', '2', '3', '4']) {
      await page.getByText(`Cảnh ${scene} trong 4`).waitFor({ state: 'attached' });
      const text = await settledText(page, 'body');
      expect(text).not.toMatch(NOT_MEANT_TO_BE_READ);
      if (!FIRST_DAYS[day].includes(WEEK)) expect(text).toContain(NOTHING_YET);
      expect(await page.getByRole('link').count()).toBe(0);
      await page.keyboard.press('ArrowRight');
    }
    expect(application.problems).toEqual([]);
  });
});

/** Changes the address as a link does, and waits until the page has drawn what it leads to. */
async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate(
    (to) =>
      new Promise<void>((resolve) => {
        const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        if (window.location.hash === to) drawn();
        window.addEventListener('hashchange', drawn, { once: true });
        window.location.hash = to;
      }),
    hash,
  );
}

/** What stands there when nothing is on its way any more. */
async function settledText(page: Page, place: string): Promise<string> {
  await expect.poll(() => page.getByText('Đang nạp…').count()).toBe(0);
  const element = page.locator(place);
  await expect.poll(async () => (await element.innerText()).length).toBeGreaterThan(20);
  await expect.poll(() => page.getByText('Đang nạp…').count()).toBe(0);
  return await element.innerText();
}
