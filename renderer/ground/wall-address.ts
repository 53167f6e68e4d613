import { changeQuery, useAddress } from './address.ts';

/** True for `?wall` in the address, before or behind the '#'. */
export function useIsWall(): boolean {
  const { query } = useAddress();
  return query.has('wall') || new URLSearchParams(window.location.search).has('wall');
}

/** Puts the page into wall mode; the back key leaves it. */
export function openWall(): void {
  changeQuery({ wall: '' }, { push: true });
}

/** Leaves wall mode. A `?wall` before the '#' is taken off without loading the page again. */
export function closeWall(): void {
  const address = new URL(window.location.href);
  if (address.searchParams.has('wall')) {
    address.searchParams.delete('wall');
    window.history.replaceState(null, '', address);
  }
  changeQuery({ wall: null, scene: null });
  // The part before '#' alone may have changed, which is no hash change.
  window.dispatchEvent(new Event('popstate'));
}
