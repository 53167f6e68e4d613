import { formatHash, parseHash, patchQuery } from './address.ts';

/**
 * Shows the figures of an open snapshot in this window, or with null those of this machine again. The page starts
 * anew: nothing that was read from one source may stand beside what comes from another.
 */
export function lookAtSource(id: string | null): void {
  const { query } = parseHash(window.location.hash);
  const wall = query.has('wall') ? { wall: '' } : {};
  window.location.hash = formatHash('/', patchQuery(new URLSearchParams(wall), { snapshot: id }));
  window.location.reload();
}

/** Starts the page anew when the back key or a link leads to another source than the one it began with. */
export function reloadOnOtherSource(): () => void {
  const sourceNow = (): string | null => parseHash(window.location.hash).query.get('snapshot');
  const began = sourceNow();
  const look = (): void => {
    if (sourceNow() !== began) window.location.reload();
  };
  window.addEventListener('hashchange', look);
  window.addEventListener('popstate', look);
  return () => {
    window.removeEventListener('hashchange', look);
    window.removeEventListener('popstate', look);
  };
}
