import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { type FigureOrEmpty, figureOfUnit, measureOf, sumFigures } from '#shared/domain/figures.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { askingOf } from './asking.ts';
import { type Cause, listCauses, listReporting, sentReader } from './difficulties-store.ts';
import { sentFigure, whyNotAsked } from './not-asked.ts';
import { unitFigures } from './totals-store.ts';
import type { UnitFigure } from './unit-figure.ts';

/** An indicator that a category explains, where its difficulties are open and in the country. */
export interface CauseFigure extends Cause {
  readonly value: number | null;
  readonly country: number | null;
}

type Reporting = ReturnType<typeof listReporting>[number];

/**
 * The indicators each category explains, with what they come to over the communes that report the difficulty open at the
 * cut, and over the country. A difficulty of a province is one of all its communes.
 */
export function causeFigures(database: ReadDatabase, view: CutView): CauseFigure[] {
  const reporting = Map.groupBy(
    listReporting(database, vietnamDay(view.statusCut.asOf)),
    ({ category }) => category,
  );
  const totals = [
    ...unitFigures(database, view, { of: 'criteria' }),
    ...unitFigures(database, view, { of: 'outputs' }),
  ];
  const sentOf = sentReader(database);
  const placeTotals = new Map(totals.map((total) => [`${total.unit} ${total.code}`, total]));
  return listCauses(database).map((cause) => {
    const units = reporting.get(cause.category) ?? [];
    const figures = figuresOf(sentOf, view, cause, units, placeTotals);
    const country = placeTotals.get(`VN ${cause.code}`);
    return {
      ...cause,
      value: measureOf(cause.kind, totalOf(cause.kind, figures)),
      country: country === undefined ? null : measureOf(cause.kind, country),
    };
  });
}

/** One alone is itself: a ratio without its parts, which no sum can hold, keeps its value. */
function totalOf(kind: IndicatorKind, figures: readonly (Figure | FigureOrEmpty | undefined)[]) {
  return figures.length === 1 ? figureOfUnit(kind, figures[0]) : sumFigures(kind, figures);
}

/** Totals of the provinces among the units, and what the communes sent. */
function figuresOf(
  sentOf: ReturnType<typeof sentReader>,
  view: CutView,
  { code, kind, id }: Cause,
  units: readonly Reporting[],
  placeTotals: ReadonlyMap<string, UnitFigure>,
) {
  const of = kind === 'criterion' ? 'criteria' : 'outputs';
  const cutId = of === 'criteria' ? view.statusCut.id : (view.outputsCut?.id ?? null);
  const asking = askingOf(view, of);
  const communes = units.filter(({ level }) => level === 'commune');
  const ids = communes.map((unit) => unit.id);
  const sent = sentOf(cutId, id, ids);
  return [
    ...units.flatMap((unit) =>
      unit.level === 'province' ? (placeTotals.get(`${unit.code} ${code}`) ?? []) : [],
    ),
    ...communes.map((unit) => figureOf(sent.get(unit.id), whyNotAsked(asking, unit.code, code))),
  ];
}

function figureOf(
  figure: Figure | undefined,
  notAsked: ReturnType<typeof whyNotAsked>,
): FigureOrEmpty | undefined {
  if (notAsked !== null) return notAsked;
  return figure === undefined ? figure : sentFigure(figure);
}
