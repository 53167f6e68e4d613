import { FORMAT_VERSION } from './constants.ts';
import { DATA_TABLES, FORMAT_TABLES, type TableDescription } from './tables.ts';

/** One version of the format as it was released; nothing of it changes afterwards. */
export interface FormatVersion {
  readonly version: number;
  /** Everything the file consists of, in the order in which it is created: the exact schema. */
  readonly tables: readonly TableDescription[];
  /** Those that hold data, in an order in which every row finds what it points at. */
  readonly dataTables: readonly TableDescription[];
  /**
   * How rows of a table come into a workspace of today, where they are not simply those columns that both have: a
   * SELECT from `snapshot_db`, with the columns it fills. A version that is not the newest says here what it lacks.
   */
  readonly loads: Readonly<Record<string, { readonly columns: string; readonly select: string }>>;
}

/** Every version that can be read. The next one is added here with tables of its own; this one stays as it is. */
export const FORMATS: readonly FormatVersion[] = [
  { version: FORMAT_VERSION, tables: FORMAT_TABLES, dataTables: DATA_TABLES, loads: {} },
];

/** The version of a file, or undefined for one that never was. */
export function formatOf(version: number): FormatVersion | undefined {
  return FORMATS.find((format) => format.version === version);
}

/** The schema text of a version. */
export function schemaText({ tables }: FormatVersion): string {
  return tables.map(({ sql }) => `${sql};`).join('\n');
}
