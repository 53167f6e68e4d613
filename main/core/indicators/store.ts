import type { IndicatorKey } from '#main/core/judgement/rules.ts';
import { inForce } from '#main/core/units/store.ts';
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
  CASE :kind WHEN 'count' THEN sum(value) ELSE sum(numerator) * 1.0 / nullif(sum(denominator), 0) END`;

const PARTS = `
  CASE :kind WHEN 'criterion' THEN observation.value >= 1 ELSE observation.numerator END AS numerator,
  CASE :kind WHEN 'criterion' THEN observation.value IS NOT NULL ELSE observation.denominator END AS denominator`;

/** The country first, then the provinces by code, each with what its communes reported. */
export function listPlaces(
  database: ReadDatabase,
  cutId: number | null,
  indicator: IndicatorKey,
  day: string,
): PlaceSum[] {
  const sql = `
    WITH figure AS (
      SELECT commune.parent_id AS place, observation.value, ${PARTS},
        observation.unit_id IS NULL AS isAbsent
      FROM unit AS commune
      LEFT JOIN observation ON observation.cut_id = :cutId AND observation.indicator_id = :indicatorId
        AND observation.unit_id = commune.id
      WHERE commune.level = 'commune' AND ${inForce('commune')}
    ), province AS MATERIALIZED (
      SELECT place, sum(value) AS value, sum(numerator) AS numerator, sum(denominator) AS denominator,
        count(value) AS reported, sum(isAbsent) AS notReported, count(*) AS units
      FROM figure GROUP BY place
    ), total AS (
      SELECT * FROM province
      UNION ALL
      SELECT (SELECT id FROM unit WHERE level = 'country'), sum(value), sum(numerator), sum(denominator),
        sum(reported), sum(notReported), sum(units) FROM province
    )
    SELECT unit.code, name.name, name.name_en AS nameEn,
      CASE :kind WHEN 'count' THEN value ELSE numerator * 1.0 / nullif(denominator, 0) END AS value,
      CASE :kind WHEN 'count' THEN NULL ELSE numerator END AS numerator,
      CASE :kind WHEN 'count' THEN NULL ELSE denominator END AS denominator,
      reported, notReported, units - reported - notReported AS notApplicable
    FROM total
    JOIN unit ON unit.id = total.place
    JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
    ORDER BY unit.level <> 'country', unit.code`;
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
    WITH figure AS (
      SELECT observation.cut_id AS cut, observation.value, ${PARTS}
      FROM cut
      CROSS JOIN observation ON observation.cut_id = cut.id AND observation.indicator_id = :indicatorId
      CROSS JOIN unit ON unit.id = observation.unit_id AND unit.level = 'commune'
      WHERE (cut.kind = 'month') = :isMonthly AND cut.as_of <= :asOf
    ), total AS MATERIALIZED (
      SELECT cut, ${VALUE} AS value, count(*) AS reported FROM figure GROUP BY cut
    )
    SELECT cut.code AS cut, cut.as_of AS asOf, total.value,
      (SELECT count(*) FROM unit WHERE level = 'commune' AND valid_from <= date(cut.as_of, '+7 hours')
        AND (valid_to IS NULL OR valid_to > date(cut.as_of, '+7 hours')))
        - ifnull(total.reported, 0) AS notReported
    FROM cut LEFT JOIN total ON total.cut = cut.id
    WHERE (cut.kind = 'month') = :isMonthly AND cut.as_of <= :asOf ORDER BY cut.as_of`;
  const values = { indicatorId: indicator.id, kind: indicator.kind, asOf, isMonthly: isMonthly ? 1 : 0 };
  return database.prepare(sql).all(values) as IndicatorTrendPoint[];
}
