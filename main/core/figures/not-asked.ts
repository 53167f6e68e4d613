import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import type { Asking } from '#shared/domain/asking.ts';
import type { FigureOrEmpty } from '#shared/domain/figures.ts';
import type { Figure } from '#shared/domain/model.ts';
import type { NotAsked } from '#shared/domain/rule-set.ts';

/** Whom the plan does not ask what: nobody else may say so of himself. */
export function isAsked(notAsked: NotAsked, unit: string, indicator: string): boolean {
  return !(Object.hasOwn(notAsked, unit) && notAsked[unit]?.includes(indicator) === true);
}

/** Why the plan does not ask a unit for an indicator at a cut, or null where it does. */
export function whyNotAsked(
  { notAsked, outOfTurn }: Asking,
  unit: string,
  indicator: string,
): 'notApplicable' | 'notYetDue' | null {
  if (!isAsked(notAsked, unit, indicator)) return 'notApplicable';
  return outOfTurn.has(indicator) ? 'notYetDue' : null;
}

/** What a row of a figure says; one without a figure is a sender's 'not applicable'. */
export function sentFigure(figure: Figure): FigureOrEmpty {
  return figure.value === null && figure.numerator === null ? 'selfExempt' : figure;
}

/** Puts the word of the plan in place of what was sent, or not, of what it does not ask; [unit][indicator]. */
export function applyPlan<Sent>(
  rows: readonly (Sent | 'notApplicable' | 'notYetDue')[][],
  { units }: Ground,
  keys: readonly IndicatorKey[],
  asking: Asking,
): void {
  const { notAsked, outOfTurn } = asking;
  const isTurnOfAll = !keys.some(({ code }) => outOfTurn.has(code));
  for (const [position, { code }] of units.entries()) {
    if (isTurnOfAll && !Object.hasOwn(notAsked, code)) continue;
    for (const [column, key] of keys.entries()) {
      const [row, why] = [rows[position], whyNotAsked(asking, code, key.code)];
      if (row !== undefined && why !== null) row[column] = why;
    }
  }
}
