import type { EmptyKind, Figure, IndicatorKind } from './model.ts';

/** 'Not applicable' of a sender whom the plan does ask: no answer, told apart from silence only where it is shown. */
export type SelfExempt = 'selfExempt';

/** A figure, or the reason why there is none. A real zero is a figure. */
export type FigureOrEmpty = Figure | EmptyKind | SelfExempt;

/**
 * What several units come to. `reported` + the three empties = the units that were asked. Also what one unit comes to,
 * as a total of itself.
 */
export interface FigureTotal extends Figure {
  readonly reported: number;
  readonly notReported: number;
  readonly notApplicable: number;
  readonly notYetDue: number;
  /** Reported ratios that came without numerator and denominator, so no ratio of sums can hold them. */
  readonly withoutParts: number;
}

/** What can be added up: a figure, a bare value (a criterion's mark), the reason why there is none, or a total. */
export type Summand = FigureOrEmpty | FigureTotal | number | undefined;

/** True when there is no figure. A figure whose three fields are all null counts as not reported elsewhere. */
export function isEmpty(figure: FigureOrEmpty): figure is EmptyKind | SelfExempt {
  return typeof figure === 'string';
}

/** Why this figure is empty, or null when it holds a value, zero among them. */
export function emptyKindOf(figure: Summand): EmptyKind | null {
  if (figure === undefined) return 'notReported';
  if (typeof figure === 'number') return null;
  if (isEmpty(figure)) return figure === 'selfExempt' ? 'notReported' : figure;
  if (isTotal(figure)) return emptyKindOfTotal(figure);
  const nothing = figure.value === null && figure.numerator === null && figure.denominator === null;
  return nothing ? 'notReported' : null;
}

function isTotal(figure: Figure): figure is FigureTotal {
  return 'reported' in figure;
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

/** What one unit sent of an indicator: a ratio by its parts where it came with them. */
export function sentValue(kind: IndicatorKind, figure: Figure): number | null {
  return kind === 'ratio' ? ratioOf(figure) : figure.value;
}

/**
 * What many units come to, never a mean of ratios. Totals add up like the units behind them, so that the country may be
 * added up from its provinces.
 * Ratio: numerators and denominators are summed. Count: `value` is the sum, numerator and denominator null.
 * Criterion: numerator = units that meet it, denominator = units it applies to, the silent among them, as the published
 * reports count coverage. `value` is null when nothing was reported or the denominators sum to 0; empties are counted,
 * each kind for itself.
 */
export function sumFigures(kind: IndicatorKind, figures: Iterable<Summand>): FigureTotal {
  const sum = { ...NOTHING };
  for (const figure of figures) {
    if (typeof figure === 'object' && isTotal(figure)) addTotal(sum, kind, figure);
    else {
      const empty = emptyKindOf(figure);
      if (empty !== null) sum[empty] += 1;
      else if (figure !== undefined && typeof figure !== 'string') addFigure(sum, kind, figure);
    }
  }
  return totalOf(kind, sum);
}

/** What one unit sent as a total of itself; a ratio that came without its parts keeps the value that was sent. */
export function figureOfUnit(kind: IndicatorKind, figure: FigureOrEmpty | undefined): FigureTotal {
  const total = sumFigures(kind, [figure]);
  return typeof figure === 'object' && total.withoutParts > 0 ? { ...total, value: figure.value } : total;
}

/** What a rule holds against its thresholds: the fraction of a ratio or criterion, a count per reporting unit. */
export function measureOf(kind: IndicatorKind, figure: Figure | FigureTotal): number | null {
  if (kind === 'ratio') return ratioOf(figure);
  if (kind === 'criterion' || figure.value === null) return figure.value;
  return figure.value / (isTotal(figure) ? figure.reported : 1);
}

/** Of an even number of values the lower middle one, which a unit really has; null when there are none. */
export function lowerMedian(values: Iterable<number>): number | null {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? null;
}

type RunningSum = {
  -readonly [K in keyof Omit<FigureTotal, 'value' | 'numerator' | 'denominator'>]: number;
} & {
  numerator: number;
  denominator: number;
  value: number;
};

const NOTHING: Readonly<RunningSum> = {
  reported: 0,
  notReported: 0,
  notApplicable: 0,
  notYetDue: 0,
  withoutParts: 0,
  numerator: 0,
  denominator: 0,
  value: 0,
};

function addFigure(sum: RunningSum, kind: IndicatorKind, figure: Figure | number): void {
  sum.reported += 1;
  const { value, numerator, denominator } =
    typeof figure === 'number' ? { value: figure, numerator: null, denominator: null } : figure;
  if (kind === 'count') sum.value += value ?? numerator ?? 0;
  // A criterion is met by 1 only: half a criterion is not a criterion.
  else if (kind === 'criterion') sum.numerator += value !== null && value >= 1 ? 1 : 0;
  else if (numerator === null || denominator === null) sum.withoutParts += 1;
  else {
    sum.numerator += numerator;
    sum.denominator += denominator;
  }
}

function addTotal(sum: RunningSum, kind: IndicatorKind, total: FigureTotal): void {
  for (const count of ['reported', 'notReported', 'notApplicable', 'notYetDue', 'withoutParts'] as const)
    sum[count] += total[count];
  sum.value += total.value ?? 0;
  sum.numerator += total.numerator ?? 0;
  if (kind === 'ratio') sum.denominator += total.denominator ?? 0;
}

function totalOf(kind: IndicatorKind, sum: RunningSum): FigureTotal {
  const { reported, notReported, notApplicable, notYetDue, withoutParts } = sum;
  const counts = { reported, notReported, notApplicable, notYetDue, withoutParts };
  const none = { value: null, numerator: null, denominator: null, ...counts };
  if (kind === 'count') return { ...none, value: reported > 0 ? sum.value : null };
  if (reported === withoutParts) return none;
  const { numerator } = sum;
  const denominator = kind === 'criterion' ? reported + notReported : sum.denominator;
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator, ...counts };
}
