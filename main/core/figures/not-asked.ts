import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import type { FigureOrEmpty } from '#shared/domain/figures.ts';
import type { Figure } from '#shared/domain/model.ts';
import type { NotAsked } from '#shared/domain/rule-set.ts';

/** Whom the plan does not ask what: nobody else may say so of himself. */
export function isAsked(notAsked: NotAsked, unit: string, indicator: string): boolean {
  return !(Object.hasOwn(notAsked, unit) && notAsked[unit]?.includes(indicator) === true);
}

/** What a row of a figure says; one without a figure is a sender's 'not applicable'. */
export function sentFigure(figure: Figure): FigureOrEmpty {
  return figure.value === null && figure.numerator === null ? 'selfExempt' : figure;
}

/** Puts the word of the plan in place of what was sent, or not, of what it does not ask; [unit][indicator]. */
export function applyPlan<Sent>(
  rows: readonly (Sent | 'notApplicable')[][],
  { units }: Ground,
  keys: readonly IndicatorKey[],
  notAsked: NotAsked,
): void {
  const codes = Object.keys(notAsked);
  if (codes.length === 0) return;
  for (const [position, { code }] of units.entries()) {
    if (!Object.hasOwn(notAsked, code)) continue;
    for (const [column, key] of keys.entries()) {
      const row = rows[position];
      if (row !== undefined && !isAsked(notAsked, code, key.code)) row[column] = 'notApplicable';
    }
  }
}
