import type { ReadDatabase } from '#main/db/open.ts';

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
