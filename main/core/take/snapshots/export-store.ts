import type { WriteDatabase } from '#main/db/open.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { ColumnDescription, Reference, TableDescription } from './format/description.ts';
import type { FormatVersion } from './format/versions.ts';
import type { Selection } from './scope.ts';

/**
 * Rows go from the attached workspace (`source_db`) into the new file. For every kind of id a temporary table maps
 * the workspace's row id to the id inside the file: the rank among what is in scope, so that row ids do not leave
 * the machine and equal content gets equal ids.
 */

const KINDS: readonly Reference[] = ['unit', 'subject', 'indicator', 'task', 'cut', 'source', 'run', 'alert'];

const SOURCE_MAPPED_BYTES = 2 ** 31;

/** Attaches the workspace under the name the other functions expect. It is only read. */
export function attachWorkspace(database: WriteDatabase, path: string): void {
  database.prepare('ATTACH ? AS source_db').run(path);
  // Our own database, read from end to end once: without copying each page first.
  database.pragma(`source_db.mmap_size = ${SOURCE_MAPPED_BYTES}`);
}

/** Fills the maps with what the selection puts in scope. */
export function mapScope(database: WriteDatabase, selection: Selection): void {
  for (const kind of KINDS) {
    database.exec(`CREATE TEMP TABLE map_${kind} (id INTEGER PRIMARY KEY, local INTEGER NOT NULL)`);
  }
  const { code, level } = selection.scope;
  const province = level === 'province' ? code : null;
  const cutIds = JSON.stringify([...selection.cuts, ...selection.months].map((cut) => cut.id));
  const fill = (
    kind: Reference,
    query: string,
    values: Readonly<Record<string, string | null>> = {},
  ): void => {
    database
      .prepare(`INSERT INTO map_${kind} SELECT id, row_number() OVER (ORDER BY id) FROM (${query})`)
      .run(values);
  };
  fill('unit', UNITS_IN_SCOPE, { province });
  database
    .prepare(`INSERT INTO map_subject SELECT map_unit.id, map_unit.local FROM map_unit
      JOIN source_db.unit USING (id) WHERE :province IS NULL OR unit.level <> 'country'`)
    .run({ province });
  fill('indicator', 'SELECT id FROM source_db.indicator');
  fill('task', 'SELECT id FROM source_db.task');
  fill('cut', 'SELECT value AS id FROM json_each(:cutIds)', { cutIds });
  fill('run', province === null ? COMMITTED_RUNS : RUNS_IN_SCOPE);
  fill(
    'source',
    'SELECT DISTINCT source_id AS id FROM source_db.import_run WHERE id IN (SELECT id FROM map_run)',
  );
  fill('alert', ALERTS_IN_SCOPE);
}

const UNITS_IN_SCOPE = `
  SELECT unit.id FROM source_db.unit LEFT JOIN source_db.unit AS parent ON parent.id = unit.parent_id
  WHERE :province IS NULL OR unit.level = 'country' OR unit.code = :province OR parent.code = :province`;
const COMMITTED_RUNS = `SELECT id FROM source_db.import_run WHERE state = 'committed'`;
// Point look-ups: a province is a small part of the figures.
const RUNS_IN_SCOPE = `
  SELECT run_id AS id FROM map_cut CROSS JOIN map_indicator CROSS JOIN map_subject
  CROSS JOIN source_db.observation AS figure ON figure.cut_id = map_cut.id
    AND figure.indicator_id = map_indicator.id AND figure.unit_id = map_subject.id
  UNION SELECT run_id FROM source_db.task_report
    WHERE cut_id IN (SELECT id FROM map_cut) AND unit_id IN (SELECT id FROM map_subject)
  UNION SELECT run_id FROM source_db.difficulty WHERE unit_id IN (SELECT id FROM map_subject)
  UNION SELECT run_id FROM source_db.document WHERE unit_id IN (SELECT id FROM map_subject)`;
const ALERTS_IN_SCOPE = `
  SELECT id FROM source_db.alert WHERE unit_id IN (SELECT id FROM map_subject)
    AND id IN (SELECT alert_id FROM source_db.alert_reading WHERE cut_id IN (SELECT id FROM map_cut))`;

/** Which rows of a table are wanted beyond those whose references are all in scope. */
const FILTERS: Readonly<Record<string, string>> = {
  unit_name: `row.role <> 'learned'`,
  rule_set: `row.version = :activeRules OR row.version IN (SELECT DISTINCT rule_version FROM source_db.unit_status
    WHERE cut_id IN (SELECT id FROM map_cut))
    OR row.version IN (SELECT revision FROM source_db.cut WHERE id IN (SELECT id FROM map_cut))`,
  difficulty: 'row.reported_on <= :day',
  document: 'row.issued_on <= :day',
};

