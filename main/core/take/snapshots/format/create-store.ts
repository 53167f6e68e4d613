import type { OpenOptions, WriteDatabase } from '#main/db/open.ts';
import { createFile } from '#main/db/open-foreign.ts';
import { PAGE_BYTES, SNAPSHOT_APPLICATION_ID } from './constants.ts';
import { SEAL_BYTES } from './seal.ts';
import { type FormatVersion, schemaText } from './versions.ts';

/** A new file with every table and an empty seal. The caller removes it when its work fails. */
export function createSnapshotFile(path: string, format: FormatVersion, options: OpenOptions): WriteDatabase {
  const mark = { applicationId: SNAPSHOT_APPLICATION_ID, version: format.version, pageBytes: PAGE_BYTES };
  const database = createFile(path, mark, options);
  database.exec(schemaText(format));
  database.prepare('INSERT INTO seal (id, body) VALUES (1, zeroblob(?))').run(SEAL_BYTES);
  return database;
}
