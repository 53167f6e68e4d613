import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';

/** A row of unit_status with the code of its unit. Counts are null for communes, met/missing for the others. */
export interface StatusRow {
  readonly code: string;
  readonly parent: string | null;
  readonly ruleVersion: number;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly operatingScore: number | null;
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
  readonly corrected: 0 | 1;
}

const COLUMNS = `
  unit.code, parent.code AS parent, status.rule_version AS ruleVersion, status.reported, status.operating,
  status.operating_score AS operatingScore, status.gap_steps AS gapSteps, status.gap_cuts AS gapCuts,
  reported_cut.code AS reportedSince, operating_cut.code AS operatingSince, status.met, status.missing,
  status.communes, status.green, status.yellow, status.red, status.not_reported AS notReported,
  status.corrected`;

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

/** The status of one unit with the facts it rests on (JSON), or null when nothing was computed. */
export function findStatus(
  database: ReadDatabase,
  cutId: number,
  code: string,
): (StatusRow & { readonly facts: string }) | null {
  const sql = `SELECT ${COLUMNS}, status.facts ${FROM} AND unit.code = :code`;
  const row = database.prepare(sql).get({ cutId, code });
  return (row as (StatusRow & { facts: string }) | undefined) ?? null;
}

export interface CriterionCount {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly met: number;
  readonly notMet: number;
  readonly notApplicable: number;
  readonly notReported: number;
}

/**
 * How many of the communes in force on the day below `unit` (or itself) met each criterion, in the order of the
 * catalogue.
 */
export function countCriteria(
  database: ReadDatabase,
  cutId: number,
  unit: string,
  day: string,
): CriterionCount[] {
  const sql = `
    WITH member AS MATERIALIZED (
      SELECT commune.id FROM unit AS commune JOIN unit AS province ON province.id = commune.parent_id
      WHERE commune.level = 'commune' AND :unit IN ('VN', province.code, commune.code)
        AND ${inForce('commune')}
    ), counted AS (
      SELECT indicator_id, count(*) AS answered, sum(value >= 1) AS met, sum(value IS NULL) AS notApplicable
      FROM observation
      WHERE cut_id = :cutId AND unit_id IN (SELECT id FROM member)
        AND indicator_id IN (SELECT id FROM indicator WHERE kind = 'criterion')
      GROUP BY indicator_id
    )
    SELECT indicator.code, indicator.name, indicator.name_en AS nameEn,
      ifnull(met, 0) AS met, ifnull(notApplicable, 0) AS notApplicable,
      ifnull(answered - ifnull(met, 0) - notApplicable, 0) AS notMet,
      (SELECT count(*) FROM member) - ifnull(answered, 0) AS notReported
    FROM indicator LEFT JOIN counted ON counted.indicator_id = indicator.id
    WHERE indicator.kind = 'criterion' ORDER BY indicator.position`;
  return database.prepare(sql).all({ cutId, unit, day }) as CriterionCount[];
}

export interface OutputSum {
  readonly unit: string;
  readonly code: string;
  readonly kind: 'ratio' | 'count';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly reportedUnits: number;
  readonly units: number;
  /** Communes to which the output does not apply; absent where it was not counted apart. */
  readonly notApplicable?: number;
}

// A ratio of sums, never a mean of ratios. Figures that came without their parts cannot be summed and count
// as reported only; a province that sent its own figure and none of its communes' is answered by its own.
const OUTPUT_COLUMNS = `
  sum(observation.numerator) AS numerator, sum(observation.denominator) AS denominator,
  CASE indicator.kind WHEN 'count' THEN sum(observation.value)
    ELSE sum(observation.numerator) * 1.0 / nullif(sum(observation.denominator), 0) END AS value,
  count(observation.value) AS reportedUnits`;

/**
 * Outputs of a month rolled up to every province and the country (unit VN), by unit and catalogue order, over the
 * communes in force on the day.
 */
