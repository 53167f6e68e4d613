import { SOURCE_HEADER } from '#shared/contract/snapshots.ts';

/** The open snapshot that this window shows, from its address (`#/?snapshot=ID`); null for the workspace. */
export function sourceOfWindow(): string | null {
  const query = window.location.hash.split('?')[1] ?? '';
  return new URLSearchParams(query).get('snapshot');
}

/** What every call of this window carries, so that the engine answers from the right figures. */
export function sourceHeaders(): Record<string, string> {
  const id = sourceOfWindow();
  return id === null ? {} : { [SOURCE_HEADER]: id };
}
