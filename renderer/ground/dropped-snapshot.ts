import { useEffect, useEffectEvent } from 'react';
import { goTo, hrefTo } from './address.ts';

/** A data file dropped on some screen, until the screen of data files has taken it. */
let dropped: File | null = null;
const listeners = new Set<() => void>();

export function isSnapshotName(name: string): boolean {
  return /\.kh02$/i.test(name);
}

/** Hands a data file to the screen of data files, and goes there. */
export function dropSnapshot(file: File): void {
  dropped = file;
  goTo(hrefTo('/tep-so-lieu'));
  for (const listener of listeners) listener();
}

/** Takes a file that was dropped before this screen opened or while it is open, once. */
export function useDroppedSnapshot(take: (file: File) => void): void {
  const takeOnce = useEffectEvent(() => {
    const file = dropped;
    dropped = null;
    if (file !== null) take(file);
  });
  useEffect(() => {
    const listener = (): void => takeOnce();
    let isGone = false;
    listeners.add(listener);
    // Once it is sure that the screen stays: React's strict mode mounts it, takes it away and mounts it again.
    queueMicrotask(() => !isGone && takeOnce());
    return () => {
      isGone = true;
      listeners.delete(listener);
    };
  }, []);
}
