import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { outputsCutFor } from '#shared/domain/cuts.ts';
import type { FigureOrEmpty, FigureTotal } from '#shared/domain/figures.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type CriterionCount, countCriteria, type OutputSum, sumOutputs } from './status-store.ts';

/**
 * True when the sums that a recompute wrote answer the view. A month that was asked for by itself may speak of
 * later outputs than its last status cut does, and then they are added up as they are.
 */
export function isTotalled(database: ReadDatabase, view: CutView): boolean {
  if (outputsCutFor(view.all, view.statusCut)?.id !== view.outputsCut?.id) return false;
  // A data file of one province knows no sums of the country.
  const sql = `
    SELECT 1 FROM figure_total
    WHERE cut_id = ? AND unit_id = (SELECT id FROM unit WHERE level = 'country') LIMIT 1`;
  return database.prepare(sql).get(view.statusCut.id) !== undefined;
}

/** Outputs at every province and the country (unit VN), the country first; one unit's alone where it is given. */
export function outputTotals(database: ReadDatabase, view: CutView, unit?: string): OutputSum[] {
  if (!isTotalled(database, view)) {
    const sums = sumOutputs(database, view.outputsCut?.id ?? null, vietnamDay(view.statusCut.asOf));
    return unit === undefined ? sums : sums.filter((sum) => sum.unit === unit);
  }
  const sql = `
    SELECT place.code AS unit, indicator.code, indicator.kind, total.numerator, total.denominator, total.value,
      total.reported AS reportedUnits, total.units, total.not_applicable AS notApplicable
    FROM figure_total AS total
    JOIN indicator ON indicator.id = total.indicator_id AND indicator.kind <> 'criterion'
    JOIN unit AS place ON place.id = total.unit_id
    WHERE total.cut_id = :cutId AND (:unit IS NULL OR place.code = :unit)
    ORDER BY place.level <> 'country', place.code, indicator.position`;
  return database.prepare(sql).all({ cutId: view.statusCut.id, unit: unit ?? null }) as OutputSum[];
}

/** Criteria of the country or a province as its communes answered, of a commune its own answers. */
export function criterionTotals(database: ReadDatabase, view: CutView, unit: string): CriterionCount[] {
  const cutId = view.statusCut.id;
  if (unit.length === 5 || !isTotalled(database, view)) {
    return countCriteria(database, cutId, unit, vietnamDay(view.statusCut.asOf));
  }
  const sql = `
    SELECT indicator.code, indicator.name, indicator.name_en AS nameEn, total.numerator AS met,
      total.denominator - total.numerator AS notMet, total.not_applicable AS notApplicable,
      total.units - total.reported - total.not_applicable AS notReported
    FROM figure_total AS total
    JOIN indicator ON indicator.id = total.indicator_id AND indicator.kind = 'criterion'
    WHERE total.cut_id = :cutId AND total.unit_id = (SELECT id FROM unit WHERE code = :unit)
    ORDER BY indicator.position`;
  return database.prepare(sql).all({ cutId, unit }) as CriterionCount[];
}

export interface Medians {
  readonly code: string;
  readonly province: number | null;
  readonly country: number | null;
}

/** Medians of the communes' values of each output in a province and in the country; null where not totalled. */
export function outputMedians(
  database: ReadDatabase,
  view: CutView,
  province: string | null,
): Medians[] | null {
  if (!isTotalled(database, view)) return null;
  const sql = `
    SELECT indicator.code, province.median AS province, country.median AS country
    FROM indicator
    LEFT JOIN figure_total AS country ON country.cut_id = :cutId AND country.indicator_id = indicator.id
      AND country.unit_id = (SELECT id FROM unit WHERE level = 'country')
    LEFT JOIN figure_total AS province ON province.cut_id = :cutId AND province.indicator_id = indicator.id
      AND province.unit_id = (SELECT id FROM unit WHERE code = :province AND level = 'province')
    WHERE indicator.kind <> 'criterion' ORDER BY indicator.position`;
  return database.prepare(sql).all({ cutId: view.statusCut.id, province }) as Medians[];
}

/** A sum as the rules take it; a figure that a province sent itself stands for its silent communes. */
export function figureOfSum(sum: OutputSum, isDue: boolean): FigureOrEmpty | FigureTotal {
  if (!isDue) return 'notYetDue';
  const { value, numerator, denominator, reportedUnits: reported, units, notApplicable = 0 } = sum;
  if (reported === 0 && value !== null) return { value, numerator, denominator };
  const notReported = units - reported - notApplicable;
  return {
    value,
    numerator,
    denominator,
    reported,
    notReported,
    notApplicable,
    notYetDue: 0,
    withoutParts: 0,
  };
}
