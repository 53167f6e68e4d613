import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { monthTotals } from './month-totals-store.ts';
import { isTotalled } from './totals-store.ts';

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

// Ratio: ratio of sums. Criterion: communes that meet it of all it applies to, those without a report among them,
// as the published reports count coverage; nothing where not one has answered. Count: the sum.
const PARTS = `
  CASE :kind WHEN 'criterion' THEN observation.value >= 1 ELSE observation.numerator END AS numerator,
  CASE :kind WHEN 'criterion' THEN observation.unit_id IS NULL OR observation.value IS NOT NULL
    ELSE observation.denominator END AS denominator`;

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
      CASE WHEN :kind = 'count' THEN value
        WHEN reported > 0 THEN numerator * 1.0 / nullif(denominator, 0) END AS value,
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

/** The values of the communes in force on the day that have one, in no order. */
export function listCommuneValues(
  database: ReadDatabase,
  cutId: number | null,
  indicator: IndicatorKey,
  day: string,
): number[] {
  const sql = `
    SELECT observation.value FROM observation
    CROSS JOIN unit ON unit.id = observation.unit_id AND unit.level = 'commune' AND ${inForce('unit')}
    WHERE observation.cut_id = :cutId AND observation.indicator_id = :indicatorId
      AND observation.value IS NOT NULL`;
  return database.prepare(sql).pluck().all({ cutId, indicatorId: indicator.id, day }) as number[];
}

export interface IndicatorTrendPoint {
  readonly cut: string;
  readonly asOf: string;
  readonly value: number | null;
  readonly notReported: number;
}

/** The country's value of an output at every month up to `asOf`, oldest first. */
export function listTrend(
  database: ReadDatabase,
  cuts: readonly CutRecord[],
  indicator: IndicatorKey,
  asOf: string,
): IndicatorTrendPoint[] {
  const totals = monthTotals(database, { cuts, asOf, unit: 'VN', indicator: indicator.code });
  return totals.map(({ cut, asOf: at, value, notReported }) => ({ cut, asOf: at, value, notReported }));
}

/** The share of communes that meet a criterion at every status cut up to the one asked for, oldest first. */
export function listCriterionTrend(
  database: ReadDatabase,
  view: CutView,
  indicator: IndicatorKey,
): IndicatorTrendPoint[] {
  // The sums of the provinces add up to the country's, which a data file of one province does not have.
  const places = isTotalled(database, view) ? '=' : '<>';
  const sql = `
    SELECT cut.code AS cut, cut.as_of AS asOf,
      CASE WHEN sum(total.reported) > 0
        THEN sum(total.numerator) * 1.0 / sum(total.units - total.not_applicable) END AS value,
      ifnull(sum(total.units - total.reported - total.not_applicable), 0) AS notReported
    FROM cut
    LEFT JOIN figure_total AS total ON total.cut_id = cut.id AND total.indicator_id = :indicatorId
      AND total.unit_id ${places} (SELECT id FROM unit WHERE level = 'country')
    WHERE cut.kind <> 'month' AND cut.as_of <= :asOf GROUP BY cut.id ORDER BY cut.as_of`;
  return database
    .prepare(sql)
    .all({ indicatorId: indicator.id, asOf: view.cut.asOf }) as IndicatorTrendPoint[];
}
