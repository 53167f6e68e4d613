import type { ReadDatabase } from '#main/db/open.ts';

interface HistoryRow {
  readonly cut: string;
  readonly asOf: string;
  readonly reported: string;
  readonly operating: string;
  readonly overdue: number;
}

// One pass over the statuses of every cut; json_group_object keeps one row a cut.
const HISTORY = `
  WITH reported AS (
    SELECT cut_id, reported AS status, count(*) AS communes FROM unit_status
    JOIN unit ON unit.id = unit_status.unit_id AND unit.level = 'commune' GROUP BY 1, 2
  ), operating AS (
    SELECT cut_id, operating AS status, count(*) AS communes FROM unit_status
    JOIN unit ON unit.id = unit_status.unit_id AND unit.level = 'commune' GROUP BY 1, 2
  )
  SELECT cut.code AS cut, cut.as_of AS asOf,
    (SELECT json_group_object(status, communes) FROM reported WHERE cut_id = cut.id) AS reported,
    (SELECT json_group_object(status, communes) FROM operating WHERE cut_id = cut.id) AS operating,
    (SELECT count(*) FROM task_status JOIN unit ON unit.id = task_status.unit_id
     WHERE cut_id = cut.id AND level = 'country' AND schedule = 'overdue') AS overdue
  FROM cut WHERE cut.kind <> 'month' ORDER BY cut.as_of`;

/** National figures at every status cut, oldest first. */
export function statusHistory(database: ReadDatabase) {
  const rows = database.prepare(HISTORY).all() as HistoryRow[];
  return rows.map((row) => {
    const reported = { green: 0, yellow: 0, red: 0, notReported: 0, ...JSON.parse(row.reported) };
    const operating = { green: 0, yellow: 0, red: 0, noEvidence: 0, ...JSON.parse(row.operating) };
    const answered: number = reported.green + reported.yellow + reported.red;
    const coverage = answered === 0 ? null : reported.green / (answered + reported.notReported);
    return { cut: row.cut, asOf: row.asOf, reported, operating, coverage, overdue: row.overdue };
  });
}
