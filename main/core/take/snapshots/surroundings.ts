import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenOptions } from '#main/db/open.ts';

/** What the application gives to everything about snapshots. */
export interface Surroundings {
  readonly dataFolder: string;
  readonly clock: () => Date;
  readonly database: OpenOptions;
  /** Version of the boundaries that this application draws. */
  readonly boundaries: string;
}

/** The version that the boundaries' own manifest states; 'unknown' where there are no boundaries. */
export function readBoundariesVersion(assetsFolder: string): string {
  try {
    const manifest = JSON.parse(readFileSync(join(assetsFolder, 'geo', 'manifest.json'), 'utf8')) as {
      readonly version?: unknown;
    };
    return String(manifest.version ?? 'unknown');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'unknown';
    throw error;
  }
}
