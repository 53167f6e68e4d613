import type { SumBounds } from '#shared/domain/figure-bounds.ts';
import { emptyKindOf, type FigureTotal } from '#shared/domain/figures.ts';
import type { KnownState, MonthState } from '#shared/domain/known.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';

/** One indicator at one unit: what was reported of it, and how many did not. A commune is a total of itself. */
export interface UnitFigure extends FigureTotal {
  readonly unit: string;
  readonly code: string;
  readonly kind: IndicatorKind;
  /** Lower middle one of the communes' values; null for criteria. */
  readonly median: number | null;
  /** Between which values a sum lies while some of its communes are silent or outgrew their size; null where it is sure. */
  readonly bounds: SumBounds | null;
  /** Why no month speaks, where outputs are asked for and none does. */
  readonly month?: MonthState | null;
  /** A commune wrote that it does not apply, where the plan asks it: not reported, and shown as what it is. */
  readonly isSelfExempt?: boolean;
}

/** Criteria are of the status cut, outputs of the month that speaks at it. */
export interface AskedFigures {
  readonly of: 'criteria' | 'outputs';
  /** One unit's alone; else of the country and every province. */
  readonly unit?: string | undefined;
  readonly indicator?: string | undefined;
}

/** That a figure is known, or why it is not: what no month can say was not kept silent by its place. */
export function knownStateOf(figure: UnitFigure): KnownState {
  const empty = emptyKindOf(figure);
  if (empty === null || empty === 'notApplicable') return empty ?? 'value';
  return figure.month ?? empty;
}

/** Units that were asked. */
export function unitsAsked({ reported, notReported, notApplicable, notYetDue }: FigureTotal): number {
  return reported + notReported + notApplicable + notYetDue;
}

/** A row of figure_total; of a criterion `denominator` is the communes that answered. */
export interface StoredTotal {
  readonly unit: string;
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly units: number;
  readonly reported: number;
  readonly notApplicable: number;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** The total behind a row. `isDue`: false before the first month has ended, when nothing could be reported yet. */
export function storedFigure({ units, low, high, ...total }: StoredTotal, isDue: boolean): UnitFigure {
  const row = { ...total, bounds: low === null ? null : { low, high } };
  const silent = units - row.reported - row.notApplicable;
  const counts = {
    notReported: isDue ? silent : 0,
    notYetDue: isDue ? 0 : silent,
    withoutParts: row.kind === 'ratio' && row.numerator === null ? row.reported : 0,
  };
  // Older versions kept a province's own figure in place of a total that nobody below it had reported.
  if (row.reported === 0) return { ...row, ...counts, value: null, numerator: null, denominator: null };
  if (row.kind !== 'criterion') return { ...row, ...counts };
  const denominator = row.reported + counts.notReported;
  return { ...row, ...counts, denominator, value: (row.numerator ?? 0) / denominator };
}
