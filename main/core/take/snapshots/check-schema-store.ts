import type { OpenOptions, ReadDatabase } from '#main/db/open.ts';
import { openScratch } from '#main/db/open-foreign.ts';
import type { Reason } from '#shared/domain/model.ts';
import { type FormatVersion, schemaText } from './format/versions.ts';
import { snapshotReason as reason } from './snapshot-reason.ts';

/** How many entries the schema of a version has: tables, and the indexes that SQLite itself makes for keys. */
export function expectedEntries(format: FormatVersion, options: OpenOptions): number {
  return expectedSchema(format, options).size;
}

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** Why the schema is not exactly that of its version, naming the first foreign thing; null when it is. */
export function checkSchema(
  database: ReadDatabase,
  format: FormatVersion,
  options: OpenOptions,
): Reason | null {
  const found = readSchema(database);
  const expected = expectedSchema(format, options);
  const foreign = [...found].find(([key, sql]) => expected.get(key) !== sql);
  if (foreign !== undefined) return reason('OBJECT_FOREIGN', { object: foreign[0].slice(0, 100) });
  const missing = [...expected.keys()].find((key) => !found.has(key));
  return missing === undefined ? null : reason('OBJECT_MISSING', { object: missing });
}

const known = new Map<number, Map<string, string | null>>();

function expectedSchema(format: FormatVersion, options: OpenOptions): Map<string, string | null> {
  const found = known.get(format.version);
  if (found !== undefined) return found;
  const scratch = openScratch(options);
  scratch.exec(schemaText(format));
  const expected = readSchema(scratch);
  scratch.close();
  known.set(format.version, expected);
  return expected;
}

function readSchema(database: ReadDatabase): Map<string, string | null> {
  const rows = database.prepare('SELECT type, name, sql FROM sqlite_schema').all() as SchemaEntry[];
  return new Map(rows.map(({ type, name, sql }) => [`${type} ${name}`, sql]));
}
