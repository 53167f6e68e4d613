import { inForce } from '#main/core/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';

export interface DifficultyRecord {
  readonly id: string;
  readonly category: string;
  readonly unit: string;
  readonly unitId: number;
  readonly province: string | null;
  readonly text: string;
  readonly reportedOn: string;
  readonly resolvedOn: string | null;
}

/** Difficulties reported by the day, below a unit (VN: everywhere), oldest open ones first. */
export function listDifficulties(database: ReadDatabase, day: string, unit: string): DifficultyRecord[] {
  const sql = `
    SELECT difficulty.uuid AS id, difficulty.category_code AS category, unit.code AS unit, unit.id AS unitId,
      CASE unit.level WHEN 'province' THEN unit.code ELSE parent.code END AS province, difficulty.text,
      difficulty.reported_on AS reportedOn,
      CASE WHEN difficulty.resolved_on <= :day THEN difficulty.resolved_on END AS resolvedOn
    FROM difficulty
    JOIN unit ON unit.id = difficulty.unit_id
    LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE difficulty.reported_on <= :day AND :unit IN ('VN', unit.code, parent.code)
    ORDER BY resolvedOn IS NOT NULL, difficulty.reported_on, unit.code`;
  return database.prepare(sql).all({ day, unit }) as DifficultyRecord[];
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

/**
 * The indicators each category explains, with their value over the communes that report the difficulty open on
 * the day and over the country: ratios of sums; for criteria the share of communes that meet them among all to
 * which they apply, as everywhere else; counts are the mean of a reporting commune.
 */
export function listCauses(
  database: ReadDatabase,
  day: string,
  cuts: { readonly statusCutId: number; readonly outputsCutId: number | null },
): CauseRow[] {
  const sql = `
    WITH affected AS MATERIALIZED (
      SELECT DISTINCT difficulty.category_code AS category, commune.id AS unit_id
      FROM difficulty
      JOIN unit AS commune ON commune.level = 'commune' AND ${inForce('commune')}
        AND (commune.id = difficulty.unit_id OR commune.parent_id = difficulty.unit_id)
      WHERE difficulty.reported_on <= :day
        AND (difficulty.resolved_on IS NULL OR difficulty.resolved_on > :day)
    ), local AS MATERIALIZED (
      SELECT affected.category, indicator.id AS indicator_id,
        sum(CASE indicator.kind WHEN 'ratio' THEN observation.numerator
          WHEN 'criterion' THEN observation.value >= 1 ELSE observation.value END) * 1.0
        / nullif(sum(CASE indicator.kind WHEN 'ratio' THEN observation.denominator
          WHEN 'criterion' THEN observation.unit_id IS NULL OR observation.value IS NOT NULL
          ELSE observation.value IS NOT NULL END), 0) AS value
      FROM affected
      JOIN difficulty_cause AS cause ON cause.category_code = affected.category
      JOIN indicator ON indicator.id = cause.indicator_id
      LEFT JOIN observation ON observation.indicator_id = indicator.id
        AND observation.unit_id = affected.unit_id
        AND observation.cut_id = CASE indicator.kind WHEN 'criterion' THEN :statusCutId ELSE :outputsCutId END
      GROUP BY 1, 2 HAVING count(observation.value) > 0
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
  return database.prepare(sql).all({ day, ...cuts }) as CauseRow[];
}

/** Documents issued by the day by a unit or below it (VN: everywhere), newest first. */
export function listDocuments(database: ReadDatabase, day: string, unit: string) {
  const sql = `
    SELECT document.uuid AS id, document.kind, document.number, document.title,
      document.issued_on AS issuedOn, task.code AS task, unit.code AS unit
    FROM document
    JOIN unit ON unit.id = document.unit_id
    LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    LEFT JOIN task ON task.id = document.task_id
    WHERE document.issued_on <= :day AND :unit IN ('VN', unit.code, parent.code)
    ORDER BY document.issued_on DESC, unit.code`;
  type Row = {
    id: string;
    kind: string;
    number: string;
    title: string;
    issuedOn: string;
    task: string | null;
    unit: string;
  };
  return database.prepare(sql).all({ day, unit }) as Row[];
}
