import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let isOnPaper = false;
const listeners = new Set<() => void>();

/** Tells every component when the page goes to paper and comes back. Called once, before the page is drawn. */
export function watchPrinting(): void {
  const tell = (now: boolean) => {
    isOnPaper = now;
    // The browser takes its picture as soon as this event has been handled: everything is redrawn within it.
    flushSync(() => {
      for (const listener of listeners) listener();
    });
  };
  window.addEventListener('beforeprint', () => tell(true));
  window.addEventListener('afterprint', () => tell(false));
}

/** True while the page is laid out for paper: light, every row there, nothing to press. */
export function useOnPaper(): boolean {
  return useSyncExternalStore(subscribe, isPageOnPaper);
}

/** The same, for what no component draws. */
export function isPageOnPaper(): boolean {
  return isOnPaper;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
