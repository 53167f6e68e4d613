import type { TakenOver } from '#main/core/desk/workspace/take-over.ts';
import { createTranslator } from '#shared/text/translator.ts';

/** What a new workspace got of an old one, and what it did not, in sentences. */
export function takenOverText({ takenOver, leftOut }: TakenOver): string[] {
  const { t } = createTranslator('vi');
  return [
    `${t('workspace.taken')}: ${countsText(takenOver)}`,
    `${t('workspace.leftOut')}: ${countsText(leftOut)}`,
    t('workspace.stays'),
  ];
}

function countsText(counts: TakenOver['takenOver']): string {
  const { t } = createTranslator('vi');
  const kinds = Object.keys(counts) as (keyof typeof counts)[];
  const said = kinds.filter((kind) => counts[kind] > 0);
  if (said.length === 0) return t('workspace.nothing');
  return said.map((kind) => t(`workspace.count.${kind}`, { count: counts[kind] })).join(' · ');
}
