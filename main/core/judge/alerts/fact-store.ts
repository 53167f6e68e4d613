import { LASTING_REPORTS } from '#main/core/figures/sources-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';

/** Tasks that a unit reports as done, and those of them done on the very day of their deadline. */
export interface DoneTasks {
  readonly done: number;
  readonly onDeadlineDay: number;
}

/** By unit, as the tasks stand at a cut that has been judged: a report lasts until the next. */
export function countDoneTasks(database: ReadDatabase, cutId: number): Map<number, DoneTasks> {
  const sql = `
    SELECT report.unit_id AS unitId, count(*) AS done, sum(report.done_on = task.deadline) AS onDeadlineDay
    FROM (${LASTING_REPORTS}) AS report JOIN task ON task.id = report.task_id
    WHERE report.state = 'done' GROUP BY 1`;
  type Row = DoneTasks & { readonly unitId: number };
  const rows = database.prepare(sql).all({ statusCut: cutId }) as Row[];
  return new Map(rows.map((row) => [row.unitId, row]));
}
