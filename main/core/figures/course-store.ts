import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { compareCutsByTime, isTooOld } from '#shared/domain/cuts.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { askingOf } from './asking.ts';
import { STORED_TOTAL, unitFigures } from './totals-store.ts';
import { type AskedFigures, type StoredTotal, storedFigure, type UnitFigure } from './unit-figure.ts';

/** An indicator at one unit at one cut: of a criterion a status cut, of an output a month. */
export interface CoursePoint extends UnitFigure {
  readonly cut: string;
  readonly asOf: string;
}

/** A cut of a course, and the view it is answered by. */
interface Stop {
  readonly cut: CutRecord;
  readonly view: CutView;
}

/**
 * Indicators at one place (the country, a province, a commune) at every cut up to the one asked for, oldest first, in
 * the order of the catalogue. The last point of a course is what `unitFigures` says of the cut itself.
 */
export function figureCourses(
  database: ReadDatabase,
  view: CutView,
  asked: AskedFigures & { readonly unit: string },
): CoursePoint[] {
  const stops = asked.of === 'criteria' ? statusStops(view) : monthStops(view);
  const stored = storedCourses(database, stops, asked);
  const points = stops.flatMap(({ cut, view: at }) => {
    const figures = stored.get(cut.code) ?? unitFigures(database, at, asked);
    return figures.map((figure): CoursePoint => ({ ...figure, cut: cut.code, asOf: cut.asOf }));
  });
  return [...Map.groupBy(points, ({ code }) => code).values()].flat();
}

function statusStops(view: CutView): Stop[] {
  return knownBy(view).flatMap((cut) =>
    cut.kind === 'month' ? [] : [{ cut, view: { ...view, cut, statusCut: cut } }],
  );
}

/**
 * Each month is read at the last status cut that rests on it; before there is one, at the last before its end. Those
 * that were no picture speak nowhere but where they are asked for themselves.
 */
function monthStops(view: CutView): Stop[] {
  const stops = new Map<number, Stop>();
  let statusCut: CutRecord | null = null;
  let month: CutRecord | null = null;
  for (const cut of knownBy(view)) {
    if (cut.kind !== 'month') statusCut = cut;
    else if (cut.wasPicture === 1 || cut.id === view.cut.id) month = cut;
    if (month === null || isTooOld(month, cut, view.monthsAtMost)) continue;
    const at = { ...view, cut, statusCut: statusCut ?? view.statusCut, outputsCut: month, tooOld: null };
    stops.set(month.id, { cut: month, view: at });
  }
  return [...stops.values()];
}

/** To a month a status cut at the very instant of its end is known, although it comes after it. */
function knownBy({ all, cut, statusCut }: CutView): CutRecord[] {
  const last = compareCutsByTime(statusCut, cut) > 0 ? statusCut : cut;
  return all.filter((one) => compareCutsByTime(one, last) <= 0);
}

interface AskedMonth {
  readonly month: CutRecord;
  readonly by: CutRecord;
  readonly indicator: string;
  readonly rules: RuleSet;
}

/** One output at every place in a month, as it stood at the status cut `by`. */
export function figuresOfMonth(
  database: ReadDatabase,
  all: readonly CutRecord[],
  { month, by, indicator, rules }: AskedMonth,
): UnitFigure[] {
  const stops = monthStops({
    all,
    monthsAtMost: rules.operating.monthsAtMost,
    ...{ cut: by, statusCut: by, outputsCut: month, tooOld: null },
    active: { version: 0, rules },
  });
  const stop = stops.find(({ cut }) => cut.id === month.id);
  return stop === undefined ? [] : unitFigures(database, stop.view, { of: 'outputs', indicator });
}

/** What judging wrote of the stops, by the code of the cut; a stop that nobody judged is absent. */
function storedCourses(
  database: ReadDatabase,
  stops: readonly Stop[],
  { of, unit, indicator }: AskedFigures,
): Map<string, UnitFigure[]> {
  const sql = `
    SELECT pair.value ->> 0 AS cut, ${STORED_TOTAL}
    FROM json_each(:pairs) AS pair
    CROSS JOIN unit AS place ON place.code = :unit
    CROSS JOIN indicator ON (indicator.kind = 'criterion') = :isCriteria
      AND (:indicator IS NULL OR indicator.code = :indicator)
    CROSS JOIN figure_total AS total ON total.cut_id = pair.value ->> 1 AND total.indicator_id = indicator.id
      AND total.unit_id = place.id
    ORDER BY indicator.position`;
  // A month that is read before a status cut rests on it is in no row.
  const judged = stops.filter(({ cut, view }) => cut.kind !== 'month' || view.cut.kind !== 'month');
  const values = {
    pairs: JSON.stringify(judged.map(({ cut, view }) => [cut.code, view.statusCut.id])),
    unit,
    isCriteria: of === 'criteria' ? 1 : 0,
    indicator: indicator ?? null,
  };
  const outOfTurn = new Map(judged.map(({ cut, view }) => [cut.code, askingOf(view, of).outOfTurn]));
  const found = new Map<string, UnitFigure[]>();
  for (const { cut, ...row } of database.prepare(sql).all(values) as (StoredTotal & { cut: string })[]) {
    found.set(cut, [...(found.get(cut) ?? []), storedFigure(row, !outOfTurn.get(cut)?.has(row.code))]);
  }
  return found;
}
