import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Page } from '#shared/contract/every-page.ts';

export interface DifficultyRecord {
  readonly id: string;
  readonly category: string;
  readonly unit: string;
  readonly province: string | null;
  readonly text: string;
  readonly reportedOn: string;
  readonly resolvedOn: string | null;
}

const PROVINCE = `CASE unit.level WHEN 'province' THEN unit.code ELSE parent.code END`;
const RESOLVED_ON = 'CASE WHEN difficulty.resolved_on <= :day THEN difficulty.resolved_on END';
/** Reported by the day, below a unit (VN: everywhere). Units come first: of one province only its own are read. */
const REPORTED = `
  FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id
  CROSS JOIN difficulty ON difficulty.unit_id = unit.id
  WHERE difficulty.reported_on <= :day AND :unit IN ('VN', unit.code, parent.code)`;

export interface DifficultyFilter {
  readonly unit: string;
  readonly open: boolean;
  readonly category?: string | undefined;
}

/** Difficulties reported by the day, oldest open ones first. */
export function listDifficulties(
  database: ReadDatabase,
  day: string,
  { unit, open, category }: DifficultyFilter,
  page: Page,
): DifficultyRecord[] {
  const sql = `
    SELECT difficulty.uuid AS id, difficulty.category_code AS category, unit.code AS unit, ${PROVINCE} AS province,
      difficulty.text, difficulty.reported_on AS reportedOn, ${RESOLVED_ON} AS resolvedOn
    ${REPORTED} AND (NOT :open OR ${RESOLVED_ON} IS NULL) AND ifnull(:category, category_code) = category_code
    ORDER BY resolvedOn IS NOT NULL, difficulty.reported_on, unit.code, difficulty.id LIMIT :limit OFFSET :offset`;
  const asked = { ...page, day, unit, open: open ? 1 : 0, category: category ?? null };
  return database.prepare(sql).all(asked) as DifficultyRecord[];
}

/** Of one category in one province (null: the country's own). */
export interface DifficultyCount {
  readonly category: string;
  readonly province: string | null;
  readonly total: number;
  /** The days on which those that are open were reported. */
  readonly openSince: readonly string[];
}

/** The difficulties reported by the day counted by category and province. */
export function countDifficulties(database: ReadDatabase, day: string, unit: string): DifficultyCount[] {
  const sql = `
    SELECT difficulty.category_code AS category, ${PROVINCE} AS province, count(*) AS total,
      json_group_array(difficulty.reported_on) FILTER (WHERE ${RESOLVED_ON} IS NULL) AS openSince
    ${REPORTED} GROUP BY 1, 2`;
  type Row = Omit<DifficultyCount, 'openSince'> & { readonly openSince: string };
  const rows = database.prepare(sql).all({ day, unit }) as Row[];
  return rows.map((row) => ({ ...row, openSince: JSON.parse(row.openSince) as string[] }));
}

