import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { ReportBody, ReportTable } from './tables-store.ts';

/** A report as it stands, and the run it came from. */
export interface StandingReport {
  readonly body: ReportBody;
  readonly run: number;
}

interface Row extends Record<string, string | number | null> {
  readonly run: number;
}

function standing({ run, ...body }: Row): StandingReport {
  return { body, run };
}

/** The reports of the cuts, and those that were known on the day. */
export function listReports(
  database: ReadDatabase,
  table: ReportTable,
  asked: { readonly cuts: readonly string[]; readonly day: string },
): StandingReport[] {
  const values = { cuts: JSON.stringify(asked.cuts), day: asked.day };
  const used = Object.entries(values).filter(([name]) => table.asked.includes(`:${name}`));
  const statement = database.prepare(`${table.select} WHERE ${table.asked}`);
  return (statement.all(Object.fromEntries(used)) as Row[]).map(standing);
}

/** Looks up the report that a body is about. */
export function reportFinder(
  database: ReadDatabase,
  table: ReportTable,
): (body: ReportBody) => StandingReport | null {
  const statement = database.prepare(`${table.select} WHERE ${table.same}`);
  return (body) => {
    const row = statement.get(keyOf(table, body)) as Row | undefined;
    return row === undefined ? null : standing(row);
  };
}

export function listReportsOfRun(database: ReadDatabase, table: ReportTable, run: number): StandingReport[] {
  return (database.prepare(`${table.select} WHERE report.run_id = ?`).all(run) as Row[]).map(standing);
}

/** Writes a report under a run; takes it away. */
export function reportWriter(database: WriteDatabase, table: ReportTable) {
  const upsert = database.prepare(table.upsert);
  const remove = database.prepare(table.remove);
  return {
    put: (body: ReportBody, run: number): void => void upsert.run({ ...table.later, ...body, run }),
    remove: (body: ReportBody): void => void remove.run(keyOf(table, body)),
  };
}

export interface PastReport {
  readonly kind: ReportTable['kind'];
  readonly key: string;
  readonly body: ReportBody;
  readonly run: number;
  readonly state: 'replaced' | 'withdrawn';
  readonly replacedBy: number;
  readonly at: string;
}

export function pastWriter(database: WriteDatabase): (past: PastReport) => void {
  const statement = database.prepare(`
    INSERT INTO report_past (kind, key, body, run_id, state, replaced_by, replaced_at)
    VALUES (:kind, :key, :body, :run, :state, :replacedBy, :at)`);
  return (past) => void statement.run({ ...past, body: JSON.stringify(past.body) });
}

/** Text by which the past of a report is found. */
export function keyText(table: ReportTable, body: ReportBody): string {
  return table.key.map((name) => body[name]).join('|');
}

function keyOf(table: ReportTable, body: ReportBody): ReportBody {
  return Object.fromEntries(table.key.map((name) => [name, body[name] ?? null]));
}

/**
 * Where a later run replaced this one's report, what was before this one becomes what the later run replaced:
 *   before -> this -> later   becomes   before -> later, with this one's report withdrawn
 */
export function bridgeLaterReports(database: WriteDatabase, run: number): void {
  database
    .prepare(`
      UPDATE report_past AS earlier SET replaced_by = own.replaced_by, replaced_at = own.replaced_at
      FROM report_past AS own
      WHERE earlier.replaced_by = :run AND earlier.state = 'replaced' AND own.run_id = :run
        AND own.state = 'replaced' AND own.kind = earlier.kind AND own.key = earlier.key`)
    .run({ run });
  database
    .prepare(`UPDATE report_past SET state = 'withdrawn' WHERE run_id = ? AND state = 'replaced'`)
    .run(run);
}

/** Takes what a run replaced out of the past and gives it back. */
export function takeReplaced(
  database: WriteDatabase,
  run: number,
): { readonly kind: string; readonly body: ReportBody; readonly run: number }[] {
  const where = `replaced_by = ? AND state = 'replaced'`;
  const rows = database.prepare(`SELECT kind, body, run_id AS run FROM report_past WHERE ${where}`).all(run);
  database.prepare(`DELETE FROM report_past WHERE ${where}`).run(run);
  return (rows as { kind: string; body: string; run: number }[]).map((row) => ({
    ...row,
    body: JSON.parse(row.body) as ReportBody,
  }));
}
