import { join } from 'node:path';
import { type Application, DATABASE_NAME } from '#main/core/app.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { refreshSubmissions } from '#main/core/take/intake/submissions-store.ts';
import { openDatabase, type ReadDatabase } from '#main/db/open.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { recomputeAll } from '#tests/setup/recompute.ts';
import { type Brought, bring, NOW } from './small-center.ts';

/** A data folder in which the last weeks and months of the built-in data are left, of ten provinces with two communes each. */
export const makeTenProvinces = (folder: string): void => makeProvinces(folder, 10);

/** The same of so many provinces; of a workspace without cuts its plan and calendar. */
export function makeProvinces(folder: string, count: number): void {
  const connections = openDatabase(join(folder, DATABASE_NAME));
  const { write } = connections;
  write.pragma('foreign_keys = OFF');
  write.transaction(() => {
    for (const table of COMPUTED) write.exec(`DELETE FROM ${table}`);
    write.exec(SHRINK.replace('LIMIT 10', `LIMIT ${count}`));
    for (const table of tablesWith(write, 'unit_id'))
      write.exec(`DELETE FROM ${table} WHERE unit_id NOT IN (SELECT id FROM unit)`);
    for (const table of tablesWith(write, 'cut_id'))
      write.exec(`DELETE FROM ${table} WHERE cut_id NOT IN (SELECT id FROM cut)`);
    for (const cut of listCuts(write)) refreshSubmissions(write, cut, null);
    recomputeAll(write, NOW);
  })();
  write.exec('VACUUM');
  connections.close();
}

const COMPUTED = ['unit_status', 'task_status', 'figure_total', 'alert_reading', 'alert_event', 'alert'];
const SHRINK = `
  CREATE TEMP TABLE kept AS SELECT id FROM unit WHERE level = 'country';
  INSERT INTO kept SELECT id FROM unit WHERE level = 'province' ORDER BY code LIMIT 10;
  INSERT INTO kept SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY parent_id ORDER BY code) AS place FROM unit
    WHERE level = 'commune' AND parent_id IN (SELECT id FROM kept)) WHERE place <= 2;
  DELETE FROM unit WHERE id NOT IN (SELECT id FROM kept);
  DELETE FROM cut WHERE start < '2025-12-10' AND code NOT IN ('month-2025-11', 'month-2025-12')`;

function tablesWith(database: ReadDatabase, column: string): string[] {
  const sql = `
    SELECT name FROM sqlite_schema WHERE type = 'table'
      AND EXISTS (SELECT 1 FROM pragma_table_info(sqlite_schema.name) AS one WHERE one.name = ?)`;
  return database.prepare(sql).pluck().all(column) as string[];
}

/** Takes figures in as a file's are, for a cut that a person opened where the calendar has none. Gives the id of the import. */
export async function send(application: Application, brought: Brought): Promise<string> {
  await application.context.write((database) => {
    const sql = `INSERT OR IGNORE INTO cut (code, kind, start, as_of, due_at) VALUES (:code, :kind, :start, :asOf, :asOf)`;
    database.prepare(sql).run({ ...parseCutCode(brought.cut) });
  });
  return bring(application, brought);
}
