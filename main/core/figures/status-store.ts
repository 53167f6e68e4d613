import { taskOfCut } from '#main/core/ground/plan/held-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Colour, OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import type { MemberSum } from '#shared/domain/operating.ts';

/** The colours between which an undetermined status lies; null where it is certain or empty. */
export interface StatusBounds {
  readonly reportedAtLeast: Colour | null;
  readonly reportedAtMost: Colour | null;
  readonly operatingAtLeast: Colour | null;
  readonly operatingAtMost: Colour | null;
}

/** A row of unit_status with the code of its unit. Counts are null for communes, met/missing for the others. */
export interface StatusRow extends StatusBounds {
  readonly code: string;
  readonly parent: string | null;
  readonly ruleVersion: number;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly operatingScore: number | null;
  readonly scoreLow: number | null;
  readonly scoreHigh: number | null;
  readonly gapSteps: number | null;
  readonly gapCuts: number;
  readonly reportedSince: string | null;
  /** For a sentence that no screen has yet. */
  readonly operatingSince: string | null;
  readonly met: number | null;
  readonly missing: number | null;
  readonly communes: number | null;
  readonly green: number | null;
  readonly yellow: number | null;
  readonly red: number | null;
  readonly notReported: number | null;
  /** Communes below that are not GREEN only because some of their criteria have no answer. */
  readonly unanswered: number | null;
  readonly corrected: 0 | 1;
}

/** SQL: of unit_status as `status`, the colours between which an undetermined status lies. */
export const BOUNDS = `
  status.reported_at_least AS reportedAtLeast, status.reported_at_most AS reportedAtMost,
  status.operating_at_least AS operatingAtLeast, status.operating_at_most AS operatingAtMost`;

const COLUMNS = `
  unit.code, parent.code AS parent, status.rule_version AS ruleVersion, status.reported, status.operating,
  status.operating_score AS operatingScore, status.score_low AS scoreLow, status.score_high AS scoreHigh, ${BOUNDS}, status.gap_steps AS gapSteps, status.gap_cuts AS gapCuts,
  reported_cut.code AS reportedSince, operating_cut.code AS operatingSince, status.met, status.missing,
  status.communes, status.green, status.yellow, status.red, status.not_reported AS notReported,
  CASE WHEN status.communes IS NOT NULL THEN status.facts ->> '$.unanswered' END AS unanswered, status.corrected`;

const FROM = `
  FROM unit_status AS status
  JOIN unit ON unit.id = status.unit_id
  LEFT JOIN unit AS parent ON parent.id = unit.parent_id
  LEFT JOIN cut AS reported_cut ON reported_cut.id = status.reported_since
  LEFT JOIN cut AS operating_cut ON operating_cut.id = status.operating_since
  WHERE status.cut_id = :cutId`;

/** Computed statuses of one level at a cut, by code. */
export function listStatuses(
  database: ReadDatabase,
  cutId: number,
  level: 'country' | 'province' | 'commune',
): StatusRow[] {
  const sql = `SELECT ${COLUMNS} ${FROM} AND unit.level = :level ORDER BY unit.code`;
  return database.prepare(sql).all({ cutId, level }) as StatusRow[];
}

/** The status of one unit with what is read of a single one alone. */
export interface UnitStatusRow extends StatusRow {
  /** Months of outputs that its gap has lasted in its cell. */
  readonly gapMonths: number;
  /** JSON of what it rests on. */
  readonly facts: string;
}

/** The status of one unit with the facts it rests on, or null when nothing was computed. */
export function findStatus(database: ReadDatabase, cutId: number, code: string): UnitStatusRow | null {
  const months = `ifnull(json_extract(status.facts, '$.gap.months'), 0) AS gapMonths`;
  const sql = `SELECT ${COLUMNS}, ${months}, status.facts ${FROM} AND unit.code = :code`;
  return (database.prepare(sql).get({ cutId, code }) as UnitStatusRow | undefined) ?? null;
}

/** What the communes of a place, or of the country, come to at a cut; one that the plan asks nothing is none. */
export function sumOfMembers(database: ReadDatabase, cutId: number, place: string): MemberSum {
  // Only rows of communes count none below them.
  const isCountry = place === 'VN';
  const below =
    'AND unit_id IN (SELECT id FROM unit WHERE parent_id = (SELECT id FROM unit WHERE code = :place))';
  const sql = `
    SELECT count(*) AS members, count(*) - count(score_low) AS silent, total(score_low) AS low,
      total(ifnull(score_high, 1)) AS high
    FROM unit_status WHERE cut_id = :cutId AND communes IS NULL
      AND instr(facts, '"operating":{}') = 0 ${isCountry ? '' : below}`;
  return database.prepare(sql).get({ cutId, place }) as MemberSum;
}

/** The colours between which the statuses of a row lie; all null where they are certain or nobody judged. */
export function boundsOf(row: StatusBounds | null | undefined): StatusBounds {
  return {
    reportedAtLeast: row?.reportedAtLeast ?? null,
    reportedAtMost: row?.reportedAtMost ?? null,
    operatingAtLeast: row?.operatingAtLeast ?? null,
    operatingAtMost: row?.operatingAtMost ?? null,
  };
}

/** The operating score at both ends of what is not known; null without evidence. */
export function scoresOf(row: Pick<StatusRow, 'scoreLow' | 'scoreHigh'> | null | undefined) {
  return { scoreLow: row?.scoreLow ?? null, scoreHigh: row?.scoreHigh ?? null };
}

/** Tasks of a group, or of none that is known, by where they stand as a whole. */
export interface GroupCount {
  readonly code: string | null;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly total: number;
  readonly done: number;
  readonly onTime: number;
  readonly dueSoon: number;
  readonly overdue: number;
  /** Before their start, and nobody has said anything of them. */
  readonly notYetDue: number;
  /** Those that rest, at one body or more, on a report of an earlier cut. */
  readonly older: number;
}

/** By group in the plan's order, as the country's row of task_status tells; what is missing was not reported. */
export function countTasksByGroup(database: ReadDatabase, cutId: number): GroupCount[] {
  const sql = `
    SELECT task_group.code, task_group.name, task_group.name_en AS nameEn, count(*) AS total,
      ifnull(sum(status.schedule = 'done'), 0) AS done,
      ifnull(sum(status.schedule = 'onTime' AND status.outcome <> 'notYetDue'), 0) AS onTime,
      ifnull(sum(status.outcome = 'notYetDue'), 0) AS notYetDue,
      ifnull(sum(status.schedule = 'dueSoon'), 0) AS dueSoon, ifnull(sum(status.schedule = 'overdue'), 0) AS overdue,
      ifnull(sum(status.facts ->> '$.age' > 0), 0) AS older
    FROM task
    LEFT JOIN task_group ON task_group.code = task.group_code
    LEFT JOIN task_status AS status ON status.task_id = task.id AND status.cut_id = :cutId
      AND status.unit_id = (SELECT id FROM unit WHERE level = 'country')
    WHERE ${taskOfCut('status', ':cutId')}
    GROUP BY task_group.code ORDER BY task_group.position IS NULL, task_group.position`;
  return database.prepare(sql).all({ cutId }) as GroupCount[];
}
