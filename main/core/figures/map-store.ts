import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';

export interface IndicatorValue {
  readonly code: string;
  readonly value: number | null;
  readonly state: 'value' | 'notReported' | 'notApplicable';
}

const COMMUNE_VALUES = `
  SELECT unit.code, observation.value,
    CASE WHEN observation.unit_id IS NULL THEN 'notReported'
      WHEN observation.value IS NULL THEN 'notApplicable' ELSE 'value' END AS state
  FROM unit
  LEFT JOIN observation ON observation.cut_id = :cutId AND observation.indicator_id = :indicatorId
    AND observation.unit_id = unit.id
  WHERE unit.level = 'commune' AND ${inForce('unit')} ORDER BY unit.code`;

// Criteria: communes that meet it among all it applies to, as the published reports count coverage. Ratios: ratio of sums. Counts: mean of a reporting
// commune, as the thresholds are per commune.
const PROVINCE_VALUES = `
  SELECT province.code,
    CASE :kind WHEN 'ratio' THEN sum(observation.numerator) * 1.0 / nullif(sum(observation.denominator), 0)
      WHEN 'criterion' THEN CASE WHEN count(observation.value) > 0 THEN sum(observation.value >= 1) * 1.0
        / sum(observation.unit_id IS NULL OR observation.value IS NOT NULL) END
      ELSE sum(observation.value) * 1.0 / nullif(count(observation.value), 0) END AS value,
    CASE WHEN count(observation.unit_id) = 0 THEN 'notReported'
      WHEN count(observation.value) = 0 THEN 'notApplicable' ELSE 'value' END AS state
  FROM unit AS province
  JOIN unit AS commune ON commune.parent_id = province.id AND ${inForce('commune')}
  LEFT JOIN observation ON observation.cut_id = :cutId AND observation.indicator_id = :indicatorId
    AND observation.unit_id = commune.id
  WHERE province.level = 'province' GROUP BY province.id ORDER BY province.code`;

/** One indicator at every unit of a level in force on the day, by code: fractions for ratios and for criteria of a province. */
export function listIndicatorValues(
  database: ReadDatabase,
  cutId: number | null,
  indicator: IndicatorKey,
  level: 'province' | 'commune',
  day: string,
): IndicatorValue[] {
  const statement = database.prepare(level === 'commune' ? COMMUNE_VALUES : PROVINCE_VALUES);
  const values = { cutId, indicatorId: indicator.id, day };
  const rows = statement.all(level === 'commune' ? values : { ...values, kind: indicator.kind });
  return rows as IndicatorValue[];
}

/** The criteria that a commune lacks, by code. */
export interface MissingRow {
  readonly code: string;
  readonly notMet: readonly string[];
  readonly unreported: readonly string[];
}

/** Communes that reported something and lack a criterion at a cut, by code. */
export function listMissingRows(database: ReadDatabase, cutId: number): MissingRow[] {
  const sql = `
    SELECT unit.code, status.facts ->> '$.notMet' AS notMet, status.facts ->> '$.unreported' AS unreported
    FROM unit_status AS status
    JOIN unit ON unit.id = status.unit_id
    WHERE status.cut_id = :cutId AND unit.level = 'commune' AND status.missing > 0 ORDER BY unit.code`;
  type Row = { readonly code: string; readonly notMet: string; readonly unreported: string };
  return (database.prepare(sql).all({ cutId }) as Row[]).map(({ code, notMet, unreported }) => ({
    code,
    notMet: JSON.parse(notMet) as string[],
    unreported: JSON.parse(unreported) as string[],
  }));
}

/** What the fixed layers draw of one unit, in the order of the columns. */
export interface LayerRow {
  readonly code: string;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly gapSteps: number | null;
  readonly met: number | null;
  readonly missing: number | null;
  readonly communes: number | null;
  readonly green: number | null;
  readonly notReported: number | null;
}

/** Statuses of a level at a cut by code, with nothing that a layer does not need. */
export function listLayerRows(
  database: ReadDatabase,
  cutId: number,
  level: 'province' | 'commune',
): LayerRow[] {
  const sql = `
    SELECT unit.code, status.reported, status.operating, status.gap_steps AS gapSteps, status.met,
      status.missing, status.communes, status.green, status.not_reported AS notReported
    FROM unit_status AS status
    JOIN unit ON unit.id = status.unit_id
    WHERE status.cut_id = :cutId AND unit.level = :level ORDER BY unit.code`;
  return database.prepare(sql).all({ cutId, level }) as LayerRow[];
}
