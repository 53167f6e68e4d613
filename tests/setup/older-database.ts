import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { APPLICATION_ID } from '#main/db/identity.ts';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

/** Every version before today's. */
export const OLDER_VERSIONS = MIGRATIONS.slice(0, -1).map(({ version }) => version);

/** A database as a program of that version left it, with one unit in it. */
export function makeOlder(file: string, version: number): void {
  const database = new Sqlite(file);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrateToLatest(
    database,
    file,
    MIGRATIONS.filter((step) => step.version <= version),
  );
  database.exec(`INSERT INTO unit (id, code, level, valid_from) VALUES (1, 'VN', 'country', '2025-07-01')`);
  // What a migration wrote beside the units that it found.
  if (version >= 140)
    database.exec(`INSERT INTO workspace (id, kind, created_at) VALUES (1, 'illustrative', '2025-12-31')`);
  database.pragma('journal_mode = WAL');
  database.close();
}

/** The bytes of every file in the folder, by its name. */
export function bytesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}
