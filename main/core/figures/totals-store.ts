import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { monthStateOf } from '#main/core/ground/cuts/waiting-month.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { areOutputsDue, speakingAt } from '#shared/domain/cuts.ts';
import { askingOf } from './asking.ts';
import { communeFigures } from './commune-store.ts';
import { liveFigures } from './live.ts';
import { type AskedFigures, type StoredTotal, storedFigure, type UnitFigure } from './unit-figure.ts';

/**
 * What is known of indicators at places: the country first, then provinces by code, in the order of the catalogue; or
 * of one commune. Every question about a figure is answered from here. What judging a cut wrote is looked up; where
 * nobody judged these figures at this cut yet, the same definition adds them up.
 */
export function unitFigures(database: ReadDatabase, view: CutView, asked: AskedFigures): UnitFigure[] {
  if (asked.unit?.length === 5) return communeFigures(database, view, { ...asked, unit: asked.unit });
  const figures = isStored(database, view, asked.of)
    ? storedFigures(database, view, asked)
    : liveFigures(database, view, asked);
  const month = asked.of === 'criteria' ? null : monthStateOf(database, view);
  return month === null ? figures : figures.map((figure) => ({ ...figure, month }));
}

/** A month that was asked for by itself may speak of later outputs than its last status cut does. */
function isStored(database: ReadDatabase, view: CutView, of: AskedFigures['of']): boolean {
  const { all, statusCut, monthsAtMost } = view;
  const isOther = speakingAt(all, statusCut, monthsAtMost).outputsCut?.id !== view.outputsCut?.id;
  if (of === 'outputs' && isOther) return false;
  const sql = `
    SELECT 1 FROM figure_total
    WHERE cut_id = ? AND unit_id = (SELECT id FROM unit WHERE level = 'country') LIMIT 1`;
  return database.prepare(sql).get(statusCut.id) !== undefined;
}

/** SQL: the columns of a `StoredTotal`, of figure_total as `total` with `place` and `indicator`. */
export const STORED_TOTAL = `
  place.code AS unit, indicator.code, indicator.kind, total.units, total.reported,
  total.not_applicable AS notApplicable, total.value, total.numerator, total.denominator, total.median,
  total.low, total.high`;

function storedFigures(
  database: ReadDatabase,
  view: CutView,
  { of, unit, indicator }: AskedFigures,
): UnitFigure[] {
  const sql = `
    SELECT ${STORED_TOTAL}
    FROM figure_total AS total
    JOIN indicator ON indicator.id = total.indicator_id AND (indicator.kind = 'criterion') = :isCriteria
    JOIN unit AS place ON place.id = total.unit_id
    WHERE total.cut_id = :cutId AND (:unit IS NULL OR place.code = :unit)
      AND (:indicator IS NULL OR total.indicator_id = (SELECT id FROM indicator WHERE code = :indicator))
    ORDER BY place.level <> 'country', place.code, indicator.position`;
  const values = {
    cutId: view.statusCut.id,
    isCriteria: of === 'criteria' ? 1 : 0,
    unit: unit ?? null,
    indicator: indicator ?? null,
  };
  const isDue = of === 'criteria' || areOutputsDue(view);
  const { outOfTurn } = askingOf(view, of);
  const rows = database.prepare(sql).all(values) as StoredTotal[];
  return rows.map((row) => storedFigure(row, isDue && !outOfTurn.has(row.code)));
}
