import type { ReadDatabase } from '#main/db/open.ts';
import type { EnteredReport } from '#shared/domain/entry.ts';

/** What a body said of a task at a cut. */
export interface GridReport extends EnteredReport {
  readonly task: string;
  /** Code. */
  readonly cut: string;
  readonly runId: number;
}

const SELECT = `
  SELECT task.code AS task, cut.code AS cut, report.state, report.progress, report.done_on AS doneOn, report.cause,
    report.note, report.run_id AS runId`;

/** What the body says of each task at a cut. */
export function listReports(database: ReadDatabase, unit: string, cutId: number): GridReport[] {
  const sql = `${SELECT}
    FROM unit CROSS JOIN task CROSS JOIN task_report AS report
      ON report.cut_id = :cutId AND report.task_id = task.id AND report.unit_id = unit.id
    JOIN cut ON cut.id = report.cut_id
    WHERE unit.code = :unit`;
  return database.prepare(sql).all({ cutId, unit }) as GridReport[];
}

/** What it said of each of the tasks last before a moment. Looks back cut by cut, so that years behind cost nothing. */
export function listLastReports(
  database: ReadDatabase,
  unit: string,
  before: string,
  tasks: readonly string[],
): GridReport[] {
  const sql = `${SELECT}
    FROM task CROSS JOIN unit CROSS JOIN cut ON cut.id = (
        SELECT earlier.id FROM cut AS earlier
        WHERE earlier.as_of < :before AND EXISTS (SELECT 1 FROM task_report AS said
          WHERE said.cut_id = earlier.id AND said.task_id = task.id AND said.unit_id = unit.id)
        ORDER BY earlier.as_of DESC LIMIT 1)
      CROSS JOIN task_report AS report
        ON report.cut_id = cut.id AND report.task_id = task.id AND report.unit_id = unit.id
    WHERE unit.code = :unit AND task.code IN (SELECT value FROM json_each(:tasks))`;
  return database.prepare(sql).all({ unit, before, tasks: JSON.stringify(tasks) }) as GridReport[];
}
