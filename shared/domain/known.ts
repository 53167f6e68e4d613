import type { SelfExempt } from './figures.ts';
import type { EmptyKind } from './model.ts';

/**
 * Why no month speaks at a cut: the first is still being collected, and what came of it is not used yet; or the newest is
 * too old. Kept apart from silence: places may well have sent.
 */
export const MONTH_STATES = ['collecting', 'tooOld'] as const;
export type MonthState = (typeof MONTH_STATES)[number];

/** That figures are known, or why they are not. */
export type KnownState = 'value' | EmptyKind | MonthState;

/** The same of a figure, whose denominator may be 0, or in place of which somebody wrote that it does not apply. */
export type FigureState = KnownState | 'nothingToMeasure' | SelfExempt;

/** Whether anything is known of what was asked of so many: nobody asked, nobody answered, or a value. */
export function knownState({
  total,
  reported,
}: {
  readonly total: number;
  readonly reported: number;
}): KnownState {
  if (total === 0) return 'notApplicable';
  return reported === 0 ? 'notReported' : 'value';
}
