import type { OpenOptions, ReadDatabase } from '#main/db/open.ts';
import { openScratch } from '#main/db/open-foreign.ts';
import type { Reason } from '#shared/domain/model.ts';
import { formatSchema } from './format/create-tables.ts';
import { FORMAT_TABLES } from './format/tables.ts';
import { snapshotReason as reason } from './snapshot-reason.ts';

/** The indexes that SQLite itself makes for keys, and the tables. */
const KEY = /PRIMARY KEY|UNIQUE/g;
export const EXPECTED_SCHEMA_ENTRIES: number = FORMAT_TABLES.reduce(
  (sum, table) => sum + entriesOf(table.sql),
  0,
);

/** A key that is the row id, or the key of a table without row ids, needs no index of its own. */
function entriesOf(sql: string): number {
  const keys = sql.match(KEY)?.length ?? 0;
  const isFree = sql.includes('INTEGER PRIMARY KEY') || sql.includes('WITHOUT ROWID');
  return 1 + keys - (isFree ? 1 : 0);
}

interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/** Why the schema is not exactly ours, naming the first thing that should not be there; null when it is. */
export function checkSchema(database: ReadDatabase, options: OpenOptions): Reason | null {
  const found = readSchema(database);
  const expected = expectedSchema(options);
  const foreign = [...found].find(([key, sql]) => expected.get(key) !== sql);
  if (foreign !== undefined) return reason('OBJECT_FOREIGN', { object: foreign[0].slice(0, 100) });
  const missing = [...expected.keys()].find((key) => !found.has(key));
  return missing === undefined ? null : reason('OBJECT_MISSING', { object: missing });
}

let known: Map<string, string | null> | null = null;

function expectedSchema(options: OpenOptions): Map<string, string | null> {
  if (known === null) {
    const scratch = openScratch(options);
    scratch.exec(formatSchema());
    known = readSchema(scratch);
    scratch.close();
  }
  return known;
}

function readSchema(database: ReadDatabase): Map<string, string | null> {
  const rows = database.prepare('SELECT type, name, sql FROM sqlite_schema').all() as SchemaEntry[];
  return new Map(rows.map(({ type, name, sql }) => [`${type} ${name}`, sql]));
}