export interface Category {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** Categories in the order of the catalogue. */
export function listCategories(database: ReadDatabase): Category[] {
  const sql = 'SELECT code, name, name_en AS nameEn FROM difficulty_category ORDER BY position';
  return database.prepare(sql).all() as Category[];
}

export interface CauseRow {
  readonly category: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly value: number | null;
  readonly country: number | null;
}

/** The cuts whose figures causes are told from. */
export interface CauseCuts {
  readonly statusCutId: number;
  readonly outputsCutId: number | null;
  /** The sums of `statusCutId` are there and rest on `outputsCutId`. */
  readonly isTotalled: boolean;
}

const CAUSES = `
  WITH reporting AS MATERIALIZED (
    SELECT DISTINCT difficulty.category_code AS category, unit.id, unit.level, unit.parent_id
    FROM unit CROSS JOIN difficulty ON difficulty.unit_id = unit.id
    WHERE difficulty.reported_on <= :day
      AND (difficulty.resolved_on IS NULL OR difficulty.resolved_on > :day)
  ), whole AS MATERIALIZED (
    SELECT category, id FROM reporting WHERE level = 'province' AND :isTotalled
  ), single AS MATERIALIZED (
    SELECT reporting.category, commune.id FROM reporting
    JOIN unit AS commune ON commune.id = reporting.id AND ${inForce('commune')}
    WHERE reporting.level = 'commune' AND (category, reporting.parent_id) NOT IN (SELECT * FROM whole)
    UNION
    SELECT reporting.category, commune.id FROM reporting
    JOIN unit AS commune ON commune.parent_id = reporting.id AND ${inForce('commune')}
    WHERE reporting.level = 'province' AND NOT :isTotalled
  ), part AS (
    SELECT whole.category, indicator.id AS indicator_id, total.reported AS known,
      CASE indicator.kind WHEN 'count' THEN total.value ELSE total.numerator END AS numerator,
      CASE indicator.kind WHEN 'ratio' THEN total.denominator
        WHEN 'criterion' THEN total.units - total.not_applicable ELSE total.reported END AS denominator
    FROM whole
    CROSS JOIN difficulty_cause AS cause ON cause.category_code = whole.category
    CROSS JOIN indicator ON indicator.id = cause.indicator_id
    CROSS JOIN figure_total AS total ON total.cut_id = :statusCutId AND total.indicator_id = indicator.id
      AND total.unit_id = whole.id
    -- A figure that the province sent itself is no sum of its communes.
    WHERE total.reported > 0 OR indicator.kind = 'criterion'
    UNION ALL
    SELECT single.category, indicator.id, observation.value IS NOT NULL,
      CASE indicator.kind WHEN 'ratio' THEN observation.numerator
        WHEN 'criterion' THEN observation.value >= 1 ELSE observation.value END,
      CASE indicator.kind WHEN 'ratio' THEN observation.denominator
        WHEN 'criterion' THEN observation.unit_id IS NULL OR observation.value IS NOT NULL
        ELSE observation.value IS NOT NULL END
    FROM single
    CROSS JOIN difficulty_cause AS cause ON cause.category_code = single.category
    CROSS JOIN indicator ON indicator.id = cause.indicator_id
    LEFT JOIN observation ON observation.indicator_id = indicator.id AND observation.unit_id = single.id
      AND observation.cut_id = CASE indicator.kind WHEN 'criterion' THEN :statusCutId ELSE :outputsCutId END
  ), local AS MATERIALIZED (
    SELECT category, indicator_id, sum(numerator) * 1.0 / nullif(sum(denominator), 0) AS value
    FROM part GROUP BY 1, 2 HAVING sum(known) > 0
  ), country AS MATERIALIZED (
    SELECT indicator.id AS indicator_id,
      CASE WHEN total.reported > 0 THEN CASE indicator.kind
        WHEN 'criterion' THEN total.numerator * 1.0 / (total.units - total.not_applicable)
        WHEN 'count' THEN total.value / total.reported ELSE total.value END END AS value
    FROM figure_total AS total
    JOIN indicator ON indicator.id = total.indicator_id
    WHERE total.cut_id = :statusCutId AND total.unit_id = (SELECT id FROM unit WHERE level = 'country')
  )
  SELECT cause.category_code AS category, indicator.code, indicator.name, indicator.name_en AS nameEn,
    local.value, country.value AS country
  FROM difficulty_cause AS cause
  JOIN indicator ON indicator.id = cause.indicator_id
  LEFT JOIN local ON local.category = cause.category_code AND local.indicator_id = indicator.id
  LEFT JOIN country ON country.indicator_id = indicator.id
  ORDER BY cause.category_code, indicator.position`;

/**
 * The indicators each category explains, with their value over the communes that report the difficulty open on
 * the day and over the country: ratios of sums; for criteria the share of communes that meet them among all to
 * which they apply, as everywhere else; counts are the mean of a reporting commune. A difficulty of a province is
 * one of all its communes: their sum is known, so that only single communes are looked at.
 */
export function listCauses(database: ReadDatabase, day: string, cuts: CauseCuts): CauseRow[] {
  return database.prepare(CAUSES).all({ day, ...cuts, isTotalled: cuts.isTotalled ? 1 : 0 }) as CauseRow[];
}

/** Documents issued by the day by a unit or below it (VN: everywhere), newest first. */
export function listDocuments(database: ReadDatabase, day: string, unit: string, page: Page) {
  const sql = `
    SELECT document.uuid AS id, document.kind, document.number, document.title,
      document.issued_on AS issuedOn, task.code AS task, unit.code AS unit
    FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    CROSS JOIN document ON document.unit_id = unit.id
    LEFT JOIN task ON task.id = document.task_id
    WHERE document.issued_on <= :day AND :unit IN ('VN', unit.code, parent.code)
    ORDER BY document.issued_on DESC, unit.code, document.id LIMIT :limit OFFSET :offset`;
  type Row = {
    id: string;
    kind: string;
    number: string;
    title: string;
    issuedOn: string;
    task: string | null;
    unit: string;
  };
  return database.prepare(sql).all({ ...page, day, unit }) as Row[];
}
