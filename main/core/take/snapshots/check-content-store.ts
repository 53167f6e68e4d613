import type { ReadDatabase } from '#main/db/open.ts';
import { ruleSet } from '#shared/contract/rules.ts';
import type { SnapshotManifest } from '#shared/contract/snapshots.ts';
import { unitCode } from '#shared/contract/words.ts';
import type { Reason } from '#shared/domain/model.ts';
import { hasForbiddenRow } from './check-rows-store.ts';
import { hasWrongCut, hasWrongRow, VALUE_TABLES } from './check-values-store.ts';
import { SNAPSHOT_LIMITS } from './format/constants.ts';
import type { TableDescription } from './format/description.ts';
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
    ...VALUE_TABLES.filter((table) => dataTables.some(({ name }) => name === table)).map(
      (table) => () => checkValues(database, table),
    ),
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
  const statuses = `SELECT (SELECT count(*) FROM unit) * (SELECT count(*) FROM cut WHERE kind <> 'month')`;
  const rows = database.prepare(statuses).pluck().get() as number;
  const { statuses: limit } = SNAPSHOT_LIMITS;
  return rows > limit ? reason('TOO_MANY_ROWS', { table: 'unit_status', rows, limit }) : null;
}

function checkValues(database: ReadDatabase, table: string): Reason | null {
  return hasWrongRow(database, table) ? reason('VALUES_WRONG', { table }) : null;
}

function checkTexts(database: ReadDatabase): Reason | null {
  if (hasWrongCut(database)) return reason('VALUES_WRONG', { table: 'cut' });
  const codes = database.prepare('SELECT code FROM unit').pluck().all();
  if (!codes.every((code) => unitCode.safeParse(code).success))
    return reason('VALUES_WRONG', { table: 'unit' });
  const rules = database.prepare('SELECT rules FROM rule_set').pluck().all() as string[];
  const areRules = rules.every((text) => ruleSet.safeParse(JSON.parse(text)).success);
  return areRules ? null : reason('VALUES_WRONG', { table: 'rule_set' });
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
