import type { OpenOptions, WriteDatabase } from '#main/db/open.ts';
import { createFile } from '#main/db/open-foreign.ts';
import { FORMAT_VERSION, PAGE_BYTES, SNAPSHOT_APPLICATION_ID } from './constants.ts';
import { SEAL_BYTES } from './seal.ts';
import { FORMAT_TABLES } from './tables.ts';

/** A new file with every table and an empty seal. The caller removes it when its work fails. */
export function createSnapshotFile(path: string, options: OpenOptions): WriteDatabase {
  const mark = { applicationId: SNAPSHOT_APPLICATION_ID, version: FORMAT_VERSION, pageBytes: PAGE_BYTES };
  const database = createFile(path, mark, options);
  database.exec(FORMAT_TABLES.map(({ sql }) => `${sql};`).join('\n'));
  database.prepare('INSERT INTO seal (id, body) VALUES (1, zeroblob(?))').run(SEAL_BYTES);
  return database;
}
