import type { ReadDatabase } from '#main/db/open.ts';
import { coverageShare } from '#shared/domain/coverage.ts';

interface HistoryRow {
  readonly cut: string;
  readonly asOf: string;
  /** JSON of an array with the counts of every place. */
  readonly reported: string;
  readonly operating: string;
  readonly overdue: number | null;
}

// The country's own row counts its communes, so that no cut has to be counted anew; a data file of one province has
// the province's row in its place.
const HISTORY = `
  WITH country AS MATERIALIZED (
    SELECT id FROM unit WHERE level = 'country'
  ), place AS MATERIALIZED (
    SELECT id FROM unit WHERE level = CASE
      WHEN EXISTS (SELECT 1 FROM unit_status WHERE unit_id = (SELECT id FROM country)
        AND cut_id = (SELECT max(cut_id) FROM unit_status)) THEN 'country' ELSE 'province' END
  ), late AS MATERIALIZED (
    SELECT cut_id, CASE WHEN sum(outcome NOT IN ('notReported', 'notYetDue')) > 0 THEN sum(schedule = 'overdue') END AS overdue
    FROM task_status
    WHERE unit_id = (SELECT id FROM country) GROUP BY cut_id
  )
  SELECT cut.code AS cut, cut.as_of AS asOf,
    json_group_array(json_object('green', status.green, 'yellow', status.yellow, 'red', status.red,
      'notReported', status.not_reported)) AS reported,
    '[' || group_concat(ifnull(status.facts ->> '$.communes', '{}')) || ']' AS operating,
    late.overdue
  FROM cut
  CROSS JOIN place
  LEFT JOIN unit_status AS status ON status.cut_id = cut.id AND status.unit_id = place.id
  LEFT JOIN late ON late.cut_id = cut.id
  WHERE cut.kind <> 'month' GROUP BY cut.id ORDER BY cut.as_of`;

/** National figures at every status cut, oldest first. */
export function statusHistory(database: ReadDatabase) {
  const rows = database.prepare(HISTORY).all() as HistoryRow[];
  return rows.map((row) => {
    const reported = sumOf(NOTHING_REPORTED, row.reported);
    const operating = sumOf(NO_EVIDENCE, row.operating);
    const { green, yellow, red, notReported } = reported;
    const coverage = coverageShare({ green, notReported, communes: green + yellow + red + notReported });
    return { cut: row.cut, asOf: row.asOf, reported, operating, coverage, overdue: row.overdue };
  });
}

const NOTHING_REPORTED = { green: 0, yellow: 0, red: 0, notReported: 0 };
const NO_EVIDENCE = { green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 0 };

/** Counts of the places added up; a cut that was never computed has none. */
function sumOf<Counts extends Readonly<Record<string, number>>>(none: Counts, json: string): Counts {
  const places = JSON.parse(json) as Partial<Record<keyof Counts, number | null>>[];
  const keys = Object.keys(none) as (keyof Counts)[];
  const sums = keys.map((key) => [key, places.reduce((sum, counts) => sum + (counts[key] ?? 0), 0)]);
  return Object.fromEntries(sums) as Counts;
}
