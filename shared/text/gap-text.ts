import { isNearlyComplete } from '#shared/domain/coverage.ts';
import { type GapMatrix, matrixTotal } from '#shared/domain/gap.ts';
import type { GapCounts } from '#shared/domain/gap-counts.ts';
import { COLOURS } from '#shared/domain/model.ts';
import type { Translator } from './translator.ts';

type Speaker = Pick<Translator, 't'>;

/** How many units of a level are in a gap, and how many at most; or that none can be compared. */
export function gapLead(
  { t }: Speaker,
  level: 'province' | 'commune',
  { matrix, gaps }: { readonly matrix: GapMatrix; readonly gaps: GapCounts },
): string {
  const total = matrixTotal(matrix);
  const compared = comparedIn(matrix);
  if (total > 0 && compared === 0) return t(`gap.lead.unknown.${level}`, { total });
  // What is certain of a few is nothing to begin with: 'no commune' would be told of all that are silent.
  if (!isNearlyComplete({ communes: total, notReported: total - compared }))
    return t(`gap.lead.few.${level}`, {
      ...{ compared, total, any: gaps.any.atLeast, wide: gaps.wide.atLeast },
      ...{ anyMost: gaps.any.atMost, wideMost: gaps.wide.atMost },
    });
  const { atLeast: count } = gaps.any;
  const share = total === 0 ? 0 : count / total;
  const lead = t(`gap.lead.${level}`, { count, wide: gaps.wide.atLeast, total, share });
  return [lead, gapsAtMost({ t }, gaps)].filter((part) => part !== '').join(' ');
}

/** How many at most, if what is not known were as far apart as it can be; '' where nothing is open. */
export function gapsAtMost({ t }: Speaker, { any, wide }: GapCounts): string {
  if (any.atMost === any.atLeast && wide.atMost === wide.atLeast) return '';
  return t('gap.lead.most', { any: any.atMost, wide: wide.atMost });
}

interface Lasting {
  readonly months: number;
  readonly cuts: number;
  readonly last: { readonly steps: number } | null;
}

/** How long the gap of a unit has lasted, and whether it is only from when both sides were last known. */
export function gapLasting({ t }: Speaker, { months, cuts, last }: Lasting): string {
  const lasting = t('gap.cuts.value', { months, cuts });
  return last === null ? lasting : `${lasting} · ${t('gap.steps.last', { steps: last.steps })}`;
}

/** Units of which both colours are known. */
export function comparedIn(matrix: GapMatrix): number {
  return COLOURS.flatMap((reported) => COLOURS.map((operating) => matrix[reported][operating])).reduce(
    (sum, count) => sum + count,
    0,
  );
}
