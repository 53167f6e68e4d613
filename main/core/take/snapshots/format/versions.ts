import { LATEST_VERSION } from '#main/db/migrate.ts';
import type { OpenOptions } from '#main/db/open.ts';
import { deriveTables } from './derived-store.ts';
import type { TableDescription } from './description.ts';
import { DATA_TABLES, FORMAT_TABLES, MANIFEST, SEAL } from './format-1.ts';

/** One version of the format; nothing of it changes once it has been released. */
export interface FormatVersion {
  readonly version: number;
  /** Everything the file consists of, in the order in which it is created: the exact schema. */
  readonly tables: readonly TableDescription[];
  readonly indexes: readonly string[];
  /** Those that hold data, in an order in which every row finds what it points at. */
  readonly dataTables: readonly TableDescription[];
  /**
   * How rows of a table come into a workspace of today, where they are not simply those columns that both have: a
   * SELECT from `snapshot_db`, with the columns it fills. A version that is not the newest says here what it lacks.
   */
  readonly loads: Readonly<Record<string, { readonly columns: string; readonly select: string }>>;
}

/**
 * Versions whose tables are those of the workspace's own schema after a migration. The newest may be of the schema as
 * it is, while it is unreleased. A release pins it: the number of its last migration takes the place of the word, the
 * hash of its text goes into the test, a file of it among the fixtures; docs/decisions/0035.
 */
export const DERIVED: readonly {
  readonly version: number;
  readonly schema: number | 'unreleased';
  readonly loads: FormatVersion['loads'];
}[] = [{ version: 2, schema: 'unreleased', loads: {} }];

let known: readonly FormatVersion[] | null = null;

/** Every version that can be read, oldest first. */
export function listFormats(options: OpenOptions = {}): readonly FormatVersion[] {
  known ??= [
    { version: 1, tables: FORMAT_TABLES, indexes: [], dataTables: DATA_TABLES, loads: {} },
    ...DERIVED.map(({ version, schema, loads }) => {
      const derived = deriveTables(schema === 'unreleased' ? LATEST_VERSION : schema, options);
      const { tables: dataTables, indexes } = derived;
      return { version, tables: [SEAL, MANIFEST, ...dataTables], indexes, dataTables, loads };
    }),
  ];
  return known;
}

/** The version of a file, or undefined for one that never was. */
export function formatOf(version: number, options: OpenOptions = {}): FormatVersion | undefined {
  return listFormats(options).find((format) => format.version === version);
}

/** What files are written in. */
export function newestFormat(options: OpenOptions = {}): FormatVersion {
  const newest = listFormats(options).at(-1);
  if (newest === undefined) throw new Error('There is no format');
  return newest;
}

/** The schema text of a version. */
export function schemaText({ tables, indexes }: FormatVersion): string {
  return [...tables.map(({ sql }) => sql), ...indexes].map((sql) => `${sql};`).join('\n');
}
