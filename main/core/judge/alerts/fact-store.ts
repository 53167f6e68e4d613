import type { ReadDatabase } from '#main/db/open.ts';
import { ONLINE } from './online.ts';

/** Share of GREEN communes of every province at a cut; null where not one had reported, empty for no cut. */
export function loadCoverage(database: ReadDatabase, cutId: number | null): Map<number, number | null> {
  const sql = `
    SELECT unit.id, CASE WHEN status.communes > status.not_reported
      THEN status.green * 1.0 / status.communes END
    FROM unit CROSS JOIN unit_status AS status ON status.cut_id = ? AND status.unit_id = unit.id
    WHERE unit.level = 'province'`;
  return new Map(database.prepare(sql).raw().all(cutId) as [number, number | null][]);
}

/**
 * Share of applications submitted online in every province in a month: a ratio of the communes' sums, or the
 * province's own figure where no commune sent one.
 */
export function loadOnlineShares(database: ReadDatabase, monthId: number | null): Map<number, number | null> {
  const sql = `
    WITH sent AS MATERIALIZED (
      SELECT unit.level, ifnull(CASE unit.level WHEN 'commune' THEN unit.parent_id END, unit.id) AS province,
        observation.numerator, observation.denominator, observation.value
      FROM observation JOIN unit ON unit.id = observation.unit_id
      WHERE observation.cut_id = ? AND observation.indicator_id = (SELECT id FROM indicator WHERE code = ?)
    )
    SELECT province, ifnull(
      sum(numerator) FILTER (WHERE level = 'commune') * 1.0 / nullif(sum(denominator) FILTER (WHERE level = 'commune'), 0),
      max(value) FILTER (WHERE level = 'province'))
    FROM sent GROUP BY province`;
  return new Map(database.prepare(sql).raw().all(monthId, ONLINE) as [number, number | null][]);
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
