import type { Locator, Page } from 'playwright-core';

/** The frame round every screen, as a person sees it. */
export function frameOf(page: Page) {
  return {
    title: page.getByRole('heading', { level: 1 }),
    cut: page.getByLabel('Kỳ số liệu', { exact: true }).first(),
    mark: page.getByText('SỐ LIỆU MINH HỌA', { exact: true }),
    main: page.getByRole('main'),
    engine: page.getByText(/^Hệ thống: /),
    search: paletteOf(page),
    screen: (name: string): Locator =>
      page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) }),
    panel: (name: string | RegExp): Locator => page.getByRole('region', { name }),
  };
}

function paletteOf(page: Page) {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    hits: dialog.getByRole('option'),
    /** Opens it and types; the hits come a moment later. */
    find: async (words: string): Promise<void> => {
      // A key pressed before the frame is there goes nowhere.
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      // The window takes the focus a moment after it is there; letters typed before go nowhere.
      await dialog.getByRole('combobox').and(page.locator(':focus')).waitFor();
      await page.keyboard.type(words);
    },
  };
}
