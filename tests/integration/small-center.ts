import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { createFigureTable } from '#main/core/take/intake/check/figure-table.ts';
import { commitSteps } from '#main/core/take/intake/commit.ts';
import type { BroughtReports } from '#main/core/take/intake/reports/diff.ts';
import { openDatabase, type ReadDatabase, type WriteDatabase } from '#main/db/open.ts';
import type { Figure } from '#shared/domain/model.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';
import { openCuts } from '#tests/setup/open-cut.ts';
import { recomputeAll } from '#tests/setup/recompute.ts';

/** When everything here is judged: after every cut of the built-in data has fallen due. */
export const NOW = '2026-02-01T00:00:00.000Z';
export const WHO = 'Trực ban';
const PROVINCES = ['12', '31'];
const COMMUNES_OF_EACH = 5;
const FIRST_DAY = '2025-10-20';

/** A data folder in which two provinces with five communes each and the last cuts of the built-in data are left. */
export function makeSmall(folder: string): void {
  const connections = openDatabase(join(folder, DATABASE_NAME));
  const { write } = connections;
  write.pragma('foreign_keys = OFF');
  write.transaction(() => shrink(write)).immediate();
  write.exec('VACUUM');
  write.transaction(() => recomputeAll(write, NOW)).immediate();
  connections.close();
}

const COMPUTED = ['unit_status', 'task_status', 'figure_total', 'alert_reading', 'alert_event', 'alert'];

function shrink(database: WriteDatabase): void {
  for (const table of COMPUTED) database.exec(`DELETE FROM ${table}`);
  database.exec(`
    CREATE TEMP TABLE kept_unit AS SELECT id FROM unit WHERE level = 'country' OR code IN ('${PROVINCES.join("','")}');
    INSERT INTO kept_unit SELECT id FROM (
      SELECT unit.id, row_number() OVER (PARTITION BY parent_id ORDER BY code) AS place FROM unit
      WHERE parent_id IN (SELECT id FROM kept_unit) AND level = 'commune') WHERE place <= ${COMMUNES_OF_EACH};
    CREATE TEMP TABLE kept_cut AS SELECT id FROM cut WHERE start >= '${FIRST_DAY}' OR code = 'month-2025-10'`);
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
  for (const table of tables as string[]) {
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
    if (columns.includes('unit_id')) {
      database.exec(`DELETE FROM ${table} WHERE unit_id NOT IN (SELECT id FROM kept_unit)`);
    }
    if (columns.includes('cut_id')) {
      database.exec(
        `DELETE FROM ${table} WHERE cut_id IS NOT NULL AND cut_id NOT IN (SELECT id FROM kept_cut)`,
      );
    }
  }
  database.exec('DELETE FROM unit WHERE id NOT IN (SELECT id FROM kept_unit)');
  database.exec('DELETE FROM cut WHERE id NOT IN (SELECT id FROM kept_cut)');
  // The unit that is not asked for everything is none of the few that stay.
  database.exec(`UPDATE rule_set SET rules = json_set(rules, '$.notAsked', json('{}'))`);
}

/** The application on a copy of a small folder, at an hour when everything is due. */
export function openSmall(template: string): Promise<Application> {
  const folder = freshFolder();
  copyFileSync(join(template, DATABASE_NAME), join(folder, DATABASE_NAME));
  return createApp({ dataFolder: folder, clock: () => new Date(NOW) });
}

export interface Brought {
  readonly cut: string;
  readonly figures: readonly { readonly unit: string; readonly indicator: string; readonly figure: Figure }[];
  readonly reports?: BroughtReports;
}

/** Takes figures and reports in as a file's are; into a closed cut they are a correction. Gives the id of the import. */
export async function bring({ context }: Application, brought: Brought): Promise<string> {
  const table = createFigureTable();
  const cut = table.cuts.indexOf(brought.cut);
  for (const [row, { unit, indicator, figure }] of brought.figures.entries()) {
    const place = { sheet: 0, row, note: null };
    table.add(cut, table.indicators.indexOf(indicator), table.units.indexOf(unit), figure, place);
  }
  const request = {
    figures: table,
    ...(brought.reports === undefined ? {} : { reports: brought.reports }),
    fileName: 'a.csv',
    sha256: '0',
    bytes: 1,
    sheets: ['a'],
    province: null,
    who: WHO,
    reason: 'đính chính',
    at: NOW,
  };
  await context.write((write) => openCuts(write, request.figures.cuts.codes, NOW));
  const { run } = await context.writeSteps((write) => commitSteps(write, request));
  return run;
}

/** Throws away everything that was ever computed and computes it anew; what people did to alerts stays. */
export function computeFromNothing(database: WriteDatabase): void {
  for (const table of ['unit_status', 'task_status', 'figure_total', 'alert_reading']) {
    database.exec(`DELETE FROM ${table}`);
  }
  database.exec('DELETE FROM alert_event WHERE who IS NULL');
  database.exec('DELETE FROM alert_alias');
  database.exec('DELETE FROM alert WHERE id NOT IN (SELECT alert_id FROM alert_event)');
  recomputeAll(database, NOW);
}

const READINGS = `
  SELECT cut.code AS cut, uuid, rule, subject, since.code AS since, reading.state, severity, condition, held, clear,
    fired_cut, handling, evidence
  FROM alert_reading AS reading JOIN alert ON alert.id = reading.alert_id
  JOIN cut ON cut.id = reading.cut_id JOIN cut AS since ON since.id = alert.since_cut_id ORDER BY 1, 2, 3, 4`;
const EVENTS = `
  SELECT cut.code AS cut, rule, subject, alert_event.kind, from_state, to_state FROM alert_event
  JOIN alert ON alert.id = alert_event.alert_id JOIN cut ON cut.id = alert_event.cut_id
  WHERE who IS NULL AND withdrawn_at IS NULL ORDER BY 1, 2, 3, 4`;

/** Everything computed without what depends on how it came about: row ids, and when a thing was seen. */
export function computed(database: ReadDatabase): Record<string, string[]> {
  const lines = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => JSON.stringify(row));
  return {
    units: lines('SELECT * FROM unit_status ORDER BY cut_id, unit_id'),
    tasks: lines('SELECT * FROM task_status ORDER BY cut_id, task_id, unit_id'),
    sums: lines('SELECT * FROM figure_total ORDER BY cut_id, indicator_id, unit_id'),
    alerts: lines(READINGS),
    events: lines(EVENTS),
  };
}
