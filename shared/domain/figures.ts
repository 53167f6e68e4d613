import type { EmptyKind, Figure, IndicatorKind } from './model.ts';

/** A figure, or the reason why there is none. A real zero is a figure. */
export type FigureOrEmpty = Figure | EmptyKind;

/** The sum over several units. `reported` + the three empties = the units that were asked. */
export interface FigureTotal extends Figure {
  readonly reported: number;
  readonly notReported: number;
  readonly notApplicable: number;
  readonly notYetDue: number;
  /** Reported ratios that came without numerator and denominator, so no ratio of sums can hold them. */
  readonly withoutParts: number;
}

/** True when there is no figure. A figure whose three fields are all null counts as not reported elsewhere. */
export function isEmpty(figure: FigureOrEmpty): figure is EmptyKind {
  return typeof figure === 'string';
}

/** Why this figure is empty, or null when it holds a value, zero among them. */
export function emptyKindOf(figure: FigureOrEmpty | FigureTotal | undefined): EmptyKind | null {
  if (figure === undefined) return 'notReported';
  if (isEmpty(figure)) return figure;
  if ('reported' in figure) return emptyKindOfTotal(figure);
  const nothing = figure.value === null && figure.numerator === null && figure.denominator === null;
  return nothing ? 'notReported' : null;
}

function emptyKindOfTotal(total: FigureTotal): EmptyKind | null {
  if (total.reported > 0) return null;
  if (total.notReported > 0) return 'notReported';
  return total.notYetDue > 0 ? 'notYetDue' : 'notApplicable';
}

/** The fraction of a ratio: numerator / denominator where both are known, else the value that was sent. */
export function ratioOf(figure: Figure): number | null {
  if (figure.numerator === null || figure.denominator === null) return figure.value;
  return figure.denominator === 0 ? null : figure.numerator / figure.denominator;
}

/**
 * The total of many units as a ratio of sums, never a mean of ratios.
 * Ratio: numerators and denominators are summed. Count: `value` is the sum, numerator and denominator null.
 * Criterion: numerator = units that meet it, denominator = units that reported it. `value` is null when
 * nothing was reported or the denominators sum to 0; empties are counted, each kind for itself.
 */
export function sumFigures(kind: IndicatorKind, figures: Iterable<FigureOrEmpty | undefined>): FigureTotal {
  const empties = { notReported: 0, notApplicable: 0, notYetDue: 0 };
  const sum = { reported: 0, withoutParts: 0, numerator: 0, denominator: 0, value: 0 };
  for (const figure of figures) {
    const empty = emptyKindOf(figure);
    if (empty !== null) empties[empty] += 1;
    else if (figure !== undefined && !isEmpty(figure)) addFigure(sum, kind, figure);
  }
  return totalOf(kind, sum, empties);
}

interface RunningSum {
  reported: number;
  withoutParts: number;
  numerator: number;
  denominator: number;
  value: number;
}

function addFigure(sum: RunningSum, kind: IndicatorKind, figure: Figure): void {
  sum.reported += 1;
  if (kind === 'count') sum.value += figure.value ?? figure.numerator ?? 0;
  else if (kind === 'criterion') {
    sum.numerator += isMet(figure) ? 1 : 0;
    sum.denominator += 1;
  } else if (figure.numerator === null || figure.denominator === null) sum.withoutParts += 1;
  else {
    sum.numerator += figure.numerator;
    sum.denominator += figure.denominator;
  }
}

function totalOf(kind: IndicatorKind, sum: RunningSum, empties: Record<EmptyKind, number>): FigureTotal {
  const counts = { reported: sum.reported, withoutParts: sum.withoutParts, ...empties };
  if (kind === 'count') {
    return { value: sum.reported > 0 ? sum.value : null, numerator: null, denominator: null, ...counts };
  }
  if (sum.reported === sum.withoutParts)
    return { value: null, numerator: null, denominator: null, ...counts };
  const value = sum.denominator === 0 ? null : sum.numerator / sum.denominator;
  return { value, numerator: sum.numerator, denominator: sum.denominator, ...counts };
}

/** A criterion is met by 1 only: half a criterion is not a criterion. */
function isMet(figure: Figure): boolean {
  return figure.value !== null && figure.value >= 1;
}
