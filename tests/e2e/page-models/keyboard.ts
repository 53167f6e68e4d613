import type { Page } from 'playwright-core';

/** More stops than any screen has before its main controls; beyond it the control is not reachable. */
const MOST_STOPS = 120;

/**
 * Presses Tab until the focused control bears this name (its label, its text or its own words). Throws with the names
 * of the stops on the way when it is never reached.
 */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await focusedName(page);
    if (typeof name === 'string' ? found === name : name.test(found)) return;
    seen.push(found);
  }
  throw new Error(`Tab never reached ${name}; it passed ${seen.join(' | ')}`);
}

/** What a screen reader would call the focused element, near enough: aria-label, label, legend, text. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
    const words = element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent ?? '';
    return words.replace(/\s+/g, ' ').trim();
  });
}
