import type { ReadDatabase } from '#main/db/open.ts';
import { coverageShare } from '#shared/domain/coverage.ts';

/** Share of GREEN communes of every province at a cut; null where not one had reported, empty for no cut. */
export function loadCoverage(database: ReadDatabase, cutId: number | null): Map<number, number | null> {
  const sql = `
    SELECT unit.id, status.green, status.communes, status.not_reported AS notReported
    FROM unit CROSS JOIN unit_status AS status ON status.cut_id = ? AND status.unit_id = unit.id
    WHERE unit.level = 'province'`;
  type Row = { id: number; green: number; communes: number; notReported: number };
  return new Map((database.prepare(sql).all(cutId) as Row[]).map((row) => [row.id, coverageShare(row)]));
}

/** Tasks that a unit reports as done, and those of them done on the very day of their deadline. */
export interface DoneTasks {
  readonly done: number;
  readonly onDeadlineDay: number;
}

/** By unit, at a cut. */
export function countDoneTasks(database: ReadDatabase, cutId: number): Map<number, DoneTasks> {
  const sql = `
    SELECT task_report.unit_id AS unitId, count(*) AS done,
      sum(task_report.done_on = task.deadline) AS onDeadlineDay
    FROM task_report JOIN task ON task.id = task_report.task_id
    WHERE task_report.cut_id = ? AND task_report.state = 'done' GROUP BY 1`;
  type Row = DoneTasks & { readonly unitId: number };
  return new Map((database.prepare(sql).all(cutId) as Row[]).map((row) => [row.unitId, row]));
}
