import type { Formatter } from './format.ts';
import type { Translator } from './translator.ts';

/** How communes answered a criterion, and the share of those that meet it with its two ends. */
export interface CriterionShare {
  readonly share: number | null;
  readonly bounds: { readonly atLeast: number; readonly atMost: number } | null;
  readonly met: number;
  readonly notMet: number;
  readonly notReported: number;
}

/**
 * 'mới có 1/56 xã trả lời; nhiều nhất 100%': of how many a share of a criterion speaks, and what it is if all that are
 * silent meet it. '' where everybody answered, or nobody.
 */
export function criterionNote(
  { t, format }: { readonly t: Translator['t']; readonly format: Formatter },
  { share, bounds, met, notMet, notReported }: CriterionShare,
): string {
  if (share === null || bounds === null || notReported === 0) return '';
  const answered = met + notMet;
  return t('criterion.open', {
    answered,
    asked: answered + notReported,
    atMost: format.percent(bounds.atMost),
  });
}
