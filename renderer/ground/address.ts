import { useCallback, useMemo, useSyncExternalStore } from 'react';

/**
 * The address is the state of the screen: `#/don-vi/11446?cut=week-2025-07-28`. Path and query both live behind
 * the '#', so they work under http and under the desktop's own scheme, and a reload keeps the screen.
 */
export interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

export type QueryPatch = Readonly<Record<string, string | null | undefined>>;

/** Path and query behind the '#'. */
export function parseHash(hash: string): Address {
  const text = hash.replace(/^#?\/?/, '/');
  const mark = text.indexOf('?');
  if (mark < 0) return { path: text, query: new URLSearchParams() };
  return { path: text.slice(0, mark), query: new URLSearchParams(text.slice(mark + 1)) };
}

/** The hash of a path and query; empty values are left out, a flag (`wall`) is written without '='. */
export function formatHash(path: string, query: URLSearchParams): string {
  const text = query.toString().replace(/=(?=&|$)/g, '');
  return text === '' ? `#${path}` : `#${path}?${text}`;
}

/** A copy of the query with the patch applied: null or undefined removes. */
export function patchQuery(query: URLSearchParams, patch: QueryPatch): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === undefined) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('hashchange', listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', listener);
    window.removeEventListener('popstate', listener);
  };
}

const currentHash = (): string => window.location.hash;

/** Goes to an address; `replace` leaves no step behind for the back key. */
export function goTo(hash: string, options: { readonly replace?: boolean } = {}): void {
  if (hash === window.location.hash) return;
  if (options.replace === true) window.history.replaceState(window.history.state, '', hash);
  else window.history.pushState(null, '', hash);
  for (const listener of listeners) listener();
}

/** The address now; renders again when it changes. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, currentHash);
  return useMemo(() => parseHash(hash), [hash]);
}

/** One value of the query and the way to change it (replaces the step unless `push`). */
export function useQueryValue(
  name: string,
): [string | null, (value: string | null, options?: { readonly push?: boolean }) => void] {
  const { query } = useAddress();
  const set = useCallback(
    (value: string | null, options: { readonly push?: boolean } = {}) =>
      changeQuery({ [name]: value }, options),
    [name],
  );
  return [query.get(name), set];
}

/** Changes values of the query on the same path, several in one step. */
export function changeQuery(patch: QueryPatch, options: { readonly push?: boolean } = {}): void {
  const { path, query } = parseHash(currentHash());
  goTo(formatHash(path, patchQuery(query, patch)), { replace: options.push !== true });
}

/** Values that travel from screen to screen; everything else belongs to one screen. */
const LASTING = ['cut', 'snapshot', 'wall'] as const;

/** The hash of another screen, with the cut carried along. */
export function hrefTo(
  path: string,
  query: QueryPatch = {},
  from: Address = parseHash(currentHash()),
): string {
  const kept = new URLSearchParams();
  for (const name of LASTING) {
    const value = from.query.get(name);
    if (value !== null) kept.set(name, value);
  }
  return formatHash(path, patchQuery(kept, query));
}

/** The hook wouter matches routes with. */
export function useHashPath(): [string, (path: string, options?: { readonly replace?: boolean }) => void] {
  const { path } = useAddress();
  return [path, navigatePath];
}
useHashPath.hrefs = (path: string): string => hrefTo(path);
useHashPath.searchHook = (): string => useAddress().query.toString();

function navigatePath(path: string, options: { readonly replace?: boolean } = {}): void {
  goTo(hrefTo(path), options);
}
