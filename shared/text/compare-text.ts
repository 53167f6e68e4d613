import type { Translator } from './translator.ts';

interface Compared {
  readonly common: number;
  readonly improved: readonly unknown[];
  readonly regressed: readonly unknown[];
  readonly unchanged: number;
}

/** How many units changed and in which direction, and of how many nobody can say so. */
export function compareLead(
  { t }: Pick<Translator, 't'>,
  { common, improved, regressed, unchanged }: Compared,
): string {
  return t('compare.lead', {
    common,
    improved: improved.length,
    regressed: regressed.length,
    unchanged,
    apart: common - improved.length - regressed.length - unchanged,
  });
}
