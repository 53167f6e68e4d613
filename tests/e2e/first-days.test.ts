import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginningFolder, FIRST_DAYS, type FirstDay, WEEK } from '#tests/fixtures/empty/workspaces.ts';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { everyScreen } from './page-models/every-screen.ts';

/** Words that no person wrote: a value that is none, or an error that nobody put into a sentence. */
const NOT_MEANT_TO_BE_READ = /\bNaN\b|\bundefined\b|\bnull\b|Infinity|\[object|Invalid Date|\bat .+\.js:\d/;
const NOTHING_YET = 'Chưa có số liệu của kỳ nào';
/** What is of use before there is a figure, and says so in its own words. */
const WORKS_WITHOUT_A_CUT =
  /^\/(?:$|(so-lieu|tep-so-lieu|cai-dat|bat-dau|ky-va-lich|nhap-lieu|ke-hoach|nhat-ky)(\/|$))/;
const SCREENS = [
  ...everyScreen(),
  '/so-lieu/bang-nop',
  '/so-lieu/bieu-mau',
  '/so-lieu/cac-lan-nap',
  '/so-lieu/cong-thuc',
];

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
    const isEmpty = !FIRST_DAYS[day].includes(WEEK);
    const says = isEmpty && !WORKS_WITHOUT_A_CUT.test(path) ? NOTHING_YET : '';
    await expect.poll(() => faultsOf(page, 'main', says)).toEqual([]);
    expect(application.problems).toEqual([]);
  });

  it('stay calm on the wall, scene by scene', async () => {
    await goTo(page, '#/?wall');
    for (const scene of ['1', '2', '3', '4']) {
      await page.getByText(`Cảnh ${scene} trong 4`).waitFor({ state: 'attached' });
      const says = FIRST_DAYS[day].includes(WEEK) ? '' : NOTHING_YET;
      await expect.poll(() => faultsOf(page, 'body', says)).toEqual([]);
      await expect.poll(() => page.getByRole('link').count()).toBe(0);
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

/** What is wrong with what stands there: still on its way, an alarm, words of no person, or not what it has to say. */
async function faultsOf(page: Page, place: string, says: string): Promise<string[]> {
  const text = await page.locator(place).innerText();
  return [
    ...(text.length > 20 ? [] : ['empty']),
    ...(text.includes('Đang nạp…') ? ['loading'] : []),
    ...(NOT_MEANT_TO_BE_READ.exec(text) ?? []),
    ...(text.includes(says) ? [] : [`does not say ${says}`]),
    ...(await page.getByRole('alert').allInnerTexts()),
  ];
}
