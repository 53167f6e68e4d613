import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { frameOf } from './page-models/frame.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

/** An input method at the focused field: it holds `text` in composition, and keys pressed meanwhile are its own. */
async function compose(page: Page, text: string): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  });
  return session;
}

/** Gathers the keys that a handler at the end of the way (React's root, then the window) gets to see. */
async function gatherKeys(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seenKeys: seen });
    for (const place of [document.getElementById('root') ?? document, document, window])
      place.addEventListener('keydown', (event) => seen.push((event as KeyboardEvent).key));
  });
  return () => page.evaluate(() => (window as unknown as { seenKeys: string[] }).seenKeys);
}

it('opens nothing by the Enter that confirms a word in the palette, and its hit by the next one', async () => {
  const page = await application.openPage();
  const { search, title } = frameOf(page);
  await search.find('');
  const seen = await gatherKeys(page);
  const session = await compose(page, 'nhiệm vụ');
  await search.hits.filter({ hasText: 'Nhiệm vụ' }).first().waitFor();
  for (const key of ['ArrowDown', 'Enter', 'Escape']) await page.keyboard.press(key);
  await expect.poll(seen).toEqual([]);
  await expect.poll(() => title.textContent()).toBe('Tổng quan');
  await search.dialog.waitFor();
  await session.send('Input.insertText', { text: 'Phù Liễn' });
  await search.hits.filter({ hasText: 'Phường Phù Liễn' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/don-vi\/11446/);
  await page.close();
});

it('also leaves an Enter alone that comes after the composition has ended, with the code of an input method', async () => {
  const page = await application.openPage();
  const { search, title } = frameOf(page);
  await search.find('phu lien');
  await search.hits.filter({ hasText: 'Phường Phù Liễn' }).first().waitFor();
  const session = await page.context().newCDPSession(page);
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await expect.poll(() => title.textContent()).toBe('Tổng quan');
  await search.dialog.waitFor();
  await page.close();
});

it('keeps list, dialog and shortcuts still while a word is composed', async () => {
  const page = await application.openPage({ route: '#/canh-bao' });
  const field = page.getByRole('combobox', { name: 'Tỉnh, thành phố' });
  await field.click();
  const seen = await gatherKeys(page);
  await compose(page, 'Hải');
  await page.getByRole('option', { name: 'TP. Hải Phòng' }).waitFor();
  for (const key of ['ArrowDown', 'Enter', 'Escape', 'F1', 'Alt+Digit2', 'Control+k'])
    await page.keyboard.press(key);
  await expect.poll(seen).toEqual([]);
  await expect.poll(() => page.url()).toMatch(/#\/canh-bao$/);
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('option', { name: 'TP. Hải Phòng' }).waitFor();
  await page.close();
});
