// Each of these runs in the page.

/** Pixels of the smallest text that is shown. */
export function smallestText(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let smallest = Number.POSITIVE_INFINITY;
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    const isShown =
      parent !== null &&
      walker.currentNode.textContent?.trim() !== '' &&
      parent.closest('svg, script, style, .visually-hidden, [data-still]') === null &&
      parent.checkVisibility({ visibilityProperty: true });
    if (isShown) smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(parent).fontSize));
  }
  return smallest;
}

/** Whether exactly so many words that are shown reach beyond the display or beyond a box that cuts them off. */
export function cutWords(expected: number): boolean {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let found = 0;
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent === null || walker.currentNode.textContent?.trim() === '') continue;
    if (parent.closest('svg, script, style, .visually-hidden') !== null) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    for (let element: Element | null = parent; element !== null; element = element.parentElement) {
      if (getComputedStyle(element).overflowX === 'visible') continue;
      const box = element.getBoundingClientRect();
      if (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1)
        found += 1;
    }
  }
  return found === expected;
}

/** The questions that stand on another line than the words they are asked of, or reach beyond the margin. */
export function strayQuestions(): string[] {
  const margin = document.querySelector('header time')?.getBoundingClientRect().right ?? Number.NaN;
  return [...document.querySelectorAll<HTMLElement>('[data-why]')]
    .filter((question) => {
      if (!question.checkVisibility({ visibilityProperty: true })) return false;
      const range = document.createRange();
      range.setStart(question.closest('p, li') ?? question, 0);
      range.setEndBefore(question);
      const { top, bottom, right } = question.getBoundingClientRect();
      const isBeside = [...range.getClientRects()].some((line) => line.top < bottom && line.bottom > top);
      return !isBeside || !(right <= margin + 1);
    })
    .map((question) => question.ariaLabel ?? '');
}

/** Puts the longest there can be in place of every big number. */
export function lengthenNumbers(): void {
  const all = document.querySelectorAll('[data-fit]');
  if (all.length < 6) throw new Error(`The wall has only ${all.length} big numbers that fit their cards`);
  for (const words of all) {
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      if (/^\d/.test(text)) node.textContent = text.includes('%') ? '100,00%' : '3.321';
    }
  }
}

export interface LockWindow {
  readonly locks: WakeLockSentinel[];
}

/** Before the page begins: remembers every lock that the browser gives it. */
export function recordLocks(): void {
  const locks: WakeLockSentinel[] = [];
  Object.assign(window, { locks });
  const request = navigator.wakeLock.request.bind(navigator.wakeLock);
  navigator.wakeLock.request = async (type) => {
    const lock = await request(type);
    locks.push(lock);
    return lock;
  };
}

/** Whether the browser holds exactly so many of them now. */
export function heldLocks(expected: number): boolean {
  const { locks } = window as unknown as LockWindow;
  return locks.length > 0 && locks.filter((lock) => !lock.released).length === expected;
}
