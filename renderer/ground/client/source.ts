import { SOURCE_HEADER } from '#shared/contract/source-header.ts';

/** The open snapshot that this window shows, from its address (`#/?snapshot=ID`); null for the workspace. */
export function sourceOfWindow(): string | null {
  const query = window.location.hash.split('?')[1] ?? '';
  return new URLSearchParams(query).get('snapshot');
}

/** What every call of this window carries, so that the engine answers from the right figures. */
export function sourceHeaders(_options: unknown, path: readonly string[]): Record<string, string> {
  // The heartbeat is the engine's own: it must be heard also when the snapshot is no longer open.
  if (path.join('.') === 'application.events') return {};
  const id = sourceOfWindow();
  return id === null ? {} : { [SOURCE_HEADER]: id };
}
