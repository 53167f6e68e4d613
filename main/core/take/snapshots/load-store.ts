import { ACTIVE_RULES_SETTING } from '#main/core/ground/rules/store.ts';
import { FIRST_PLAN } from '#main/db/migrations/0190-plan.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { SnapshotManifest } from '#shared/contract/snapshots.ts';
import type { TableDescription } from './format/description.ts';
import type { FormatVersion } from './format/versions.ts';

/** What judging writes whole; of alerts it needs what people did about them. */
const COMPUTED = new Set(['unit_status', 'task_status', 'figure_total']);

/**
 * Copies every row of an inspected snapshot into an empty workspace of today's schema, a step for each table; ids
 * inside the file become row ids. What is judged anew is left out. Nothing of the file's schema is run: the statements are ours.
 */
export function* loadTables(
  database: WriteDatabase,
  format: FormatVersion,
  { manifest, isJudgedAnew }: { readonly manifest: SnapshotManifest; readonly isJudgedAnew: boolean },
): Generator<string, void> {
  for (const table of format.dataTables) {
    yield table.name;
    if (isJudgedAnew && COMPUTED.has(table.name)) continue;
    database.exec(loadStatement(format, table) ?? copyStatement(database, table));
  }
  database.exec(STARTS_OF_WEEKS);
  if (!format.dataTables.some(({ name }) => name === 'picture_event')) database.exec(EVERY_CUT_A_PICTURE);
  if (!format.dataTables.some(({ name }) => name === 'plan')) database.exec(FIRST_PLAN);
  const setting = 'INSERT INTO setting (key, value) VALUES (?, ?)';
  database.prepare(setting).run(ACTIVE_RULES_SETTING, JSON.stringify(manifest.ruleVersion));
}

/** A week is the seven days that end with its as-of; older programs counted those of imports from it. */
const STARTS_OF_WEEKS = `UPDATE cut SET start = date(as_of, '+7 hours', '-6 days') WHERE kind = 'week'`;
/** Programs that knew no picture opened on the newest cut, and every month spoke: so it is in their files. */
const EVERY_CUT_A_PICTURE = `
  INSERT INTO picture_event (cut_id, kind, at) SELECT id, 'complete', as_of FROM cut ORDER BY as_of, id`;

function loadStatement({ loads }: FormatVersion, { name }: TableDescription): string | null {
  const load = loads[name];
  return load === undefined ? null : `INSERT INTO main.${name} (${load.columns}) ${load.select}`;
}

/** With the same columns on both sides SQLite can copy whole records; else the columns are named. */
function copyStatement(database: WriteDatabase, { name, columns }: TableDescription): string {
  const names = columns.map((column) => column.name).join(', ');
  const ofWorkspace = database.prepare(`SELECT group_concat(name, ', ') FROM pragma_table_info(?, 'main')`);
  return ofWorkspace.pluck().get(name) === names
    ? `INSERT INTO main.${name} SELECT * FROM snapshot_db.${name}`
    : `INSERT INTO main.${name} (${names}) SELECT ${names} FROM snapshot_db.${name}`;
}

/** Takes away what was found about the country where only one of its provinces is known: that is not the country's. */
export function dropCountryAlerts(database: WriteDatabase): void {
  const ofCountry = `(SELECT alert.id FROM alert JOIN unit ON unit.id = alert.unit_id WHERE unit.level = 'country')`;
  database.exec(`
    DELETE FROM alert_event WHERE alert_id IN ${ofCountry};
    DELETE FROM alert_reading WHERE alert_id IN ${ofCountry};
    DELETE FROM alert WHERE id IN ${ofCountry}`);
}

/** Rates are those of their parts, as the intake takes them, whatever stands beside these. */
export function computeRates(database: WriteDatabase): void {
  const rate = 'numerator * 1.0 / nullif(denominator, 0)';
  database.exec(`UPDATE observation SET value = ${rate}
    WHERE numerator IS NOT NULL AND denominator IS NOT NULL AND value IS NOT ${rate}`);
}

/** Attaches the private copy of a snapshot; outside of a transaction. */
export function attachSnapshot(database: WriteDatabase, path: string): void {
  // The copy has been checked row by row or is vouched for; checking references again would double the time.
  database.pragma('foreign_keys = OFF');
  database.pragma('main.synchronous = OFF');
  database.prepare('ATTACH ? AS snapshot_db').run(path);
  database.pragma('cell_size_check = ON');
}

export function detachSnapshot(database: WriteDatabase): void {
  database.exec('DETACH snapshot_db');
  database.pragma('foreign_keys = ON');
}