/** What stands in the file where it is not the workspace's own value. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
  // An alert may be older than the oldest cut that was chosen; then it counts from the first that shows it.
  'alert.since_cut_id': `coalesce(since_cut_id_map.local, (SELECT shown.local FROM source_db.alert_reading AS reading
    JOIN map_cut AS shown ON shown.id = reading.cut_id JOIN source_db.cut ON cut.id = reading.cut_id
    WHERE reading.alert_id = row.id ORDER BY cut.as_of LIMIT 1))`,
};

export interface CopyValues {
  readonly activeRules: number;
  readonly asOf: string;
}

/** Copies the rows of one table that are in scope and returns how many there are. */
function copyTable(database: WriteDatabase, table: TableDescription, values: CopyValues): number {
  const names = table.columns.map((column) => column.name).join(', ');
  const plain = canCopyWhole(database, table);
  const query = plain ? `SELECT ${plain} FROM source_db.${table.name}` : selectRows(table);
  const parameters = { activeRules: values.activeRules, day: vietnamDay(values.asOf) };
  const used = Object.entries(parameters).filter(([name]) => query.includes(`:${name}`));
  const target = plain === '*' ? table.name : `${table.name} (${names})`;
  return database.prepare(`INSERT INTO main.${target} ${query}`).run(Object.fromEntries(used)).changes;
}

function selectRows(table: TableDescription): string {
  const columns = table.columns.map(
    (column) => EXPRESSIONS[`${table.name}.${column.name}`] ?? expressionOf(column),
  );
  const joins = table.columns
    .filter(({ reference }) => reference !== null)
    .map((column) => joinOf(table, column));
  const filter = FILTERS[table.name];
  // In the order in which they lie: an index would give the rows of the file other ids, and lists that are equal another order.
  return `SELECT ${columns.join(', ')} FROM source_db.${table.name} AS row NOT INDEXED ${joins.join(' ')}
    ${filter === undefined ? '' : `WHERE ${filter}`}`;
}

function expressionOf({ name, reference }: ColumnDescription): string {
  return reference === null ? `row.${name}` : `${name}_map.local`;
}

function joinOf(table: TableDescription, { name, reference, isOptional }: ColumnDescription): string {
  const isLoose = isOptional || `${table.name}.${name}` in EXPRESSIONS;
  return `${isLoose ? 'LEFT' : 'CROSS'} JOIN map_${reference} AS ${name}_map ON ${name}_map.id = row.${name}`;
}

/**
 * SQLite copies records as they are, several times faster, when a whole table goes over unchanged: every id it
 * mentions maps to itself and nothing of that kind stays behind. Returns '*' where also its columns are the same, its
 * column list where only they differ, and null where rows must be looked at.
 */
function canCopyWhole(database: WriteDatabase, table: TableDescription): string | null {
  if (table.name in FILTERS) return null;
  const kinds = new Set(table.columns.flatMap(({ reference }) => reference ?? []));
  if (![...kinds].every((kind) => isIdentity(database, kind))) return null;
  const columns = (schema: string) =>
    database
      .prepare(`SELECT group_concat(name) FROM pragma_table_info(?, ?)`)
      .pluck()
      .get(table.name, schema);
  const all = table.columns.map((column) => column.name);
  return columns('main') === all.join() && columns('source_db') === all.join() ? '*' : all.join(', ');
}

const TABLE_OF: Readonly<Record<Reference, string>> = {
  unit: 'unit',
  subject: 'unit',
  indicator: 'indicator',
  task: 'task',
  cut: 'cut',
  source: 'source',
  run: 'import_run',
  alert: 'alert',
};

function isIdentity(database: WriteDatabase, kind: Reference): boolean {
  const sql = `SELECT NOT EXISTS (SELECT 1 FROM map_${kind} WHERE id <> local)
    AND (SELECT count(*) FROM map_${kind}) = (SELECT count(*) FROM source_db.${TABLE_OF[kind]})`;
  return database.prepare(sql).pluck().get() === 1;
}

/** Communes in scope, and the kinds of source that the runs in scope rest on. */
export function describeScope(database: WriteDatabase) {
  const communes = `SELECT count(*) FROM source_db.unit JOIN map_subject USING (id) WHERE level = 'commune'`;
  const kinds = `SELECT DISTINCT kind FROM source_db.source JOIN map_source USING (id) ORDER BY kind`;
  return {
    communes: database.prepare(communes).pluck().get() as number,
    sourceKinds: database.prepare(kinds).pluck().all() as string[],
  };
}

/**
 * When what is in the new file changed last (UTC ISO): the newest of what says of itself when it came about. A file
 * is told by what is in it and not by when it was made, so that the same content gives the same bytes.
 */
export function lastChange(database: WriteDatabase): string | null {
  const sql = `SELECT max(at) FROM (
    SELECT max(committed_at) AS at FROM main.import_run UNION ALL SELECT max(created_at) FROM main.rule_set
    UNION ALL SELECT max(closed_at) FROM main.cut UNION ALL SELECT max(at) FROM main.alert_event
    UNION ALL SELECT max(at) FROM main.picture_event)`;
  return database.prepare(sql).pluck().get() as string | null;
}

/** Every table of the file in order, one step each; yields its name and gives the rows of each at the end. */
export function* copyTables(
  database: WriteDatabase,
  { dataTables }: FormatVersion,
  values: CopyValues,
): Generator<string, Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of dataTables) {
    yield table.name;
    counts[table.name] = copyTable(database, table, values);
  }
  return counts;
}