export function sumOutputs(database: ReadDatabase, cutId: number | null, day: string): OutputSum[] {
  const sql = `
    WITH place AS MATERIALIZED (
      SELECT id, code, parent_id FROM unit WHERE level <> 'commune' AND ${inForce('unit')}
    ), size AS MATERIALIZED (
      SELECT parent_id AS id, count(*) AS communes FROM unit
      WHERE level = 'commune' AND ${inForce('unit')} GROUP BY parent_id
    ), summed AS MATERIALIZED (
      SELECT commune.parent_id AS id, indicator.id AS indicator, ${OUTPUT_COLUMNS}
      FROM observation
      JOIN indicator ON indicator.id = observation.indicator_id AND indicator.kind <> 'criterion'
      JOIN unit AS commune ON commune.id = observation.unit_id AND commune.level = 'commune'
        AND ${inForce('commune')}
      WHERE observation.cut_id = :cutId GROUP BY 1, 2
    ), national AS (
      SELECT indicator, sum(numerator) AS numerator, sum(denominator) AS denominator,
        sum(value) AS total, sum(reportedUnits) AS reportedUnits FROM summed GROUP BY indicator
    )
    SELECT place.code AS unit, indicator.code, indicator.kind, indicator.position,
      CASE WHEN place.parent_id IS NULL THEN national.numerator ELSE summed.numerator END AS numerator,
      CASE WHEN place.parent_id IS NULL THEN national.denominator ELSE summed.denominator END AS denominator,
      CASE WHEN place.parent_id IS NOT NULL THEN summed.value
        WHEN indicator.kind = 'count' THEN national.total
        ELSE national.numerator * 1.0 / nullif(national.denominator, 0) END AS value,
      ifnull(CASE WHEN place.parent_id IS NULL THEN national.reportedUnits ELSE summed.reportedUnits END, 0)
        AS reportedUnits,
      CASE WHEN place.parent_id IS NULL THEN (SELECT sum(communes) FROM size)
        ELSE size.communes END AS units
    FROM place
    JOIN indicator ON indicator.kind <> 'criterion'
    LEFT JOIN size ON size.id = place.id
    LEFT JOIN summed ON summed.id = place.id AND summed.indicator = indicator.id
    LEFT JOIN national ON national.indicator = indicator.id
    ORDER BY place.parent_id IS NOT NULL, place.code, indicator.position`;
  return database.prepare(sql).all({ cutId, day }) as OutputSum[];
}

/** The outputs of one commune at a month, in catalogue order. */
export function communeOutputs(database: ReadDatabase, cutId: number | null, code: string): OutputSum[] {
  const sql = `
    SELECT unit.code AS unit, indicator.code, indicator.kind, observation.numerator, observation.denominator,
      observation.value, (observation.value IS NOT NULL) AS reportedUnits, 1 AS units
    FROM unit JOIN indicator ON indicator.kind <> 'criterion'
    LEFT JOIN observation ON observation.cut_id = :cutId
      AND observation.indicator_id = indicator.id AND observation.unit_id = unit.id
    WHERE unit.code = :code ORDER BY indicator.position`;
  return database.prepare(sql).all({ cutId, code }) as OutputSum[];
}

export interface GroupCount {
  readonly code: string | null;
  readonly name: string | null;
  readonly nameEn: string | null;
  readonly total: number;
  readonly done: number;
  readonly onTime: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly notReported: number;
}

/** Tasks of each group by where they stand as a whole (the country's row of task_status), by group. */
export function countTasksByGroup(database: ReadDatabase, cutId: number): GroupCount[] {
  const sql = `
    SELECT task_group.code, task_group.name, task_group.name_en AS nameEn, count(*) AS total,
      sum(status.schedule = 'done') AS done, sum(status.schedule = 'onTime') AS onTime,
      sum(status.schedule = 'dueSoon') AS dueSoon, sum(status.schedule = 'overdue') AS overdue,
      sum(status.schedule IS NULL OR status.schedule = 'notReported') AS notReported
    FROM task
    LEFT JOIN task_group ON task_group.code = task.group_code
    LEFT JOIN task_status AS status ON status.task_id = task.id AND status.cut_id = :cutId
      AND status.unit_id = (SELECT id FROM unit WHERE level = 'country')
    GROUP BY task_group.code ORDER BY task_group.position IS NULL, task_group.position`;
  return database.prepare(sql).all({ cutId }) as GroupCount[];
}
