import type { Page } from 'playwright-core';

/**
 * How far the letters of Be Vietnam Pro reach above and below their line's baseline, in their own size: Ẳ and Ổ carry
 * two marks, Ự and ç go below. The font itself promises less room above (ascent 1, descent 0.265).
 */
const INK = { ascent: 1, descent: 0.265, highest: 1.223, lowest: 0.263 } as const;

/** Words of which something cuts off the marks above or below; empty is good. Whatever the words are, Ổ could stand there. */
export function cutInk(page: Page): Promise<string[]> {
  return page.evaluate((ink) => {
    const clips = (style: CSSStyleDeclaration) => ['hidden', 'clip'].includes(style.overflowY);
    const boxOf = (element: Element, style: CSSStyleDeclaration): DOMRect => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const margin = style.overflowY === 'clip' ? Number.parseFloat(style.overflowClipMargin) || 0 : 0;
      return new DOMRect(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    };
    /** The clipping boxes round an element, up to the first that scrolls. */
    const clippersOf = (start: Element): DOMRect[] => {
      const boxes: DOMRect[] = [];
      for (let element: Element | null = start; element !== null; element = element.parentElement) {
        const style = getComputedStyle(element);
        if (['auto', 'scroll'].includes(style.overflowY)) break;
        if (clips(style) && element !== document.body) boxes.push(boxOf(element, style));
        if (style.position === 'fixed') break;
      }
      return boxes;
    };
    const isCut = (parent: Element, line: DOMRect, box: DOMRect): boolean => {
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      // A line that a clamp leaves out is not cut but gone.
      const middle = (line.top + line.bottom) / 2;
      if (middle < box.top || middle > box.bottom || size === 0) return false;
      const top = line.top - (ink.highest - ink.ascent) * size;
      const bottom = line.bottom + (ink.lowest - ink.descent) * size;
      return top < box.top - 0.5 || bottom > box.bottom + 0.5;
    };
    const found = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (parent === null || node.textContent?.trim() === '') continue;
      if (parent.closest('svg, script, style, .visually-hidden, [aria-hidden=true]') !== null) continue;
      // Words that stand on end have their marks at their side.
      if (getComputedStyle(parent).writingMode !== 'horizontal-tb') continue;
      if (!parent.checkVisibility({ visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const lines = [...range.getClientRects()];
      const clippers = clippersOf(parent);
      if (lines.some((line) => clippers.some((box) => isCut(parent, line, box))))
        found.add(
          `${parent.tagName.toLowerCase()}.${parent.className}: ${node.textContent?.trim().slice(0, 40)}`,
        );
    }
    return [...found];
  }, INK);
}
