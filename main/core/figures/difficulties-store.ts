import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Page } from '#shared/contract/every-page.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';

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
const IS_BELOW = `:unit IN ('VN', unit.code, parent.code)`;
/** Reported by the day, below a unit (VN: everywhere). Units come first: of one province only its own are read. */
const REPORTED = `
  FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id
  CROSS JOIN difficulty ON difficulty.unit_id = unit.id
  WHERE difficulty.reported_on <= :day AND ${IS_BELOW}`;
const IS_OPEN = `difficulty.reported_on <= :day AND (difficulty.resolved_on IS NULL OR difficulty.resolved_on > :day)`;
/** Those that are open on the day: of all that were reported in the years they are few, so they come first. */
const OPEN = `
  FROM difficulty CROSS JOIN unit ON unit.id = difficulty.unit_id LEFT JOIN unit AS parent ON parent.id = unit.parent_id
  WHERE ${IS_OPEN} AND ${IS_BELOW}`;

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
  // In order first, without their texts: those are read of the page alone.
  const inOrder = 'resolvedOn IS NOT NULL, reportedOn, unit, row';
  const sql = `
    WITH shown AS MATERIALIZED (
      SELECT difficulty.id AS row, unit.code AS unit, ${PROVINCE} AS province, difficulty.reported_on AS reportedOn,
        ${RESOLVED_ON} AS resolvedOn
      ${open ? OPEN : REPORTED} AND ifnull(:category, category_code) = category_code
      ORDER BY ${inOrder} LIMIT :limit OFFSET :offset
    )
    SELECT difficulty.uuid AS id, difficulty.category_code AS category, unit, province, difficulty.text, reportedOn,
      resolvedOn
    FROM shown CROSS JOIN difficulty ON difficulty.id = shown.row
    ORDER BY ${inOrder}`;
  const asked = { ...page, day, unit, category: category ?? null };
  return database.prepare(sql).all(asked) as DifficultyRecord[];
}

/** Of one category in one province (null: the country's own). */
export interface OpenDifficulties {
  readonly category: string;
  readonly province: string | null;
  /** The days on which they were reported. */
  readonly since: readonly string[];
}

/** The difficulties that are open on the day, by category and province. */
export function countOpen(database: ReadDatabase, day: string, unit: string): OpenDifficulties[] {
  const sql = `
    SELECT difficulty.category_code AS category, ${PROVINCE} AS province,
      json_group_array(difficulty.reported_on) AS since
    ${OPEN} GROUP BY 1, 2`;
  type Row = Omit<OpenDifficulties, 'since'> & { readonly since: string };
  const rows = database.prepare(sql).all({ day, unit }) as Row[];
  return rows.map((row) => ({ ...row, since: JSON.parse(row.since) as string[] }));
}

/** How many difficulties of each category were reported by the day, open or not. */
export function countReported(database: ReadDatabase, day: string, unit: string): Map<string, number> {
  const everywhere = `
    SELECT code, (SELECT count(*) FROM difficulty WHERE category_code = category.code AND reported_on <= :day)
    FROM difficulty_category AS category`;
  const below = `SELECT category_code, count(*) ${REPORTED} GROUP BY category_code`;
  const sql = unit === 'VN' ? everywhere : below;
  const asked = unit === 'VN' ? { day } : { day, unit };
  return new Map(database.prepare(sql).raw().all(asked) as [string, number][]);
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

/** An indicator whose poor figures a category of difficulties explains. */
export interface Cause {
  readonly category: string;
  readonly id: number;
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly name: string;
  readonly nameEn: string;
}

/** By category, in the order of the catalogue. */
export function listCauses(database: ReadDatabase): Cause[] {
  const sql = `
    SELECT cause.category_code AS category, indicator.id, indicator.code, indicator.kind, indicator.name,
      indicator.name_en AS nameEn
    FROM difficulty_cause AS cause JOIN indicator ON indicator.id = cause.indicator_id
    ORDER BY cause.category_code, indicator.position`;
  return database.prepare(sql).all() as Cause[];
}

/** Who reports a difficulty of a category that is open on the day: provinces, and communes of others. */
export function listReporting(database: ReadDatabase, day: string) {
  const sql = `
    WITH reporting AS MATERIALIZED (
      SELECT DISTINCT difficulty.category_code AS category, unit.id, unit.code, unit.level, unit.parent_id
      FROM difficulty CROSS JOIN unit ON unit.id = difficulty.unit_id
      WHERE ${IS_OPEN} AND unit.level <> 'country' AND ${inForce('unit')}
    )
    SELECT category, id, code, level FROM reporting AS one
    WHERE level = 'province' OR NOT EXISTS (SELECT 1 FROM reporting AS whole
      WHERE whole.category = one.category AND whole.id = one.parent_id)`;
  type Row = { category: string; id: number; code: string; level: 'province' | 'commune' };
  return database.prepare(sql).all({ day }) as Row[];
}

/** Reads what communes sent of an indicator at a cut, by id; a commune that sent nothing is absent. */
export function sentReader(database: ReadDatabase) {
  const sql = `
    SELECT unit_id AS unit, observation.value, numerator, denominator FROM json_each(:units) AS asked
    CROSS JOIN observation ON cut_id = :cutId AND indicator_id = :indicatorId AND unit_id = asked.value`;
  const statement = database.prepare(sql);
  return (cutId: number | null, indicatorId: number, units: readonly number[]): Map<number, Figure> => {
    const rows = statement.all({ cutId, indicatorId, units: JSON.stringify(units) });
    return new Map((rows as (Figure & { unit: number })[]).map(({ unit, ...figure }) => [unit, figure]));
  };
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
