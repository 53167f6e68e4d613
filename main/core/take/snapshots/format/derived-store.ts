import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';
import type { OpenOptions, ReadDatabase } from '#main/db/open.ts';
import { openScratch } from '#main/db/open-foreign.ts';
import { describeColumn, type TableDescription } from './description.ts';
import { textLimit } from './text-limits.ts';

/** Tables that point at no other and travel; any other travels when it points at travelling ones and at nothing else. */
const ROOTS = ['difficulty_category', 'indicator', 'pillar', 'plan', 'rule_set', 'task_group', 'task_phase'];

/** What points at travelling rows and stays here, with the reason. */
export const STAYING_TABLES: Readonly<Record<string, string>> = {
  cut_event: 'how this machine opened and closed a cut; a file says whether it is closed',
  cut_wait: 'what this machine decided about a cut that was late',
  import_receipt:
    'what was said of a file when it came in here; it may name places that a file does not hold',
  observation_past: 'what was replaced or taken back does not travel',
  report_past: 'what was replaced or taken back does not travel',
};

/** Columns of travelling tables that are empty in every file, with the reason. */
export const STAYING_COLUMNS: Readonly<Record<string, string>> = {
  'alert_event.severity': 'how grave an alert was that a person took; a file takes no decisions',
  'cut.asks': 'whom this machine asked; the board of the file says what was owed',
  'cut.opened_at': 'when this machine opened it',
  'cut.owes': 'what this machine asked for; the board of the file says what was owed',
  'import_run.detail': 'how this machine took the file in',
  'import_run.through_id': 'the way a figure came here; a file says where it first came from',
  'import_run.undone_at': 'what was taken back does not travel',
  'import_run.undone_by': 'what was taken back does not travel',
  'picture_event.reason': 'why somebody here decided what the picture is; a file says what it was',
  'picture_event.who': 'who did',
};

/** What is in no file though the workspace may hold it. */
const STAYING_ROWS: Readonly<Record<string, string>> = {
  import_run: `state <> 'committed'`,
  source: `json_type(sheets) <> 'array'`,
  unit_name: `role = 'learned'`,
};

export interface DerivedTables {
  /** In an order in which every row finds what it points at. */
  readonly tables: readonly TableDescription[];
  /** The indexes that keep rows apart; those that only make the workspace quick do not travel. */
  readonly indexes: readonly string[];
}

/** The travelling tables of the workspace's own schema as it was after the migration of that version, text for text. */
export function deriveTables(schemaVersion: number, options: OpenOptions): DerivedTables {
  const database = openScratch(options);
  try {
    const steps = MIGRATIONS.filter(({ version }) => version <= schemaVersion);
    migrateToLatest(database, 'memory', steps);
    const names = travellingTables(database);
    return {
      tables: names.map((name) => describeTable(database, name)),
      indexes: uniqueIndexes(database, names),
    };
  } finally {
    database.close();
  }
}

interface ForeignKey {
  readonly column: string;
  readonly target: string;
  readonly to: string | null;
}

function foreignKeys(database: ReadDatabase, table: string): ForeignKey[] {
  const sql = 'SELECT "from" AS column, "table" AS target, "to" FROM pragma_foreign_key_list(?)';
  return database.prepare(sql).all(table) as ForeignKey[];
}

function travellingTables(database: ReadDatabase): string[] {
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`;
  const all = database.prepare(sql).pluck().all() as string[];
  const targetsOf = new Map(
    all.map((name) => [name, foreignKeys(database, name).map(({ target }) => target)]),
  );
  const found: string[] = [];
  const isReady = (name: string): boolean => {
    if (found.includes(name) || name in STAYING_TABLES) return false;
    const targets = targetsOf.get(name) ?? [];
    if (targets.length === 0) return ROOTS.includes(name);
    return targets.every((target) => target === name || found.includes(target));
  };
  for (let next = all.filter(isReady); next.length > 0; next = all.filter(isReady)) found.push(...next);
  return found;
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
}

function describeTable(database: ReadDatabase, name: string): TableDescription {
  const sql = database.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name) as string;
  const all = database
    .prepare('SELECT name, type, "notnull" FROM pragma_table_info(?)')
    .all(name) as ColumnRow[];
  const keys = foreignKeys(database, name);
  const [staying, travelling] = [true, false].map((stays) =>
    all.filter((column) => `${name}.${column.name}` in STAYING_COLUMNS === stays),
  ) as [ColumnRow[], ColumnRow[]];
  const columns = travelling.flatMap((column) => {
    const target = keys.find((key) => key.column === column.name && key.to === 'id')?.target;
    return describeColumn(name, column.name, { target, isRequired: column.notnull === 1 });
  });
  const texts = travelling.filter(({ type }) => type === 'TEXT').map((column) => column.name);
  const rows = STAYING_ROWS[name];
  const limits = [
    ...staying.map((column) => `${column.name} IS NOT NULL`),
    ...(rows === undefined ? [] : [rows]),
    ...texts.flatMap((column) => textLimit(name, column, sql)),
  ];
  return { name, sql, columns, limits };
}

function uniqueIndexes(database: ReadDatabase, tables: readonly string[]): string[] {
  const sql = `SELECT sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%'
    AND tbl_name IN (SELECT value FROM json_each(?)) ORDER BY name`;
  return database.prepare(sql).pluck().all(JSON.stringify(tables)) as string[];
}
