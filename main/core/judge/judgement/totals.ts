import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground, Place } from '#main/core/ground/units/walk.ts';
import type { Cell } from '#main/db/insert-rows.ts';
import type { CriterionMark } from '#shared/domain/commune-status.ts';
import { type FigureOrEmpty, type FigureTotal, isEmpty } from '#shared/domain/figures.ts';
import type { JudgedCut } from './judge.ts';
import type { Figures } from './month.ts';
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
): TotalValues[] {
  return outputs.flatMap((output, column) =>
    places.map((place) => outputRow(output, place, figures, column)),
  );
}

function criterionRow(
  criterion: IndicatorKey,
  { unit, members }: Place,
  marks: readonly (readonly (CriterionMark | undefined)[])[],
  column: number,
): TotalValues {
  let met = 0;
  let answered = 0;
  let notApplicable = 0;
  for (const member of members) {
    const mark = marks[member]?.[column];
    if (mark === 'notApplicable') notApplicable += 1;
    else if (typeof mark === 'number') {
      answered += 1;
      if (mark >= 1) met += 1;
    }
  }
  return [criterion.id, unit.id, members.length, answered, notApplicable, null, met, answered, null];
}

function outputRow(
  output: IndicatorKey,
  { unit, position, members }: Place,
  figures: Figures,
  column: number,
): TotalValues {
  const figure = figures[position]?.[column];
  const own = figure === undefined || isEmpty(figure) ? null : figure;
  const total = own !== null && 'reported' in own ? (own as FigureTotal) : null;
  const values = members.flatMap((member) => knownValue(figures[member]?.[column]));
  return [
    output.id,
    unit.id,
    members.length,
    total?.reported ?? 0,
    total?.notApplicable ?? 0,
    own?.value ?? null,
    own?.numerator ?? null,
    own?.denominator ?? null,
    lowerMedian(values),
  ];
}

function knownValue(figure: FigureOrEmpty | FigureTotal | undefined): number | [] {
  if (figure === undefined || isEmpty(figure)) return [];
  return figure.value ?? [];
}

/** Of an even number of values the lower middle one, which a commune really has; null when there are none. */
function lowerMedian(values: readonly number[]): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}
