import type { Page } from 'playwright-core';

/** Waits until a screen shows its figures: its main part says something, and nothing is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    const isWaiting = main?.querySelector('.mantine-Loader-root, [class*="waiting"]') ?? null;
    return main !== null && main.innerText.trim().length > 40 && isWaiting === null;
  });
  await page.evaluate(() => document.fonts.ready);
}
