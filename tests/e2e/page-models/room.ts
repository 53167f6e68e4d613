// Each of these runs in the page.

/** What reaches to the right beyond the panel it stands in: words of it, under the panel's name. */
export function beyondPanels(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-panel]')].flatMap((panel) => {
    const { right } = panel.getBoundingClientRect();
    return [...panel.querySelectorAll<HTMLElement>('*')]
      .filter(
        (part) =>
          part.closest('.leaflet-container, svg, .visually-hidden') === null &&
          part.checkVisibility({ visibilityProperty: true }) &&
          part.getBoundingClientRect().right > right + 1,
      )
      .map((part) => `${panel.querySelector('h2')?.textContent}: ${part.textContent?.slice(0, 40)}`);
  });
}

/** The rows of tables whose name is squeezed into more than five lines. */
export function squeezedNames(): string[] {
  return [...document.querySelectorAll<HTMLElement>('main tbody th')]
    .filter((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 5;
    })
    .map((name) => name.textContent ?? '');
}
