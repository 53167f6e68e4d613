import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApplication, startApplication } from '#tests/setup/application-page.ts';
import { everyScreen } from './page-models/every-screen.ts';
import { type PrintedPage, printedPages, squeezed } from './page-models/printed.ts';
import { settled } from './page-models/settled.ts';

let application: RunningApplication;

beforeAll(async () => {
  application = await startApplication();
});
afterAll(() => application.close());

/** What has to stand on every page of paper. */
const ORIGIN = {
  vi: ['SỐ LIỆU MINH HỌA', 'Tuần 29/12/2025', 'Số liệu đến 29/12/2025 16:00', 'Nguồn: Minh họa'],
  en: ['ILLUSTRATIVE DATA', 'Week 29/12/2025', 'Data as of 29/12/2025 16:00', 'Source: Illustrative'],
} as const;

/** Surfaces of the dark appearance. */
const DARK = ['#0e141a', '#161e27', '#1d2731', '#121920'];
const PAPER_WIDTH = 1032;

/** What still cuts off what is in it, on a page that is styled as paper. */
function cutBoxes(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'main, main *:not(svg, svg *, .visually-hidden, input, select, textarea)',
      ),
    ]
      .filter((element) => element.checkVisibility() && getComputedStyle(element).overflowY !== 'visible')
      .map((element) => element.className),
  );
}

async function print(page: Page): Promise<PrintedPage[]> {
  return printedPages(await page.pdf({ preferCSSPageSize: true }));
}

function pagesWithout(words: string, pages: readonly PrintedPage[]): string[] {
  return pages.flatMap(({ text }, at) =>
    text.includes(squeezed(words)) ? [] : [`${words}: page ${at + 1}`],
  );
}

/** Words of tables and lists that the page has when it goes to paper, but that are not on it. */
async function missing(page: Page, pages: readonly PrintedPage[]): Promise<string[]> {
  const words = await page.evaluate(() => (window as unknown as { wordsOnPaper: string[] }).wordsOnPaper);
  const all = pages.map(({ text }) => text).join('');
  return words.filter((word) => !all.includes(word.normalize('NFC').replace(/\s+/g, '')));
}

/** Remembers, when the page goes to paper, the words of its tables and lists; runs in the page. */
function rememberWords(): void {
  window.addEventListener('beforeprint', () => {
    const cells = document.querySelectorAll('main :is(td, li, h2)');
    const words = [...cells].flatMap((cell) => {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const isControl = parent?.closest('[data-control], .visually-hidden, svg, .mantine-Button-root');
        if (isControl === null) found.push(walker.currentNode.textContent ?? '');
      }
      return found;
    });
    Object.assign(window, { wordsOnPaper: words });
  });
}

it.each(everyScreen())(
  'prints %s whole, light, in colour, with mark, cut, moment and source on every page',
  async (path) => {
    const page = await application.openPage({
      width: 1600,
      height: 1000,
      colorScheme: 'dark',
      route: `#${path}`,
    });
    await settled(page);
    await page.getByText(ORIGIN.vi[0]).first().waitFor();
    await page.evaluate(rememberWords);
    const dark = await print(page);
    for (const words of ORIGIN.vi) expect(pagesWithout(words, dark)).toEqual([]);
    await expect.poll(() => missing(page, dark)).toEqual([]);
    const colours = new Set(dark.flatMap((one) => [...one.colours]));
    expect(DARK.filter((colour) => colours.has(colour))).toEqual([]);
    // The mark's own ground: a browser that saves ink leaves grounds out.
    expect([...colours]).toContain('#fff6da');
    // Back on screen it is as dark as before, in the other language it prints the same.
    await page.locator('html[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Nền sáng' }).click();
    await page.getByRole('button', { name: /English/ }).click();
    await page.getByText('ILLUSTRATIVE DATA', { exact: true }).waitFor();
    await settled(page);
    const light = await print(page);
    for (const words of ORIGIN.en) expect(pagesWithout(words, light)).toEqual([]);
    await expect.poll(() => missing(page, light)).toEqual([]);
    // What scrolls on screen is opened, and nothing is wider than the page.
    await page.setViewportSize({ width: PAPER_WIDTH, height: 730 });
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => cutBoxes(page)).toEqual([]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(PAPER_WIDTH);
    expect(application.problems).toEqual([]);
    await page.close();
  },
);

it('keeps bars, chips and the colours of the map', async () => {
  const page = await application.openPage({ width: 1600, height: 1000, colorScheme: 'dark' });
  await settled(page);
  const [first, second] = await print(page);
  for (const colour of ['#2e9e83', '#f5cb45', '#9e1b1b']) {
    expect([...(first?.colours ?? [])]).toContain(colour);
    expect([...(second?.colours ?? [])]).toContain(colour);
  }
  await page.close();
});

it('prints every alert that has been read, and says how many there are', async () => {
  const page = await application.openPage({ route: '#/canh-bao' });
  await settled(page);
  const pages = await print(page);
  const all = pages.map(({ text }) => text).join('');
  expect(all.match(/Đangbáođộng/g)?.length).toBeGreaterThan(100);
  // As many as the heading of the list says.
  expect(all).toMatch(/Danhsáchcảnhbáo([\d.]+)cảnhbáo.*Hiện\d+trong\1(?!\d)/);
  await page.close();
});

it('prints the sheet of a shift upright', async () => {
  const page = await application.openPage({ route: '#/canh-bao/giao-ca' });
  await settled(page);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf).toMatch(/\/MediaBox \[0 0 59\d(\.\d+)? 84\d/);
  await page.close();
});
