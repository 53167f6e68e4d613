import type { ReadDatabase } from '#main/db/open.ts';
import type { ForecastPoint } from '#shared/domain/forecast.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export interface OutlookRow {
  readonly code: string;
  readonly asOf: string;
  readonly done: number | null;
  readonly total: number;
}

/** Coverage of the country and the provinces at every status cut up to `asOf`, oldest first. */
export function listCoverage(database: ReadDatabase, asOf: string): OutlookRow[] {
  const sql = `
    WITH place AS MATERIALIZED (SELECT id, code FROM unit WHERE level <> 'commune')
    SELECT place.code, cut.as_of AS asOf, status.communes AS total,
      CASE WHEN status.not_reported < status.communes THEN status.green END AS done
    FROM cut
    CROSS JOIN place
    JOIN unit_status AS status ON status.cut_id = cut.id AND status.unit_id = place.id
    WHERE cut.kind <> 'month' AND cut.as_of <= ? ORDER BY cut.as_of`;
  return database.prepare(sql).all(asOf) as OutlookRow[];
}

/** Progress of each group's tasks (sum of their progress of their number) at every status cut, oldest first. */
export function listGroupProgress(database: ReadDatabase, asOf: string): OutlookRow[] {
  const sql = `
    SELECT task.group_code AS code, cut.as_of AS asOf, count(*) AS total,
      CASE WHEN count(status.progress) > 0 THEN sum(ifnull(status.progress, 0)) END AS done
    FROM cut
    JOIN task_status AS status ON status.cut_id = cut.id
      AND status.unit_id = (SELECT id FROM unit WHERE level = 'country')
    JOIN task ON task.id = status.task_id
    WHERE cut.kind <> 'month' AND cut.as_of <= ? AND task.group_code IS NOT NULL
    GROUP BY task.group_code, cut.id ORDER BY cut.as_of`;
  return database.prepare(sql).all(asOf) as OutlookRow[];
}

export interface GroupDeadline {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly deadline: string;
}

/** Groups in the plan's order with the last deadline of their tasks. */
export function listGroupDeadlines(database: ReadDatabase): GroupDeadline[] {
  const sql = `
    SELECT task_group.code, task_group.name, task_group.name_en AS nameEn, max(task.deadline) AS deadline
    FROM task_group JOIN task ON task.group_code = task_group.code
    GROUP BY task_group.code ORDER BY task_group.position`;
  return database.prepare(sql).all() as GroupDeadline[];
}

/** Rows of one code as the forecast takes them. */
export function pointsByCode(rows: readonly OutlookRow[]): Map<string, ForecastPoint[]> {
  const points = new Map<string, ForecastPoint[]>();
  for (const { code, asOf, done, total } of rows) {
    const point = { day: vietnamDay(asOf), done, total };
    const known = points.get(code);
    if (known === undefined) points.set(code, [point]);
    else known.push(point);
  }
  return points;
}
