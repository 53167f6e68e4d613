import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { type SnapshotManifest, snapshotManifest } from '#shared/contract/snapshots.ts';

export function writeManifest(file: WriteDatabase, manifest: SnapshotManifest): void {
  file.prepare('INSERT INTO main.manifest (id, body) VALUES (1, ?)').run(JSON.stringify(manifest));
}

/** What a file says about itself, or null when it says nothing that can be understood. */
export function readManifest(database: ReadDatabase): SnapshotManifest | null {
  const rows = database.prepare('SELECT body FROM manifest LIMIT 2').pluck().all() as string[];
  if (rows.length !== 1) return null;
  try {
    // What its figures rest on is asked of the rows: a header may claim anything.
    const sourceKinds = database.prepare('SELECT DISTINCT kind FROM source ORDER BY kind').pluck().all();
    return snapshotManifest.parse({ ...JSON.parse(rows[0] ?? ''), sourceKinds });
  } catch {
    return null;
  }
}
