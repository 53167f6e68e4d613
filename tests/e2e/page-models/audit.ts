import type { Page } from 'playwright-core';

/** The mark-up of every control on screen that a screen reader could not name (WCAG 4.1.2); empty is good. */
export function unnamedControls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLElement>(
      'a[href], button, input:not([type=hidden]), select, textarea, [role=img], [role=button], [role=dialog]',
    );
    const nameOf = (element: HTMLElement): string => {
      const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
      const labelled = ids.map((id) => document.getElementById(id)?.textContent ?? '').join('');
      const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
      const label = labels.map((item) => item.textContent).join('');
      return [element.getAttribute('aria-label'), labelled, label, element.textContent, element.title]
        .join('')
        .trim();
    };
    const isShown = (element: HTMLElement) =>
      element.getClientRects().length > 0 && element.closest('[aria-hidden=true]') === null;
    return [...controls]
      .filter((element) => isShown(element) && nameOf(element) === '')
      .map((element) => element.outerHTML.slice(0, 160));
  });
}
