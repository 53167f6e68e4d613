import { medianOf } from '#main/core/figures/live.ts';
import { unitsAsked } from '#main/core/figures/unit-figure.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground, Place } from '#main/core/ground/units/walk.ts';
import type { Cell } from '#main/db/insert-rows.ts';
import type { CriterionMark } from '#shared/domain/commune-status.ts';
import type { SumBounds } from '#shared/domain/figure-bounds.ts';
import { sumFigures } from '#shared/domain/figures.ts';
import type { JudgedCut } from './judge.ts';
import type { BoundsOfPlaces, Figures } from './month.ts';
import type { StatusValues } from './store.ts';

/** A row of figure_total without its cut. */
export type TotalValues = readonly Cell[];

/** The rows of figure_total of a cut: every criterion and output at every province and the country. */
export function figureTotals(cutId: number, { ground, criteria, marks, month }: JudgedCut): StatusValues[] {
  const ofCriteria = criteria.flatMap((criterion, column) =>
    ground.places.map((place) => criterionRow(criterion, place, marks, column)),
  );
  return [...ofCriteria, ...month.totals()].map((row) => [cutId, ...row]);
}

/** Those of the outputs of a month. */
export function outputTotals(
  { places }: Ground,
  outputs: readonly IndicatorKey[],
  figures: Figures,
  bounds: BoundsOfPlaces,
): TotalValues[] {
  return outputs.flatMap((output, column) =>
    places.map((place) => [
      ...outputRow(output, place, figures, column),
      ...boundValues(bounds.get(place.position)?.[column] ?? null),
    ]),
  );
}

function boundValues(bounds: SumBounds | null): Cell[] {
  return [bounds?.low ?? null, bounds?.high ?? null];
}

function criterionRow(
  criterion: IndicatorKey,
  { unit, members }: Place,
  marks: readonly (readonly (CriterionMark | undefined)[])[],
  column: number,
): TotalValues {
  const total = sumFigures(
    'criterion',
    members.map((member) => marks[member]?.[column]),
  );
  const { reported, notApplicable, numerator } = total;
  // Beside those that meet it stand those that answered; who is silent follows from the units.
  return [
    criterion.id,
    unit.id,
    members.length,
    reported,
    notApplicable,
    null,
    numerator ?? 0,
    reported,
    null,
    ...boundValues(null),
  ];
}

function outputRow(
  output: IndicatorKey,
  { unit, position, members }: Place,
  figures: Figures,
  column: number,
): TotalValues {
  const total = figures[position]?.[column];
  if (total === undefined || typeof total === 'string' || !('reported' in total))
    throw new Error('A place without a total');
  const { reported, notApplicable, value, numerator, denominator } = total;
  const sent = members.map((member) => figures[member]?.[column]);
  const median = medianOf(output.kind, sent);
  return [
    output.id,
    unit.id,
    unitsAsked(total),
    reported,
    notApplicable,
    value,
    numerator,
    denominator,
    median,
  ];
}
