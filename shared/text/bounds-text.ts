import type { SumBounds } from '#shared/domain/figure-bounds.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import type { Formatter } from './format.ts';
import type { Translator } from './translate.ts';

/**
 * Between which values a ratio of sums lies while some of its communes are silent; null where it is sure. Bounds of a
 * count are per commune asked, and would stand beside a mean per commune that reported.
 */
export function sumBoundsText(
  { t, format }: { readonly t: Translator['t']; readonly format: Formatter },
  kind: IndicatorKind,
  bounds: SumBounds | null,
): string | null {
  if (kind !== 'ratio' || bounds === null) return null;
  const [low, high] = [format.percent(bounds.low), format.percent(bounds.high)];
  return t('units.outputs.between', { low, high });
}
