import type { IndicatorKey } from '#main/core/judgement/rules.ts';
import type { ReadDatabase } from '#main/db/open.ts';

export interface PlaceSum {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly reported: number;
  readonly notReported: number;
  readonly notApplicable: number;
}

// Ratio: ratio of sums. Criterion: communes that meet it of those that answered. Count: the sum.
const VALUE = `
  CASE :kind WHEN 'ratio' THEN sum(numerator) * 1.0 / nullif(sum(denominator), 0)
    WHEN 'criterion' THEN sum(value >= 1) * 1.0 / nullif(count(value), 0) ELSE sum(value) END`;

/** The country first, then the provinces by code, each with what its communes reported. */
export function listPlaces(
  database: ReadDatabase,
  cutId: number | null,
  indicator: IndicatorKey,
  day: string,
): PlaceSum[] {
  const sql = `
    WITH figure AS MATERIALIZED (
      SELECT commune.parent_id AS province, observation.value, observation.unit_id,
        CASE :kind WHEN 'criterion' THEN observation.value >= 1 ELSE observation.numerator END AS numerator,
        CASE :kind WHEN 'criterion' THEN observation.value IS NOT NULL ELSE observation.denominator END
          AS denominator
      FROM unit AS commune
      LEFT JOIN observation ON observation.cut_id = :cutId AND observation.indicator_id = :indicatorId
        AND observation.unit_id = commune.id
      WHERE commune.level = 'commune'
    ), place AS (SELECT id, code, level FROM unit WHERE level <> 'commune')
    SELECT place.code, name.name, name.name_en AS nameEn, ${VALUE} AS value,
      CASE :kind WHEN 'count' THEN NULL ELSE sum(numerator) END AS numerator,
      CASE :kind WHEN 'count' THEN NULL ELSE sum(denominator) END AS denominator,
      count(value) AS reported, sum(unit_id IS NULL) AS notReported,
      sum(unit_id IS NOT NULL AND value IS NULL) AS notApplicable
    FROM place
    JOIN unit_name AS name ON name.unit_id = place.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
    JOIN figure ON place.level = 'country' OR figure.province = place.id
    GROUP BY place.id ORDER BY place.level <> 'country', place.code`;
  const values = { cutId, indicatorId: indicator.id, kind: indicator.kind, day };
  return database.prepare(sql).all(values) as PlaceSum[];
}

export interface IndicatorTrendPoint {
  readonly cut: string;
  readonly asOf: string;
  readonly value: number | null;
  readonly notReported: number;
}

/** The country's value at every cut that carries the indicator, up to `asOf`, oldest first. */
export function listTrend(
  database: ReadDatabase,
  indicator: IndicatorKey,
  asOf: string,
  isMonthly: boolean,
): IndicatorTrendPoint[] {
  const sql = `
    SELECT cut.code AS cut, cut.as_of AS asOf, ${VALUE} AS value,
      (SELECT count(*) FROM unit WHERE level = 'commune') - count(observation.unit_id) AS notReported
    FROM cut
    LEFT JOIN observation ON observation.cut_id = cut.id AND observation.indicator_id = :indicatorId
      AND observation.unit_id IN (SELECT id FROM unit WHERE level = 'commune')
    WHERE (cut.kind = 'month') = :isMonthly AND cut.as_of <= :asOf
    GROUP BY cut.id ORDER BY cut.as_of`;
  const values = { indicatorId: indicator.id, kind: indicator.kind, asOf, isMonthly: isMonthly ? 1 : 0 };
  return database.prepare(sql).all(values) as IndicatorTrendPoint[];
}
