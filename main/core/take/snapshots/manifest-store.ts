import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { type SnapshotManifest, snapshotManifest } from '#shared/contract/snapshots.ts';
import { SNAPSHOT_LIMITS } from './format/constants.ts';

export function writeManifest(file: WriteDatabase, manifest: SnapshotManifest): void {
  file.prepare('INSERT INTO main.manifest (id, body) VALUES (1, ?)').run(JSON.stringify(manifest));
}

/** What a file says about itself, or null when it says nothing that can be understood. */
export function readManifest(database: ReadDatabase): SnapshotManifest | null {
  // Before the rows are looked at: a CHECK can be written past.
  const sql = 'SELECT body FROM manifest WHERE length(body) <= ? LIMIT 2';
  const rows = database.prepare(sql).pluck().all(SNAPSHOT_LIMITS.manifestCharacters) as string[];
  if (rows.length !== 1) return null;
  try {
    // What its figures rest on is asked of the rows: a header may claim anything.
    const sourceKinds = database.prepare('SELECT DISTINCT kind FROM source ORDER BY kind').pluck().all();
    return snapshotManifest.parse({ ...JSON.parse(rows[0] ?? ''), sourceKinds });
  } catch {
    return null;
  }
}
