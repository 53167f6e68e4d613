import type { ReadDatabase } from '#main/db/open.ts';
import { ruleSet } from '#shared/contract/rules.ts';
import type { SnapshotManifest } from '#shared/contract/snapshots.ts';
import { unitCode } from '#shared/contract/words.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { ALERT_RULES, type Reason, TASK_OUTCOMES } from '#shared/domain/model.ts';
import { hasForbiddenRow } from './check-rows.ts';
import { SNAPSHOT_LIMITS } from './format/constants.ts';
import type { TableDescription } from './format/tables.ts';
import type { FormatVersion } from './format/versions.ts';
import { snapshotReason as reason } from './snapshot-reason.ts';

/**
 * What must hold of the rows of a file whose schema is ours, in the order in which it is looked at: pages and keys,
 * then what the schema's text demands of each row, then what only the program knows. Each check gives the reason why
 * the file cannot be relied on, or null.
 */
export function contentChecks(
  database: ReadDatabase,
  { dataTables, version }: FormatVersion,
  manifest: SnapshotManifest,
): readonly (() => Reason | null)[] {
  return [
    () => checkPages(database),
    () => checkReferences(database),
    ...dataTables.map((table) => () => {
      return hasForbiddenRow(database, table) ? reason('VALUES_WRONG', { table: table.name }) : null;
    }),
    () => checkLimits(database),
    ...Object.keys(WRONG_ROWS).map((table) => () => checkValues(database, table)),
    () => checkTexts(database),
    () => (manifest.format === version ? null : reason('MANIFEST_WRONG')),
    () => checkManifest(database, dataTables, manifest),
  ];
}

function checkPages(database: ReadDatabase): Reason | null {
  return database.pragma('integrity_check(1)', { simple: true }) === 'ok' ? null : reason('DAMAGED');
}

function checkReferences(database: ReadDatabase): Reason | null {
  const orphan = database.prepare('SELECT "table" FROM pragma_foreign_key_check LIMIT 1').pluck().get();
  return orphan === undefined ? null : reason('VALUES_WRONG', { table: String(orphan) });
}

function checkLimits(database: ReadDatabase): Reason | null {
  for (const [table, limit] of [
    ['unit', SNAPSHOT_LIMITS.units],
    ['cut', SNAPSHOT_LIMITS.cuts],
    ['indicator', SNAPSHOT_LIMITS.cuts],
  ] as const) {
    const rows = database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    if (rows > limit) return reason('TOO_MANY_ROWS', { table, rows, limit });
  }
  return null;
}

const TEXT = SNAPSHOT_LIMITS.textCharacters;
/** Each finds a row that the schema lets pass and no program of ours has written. */
const WRONG_ROWS: Readonly<Record<string, string>> = {
  observation: `SELECT 1 FROM observation WHERE length(note) > ${TEXT} OR abs(value) > 1e15
    OR denominator < 0 OR sheet < 0 OR row < 0`,
  unit_status: `SELECT 1 FROM unit_status WHERE length(facts) > ${TEXT} OR json_type(facts) <> 'object'`,
  task_status: `SELECT 1 FROM task_status WHERE length(facts) > ${TEXT} OR json_type(facts) <> 'object'
    OR outcome NOT IN (SELECT value FROM json_each(:outcomes))`,
  alert: 'SELECT 1 FROM alert WHERE rule NOT IN (SELECT value FROM json_each(:rules))',
  alert_reading: `SELECT 1 FROM alert_reading WHERE json_type(evidence) <> 'object'`,
  source: `SELECT 1 FROM source, json_each(sheets) AS sheet WHERE sheet.type <> 'text'`,
  unit: `SELECT 1 FROM unit WHERE level <> 'country' AND NOT EXISTS (SELECT 1 FROM unit AS parent
    WHERE parent.id = unit.parent_id AND parent.level = iif(unit.level = 'commune', 'province', 'country'))`,
  unit_name: `SELECT 1 FROM unit WHERE NOT EXISTS (SELECT 1 FROM unit_name AS name
    WHERE name.unit_id = unit.id AND name.role = 'official')`,
};

function checkValues(database: ReadDatabase, table: string): Reason | null {
  const sql = WRONG_ROWS[table] ?? '';
  const values = { outcomes: JSON.stringify(TASK_OUTCOMES), rules: JSON.stringify(ALERT_RULES) };
  const used = Object.entries(values).filter(([name]) => sql.includes(`:${name}`));
  const found = database.prepare(`${sql} LIMIT 1`).get(Object.fromEntries(used));
  return found === undefined ? null : reason('VALUES_WRONG', { table });
}

interface CutRow {
  readonly code: string;
  readonly asOf: string;
  readonly dueAt: string;
}

function checkTexts(database: ReadDatabase): Reason | null {
  const cuts = database.prepare('SELECT code, as_of AS asOf, due_at AS dueAt FROM cut').all() as CutRow[];
  const isCut = ({ code, asOf, dueAt }: CutRow) =>
    parseCutCode(code) !== null && isTime(asOf) && isTime(dueAt);
  if (!cuts.every(isCut)) return reason('VALUES_WRONG', { table: 'cut' });
  const codes = database.prepare('SELECT code FROM unit').pluck().all();
  if (!codes.every((code) => unitCode.safeParse(code).success))
    return reason('VALUES_WRONG', { table: 'unit' });
  const days = database.prepare('SELECT start FROM task UNION SELECT deadline FROM task').pluck().all();
  if (!days.every((day) => isTime(String(day)))) return reason('VALUES_WRONG', { table: 'task' });
  const rules = database.prepare('SELECT rules FROM rule_set').pluck().all() as string[];
  const areRules = rules.every((text) => ruleSet.safeParse(JSON.parse(text)).success);
  return areRules ? null : reason('VALUES_WRONG', { table: 'rule_set' });
}

function isTime(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** What the file says about itself must be what is in it. */
function checkManifest(
  database: ReadDatabase,
  tables: readonly TableDescription[],
  manifest: SnapshotManifest,
): Reason | null {
  for (const { name } of tables) {
    const rows = database.prepare(`SELECT count(*) FROM ${name}`).pluck().get() as number;
    if (manifest.counts[name] !== rows) return reason('MANIFEST_WRONG');
  }
  const codes = (isMonth: boolean) =>
    database
      .prepare(`SELECT code FROM cut WHERE (kind = 'month') = ? ORDER BY as_of, code`)
      .pluck()
      .all(Number(isMonth)) as string[];
  const newest = database.prepare(`SELECT max(as_of) FROM cut WHERE kind <> 'month'`).pluck().get();
  const communes = database.prepare(`SELECT count(*) FROM unit WHERE level = 'commune'`).pluck().get();
  const scoped = database.prepare('SELECT level FROM unit WHERE code = ?').pluck().get(manifest.scope.code);
  const provinces = database.prepare(`SELECT count(*) FROM unit WHERE level = 'province'`).pluck().get();
  const rules = database.prepare('SELECT 1 FROM rule_set WHERE version = ?').get(manifest.ruleVersion);
  const isRight =
    sameSet(codes(false), manifest.cuts) &&
    sameSet(codes(true), manifest.months) &&
    manifest.asOf === newest &&
    manifest.communes === communes &&
    manifest.scope.level === scoped &&
    (manifest.scope.level === 'province') === (provinces === 1) &&
    rules !== undefined;
  return isRight ? null : reason('MANIFEST_WRONG');
}

function sameSet(found: readonly string[], stated: readonly string[]): boolean {
  return JSON.stringify(found.toSorted()) === JSON.stringify(stated.toSorted());
}
