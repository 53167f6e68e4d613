import type { ReadDatabase } from '#main/db/open.ts';

interface HistoryRow {
  readonly cut: string;
  readonly asOf: string;
  readonly reported: string;
  readonly operating: string;
  readonly overdue: number;
}

// The country's own row counts its communes, so that no cut has to be counted anew; a data file of one province has
// the province's row in its place.
const HISTORY = `
  WITH place AS MATERIALIZED (
    SELECT id FROM unit WHERE level = CASE
      WHEN EXISTS (SELECT 1 FROM unit_status WHERE unit_id = (SELECT id FROM unit WHERE level = 'country')
        AND cut_id = (SELECT max(cut_id) FROM unit_status)) THEN 'country' ELSE 'province' END
  )
  SELECT cut.code AS cut, cut.as_of AS asOf,
    json_object('green', sum(status.green), 'yellow', sum(status.yellow), 'red', sum(status.red),
      'notReported', sum(status.not_reported)) AS reported,
    json_object('green', sum(status.facts ->> '$.communes.green'),
      'yellow', sum(status.facts ->> '$.communes.yellow'), 'red', sum(status.facts ->> '$.communes.red'),
      'noEvidence', sum(status.facts ->> '$.communes.noEvidence')) AS operating,
    (SELECT count(*) FROM task_status JOIN unit ON unit.id = task_status.unit_id AND unit.level = 'country'
     WHERE cut_id = cut.id AND schedule = 'overdue') AS overdue
  FROM cut
  CROSS JOIN place
  LEFT JOIN unit_status AS status ON status.cut_id = cut.id AND status.unit_id = place.id
  WHERE cut.kind <> 'month' GROUP BY cut.id ORDER BY cut.as_of`;

/** National figures at every status cut, oldest first. */
export function statusHistory(database: ReadDatabase) {
  const rows = database.prepare(HISTORY).all() as HistoryRow[];
  return rows.map((row) => {
    const reported = { ...NOTHING_REPORTED, ...withoutNulls(row.reported) };
    const operating = { ...NO_EVIDENCE, ...withoutNulls(row.operating) };
    const answered: number = reported.green + reported.yellow + reported.red;
    const coverage = answered === 0 ? null : reported.green / (answered + reported.notReported);
    return { cut: row.cut, asOf: row.asOf, reported, operating, coverage, overdue: row.overdue };
  });
}

const NOTHING_REPORTED = { green: 0, yellow: 0, red: 0, notReported: 0 };
const NO_EVIDENCE = { green: 0, yellow: 0, red: 0, noEvidence: 0 };

/** Counts from JSON; a cut that was never computed has none. */
function withoutNulls(json: string): Record<string, number> {
  const counts = JSON.parse(json) as Record<string, number | null>;
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null)) as Record<
    string,
    number
  >;
}
