import type { SumBounds } from '#shared/domain/figure-bounds.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import type { Formatter } from './format.ts';
import type { Translator } from './translate.ts';

/**
 * Between which values a ratio of sums lies while some of its communes are silent; null where it is sure, or no
 * range. Bounds of a count are per commune asked, and would stand beside a mean per commune that reported.
 */
export function sumBoundsText(
  { t, format }: { readonly t: Translator['t']; readonly format: Formatter },
  kind: IndicatorKind,
  bounds: SumBounds | null,
): string | null {
  if (kind !== 'ratio' || bounds === null || bounds.low === bounds.high) return null;
  const [low, high] = [format.percent(bounds.low), format.percent(bounds.high)];
  return t('units.outputs.between', { low, high });
}

/** 'ít hồ sơ (2)', or that nobody knows on how many files a ratio without its parts rests. */
export function fewText(
  { denominator }: { readonly denominator: number | null },
  { t }: Pick<Translator, 't'>,
) {
  return denominator === null ? t('units.outputs.unknownFiles') : t('units.outputs.few', { denominator });
}
