import type { UnitKey } from '#main/core/units/store.ts';
import type { CriterionMark } from '#shared/domain/commune-status.ts';
import { type FigureOrEmpty, type FigureTotal, isEmpty } from '#shared/domain/figures.ts';
import type { JudgedCut } from './judge.ts';
import type { IndicatorKey } from './rules.ts';
import type { StatusValues } from './store.ts';

interface Place {
  readonly unit: UnitKey;
  /** Positions of its communes in the walk. */
  readonly members: readonly number[];
}

/** The rows of figure_total of a cut: every criterion and output at every province and the country. */
export function figureTotals(cutId: number, judged: JudgedCut): StatusValues[] {
  const units = judged.units.map(({ unit }) => unit);
  const places = placesOf(units);
  const criteria = judged.criteria.flatMap((criterion, column) =>
    places.map((place) => criterionRow(cutId, criterion, place, judged.marks, column)),
  );
  const outputs = judged.outputs.flatMap((output, column) =>
    places.map((place) => outputRow(cutId, output, place, units, judged.figures, column)),
  );
  return [...criteria, ...outputs];
}

function placesOf(units: readonly UnitKey[]): Place[] {
  const communes = units.flatMap((unit, position) => (unit.level === 'commune' ? [{ unit, position }] : []));
  const byParent = Map.groupBy(communes, ({ unit }) => unit.parentId);
  return units
    .filter((unit) => unit.level !== 'commune')
    .map((unit) => ({
      unit,
      members: (unit.level === 'country' ? communes : (byParent.get(unit.id) ?? [])).map(
        ({ position }) => position,
      ),
    }));
}

function criterionRow(
  cutId: number,
  criterion: IndicatorKey,
  { unit, members }: Place,
  marks: readonly (readonly (CriterionMark | undefined)[])[],
  column: number,
): StatusValues {
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
  return [cutId, criterion.id, unit.id, members.length, answered, notApplicable, null, met, answered, null];
}

function outputRow(
  cutId: number,
  output: IndicatorKey,
  { unit, members }: Place,
  units: readonly UnitKey[],
  figures: readonly (readonly (FigureOrEmpty | FigureTotal | undefined)[])[],
  column: number,
): StatusValues {
  const figure = figures[units.indexOf(unit)]?.[column];
  const own = figure === undefined || isEmpty(figure) ? null : figure;
  const total = own !== null && 'reported' in own ? (own as FigureTotal) : null;
  const values = members.flatMap((member) => knownValue(figures[member]?.[column]));
  return [
    cutId,
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
