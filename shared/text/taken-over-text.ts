import { TAKEN_KINDS, type TakenCounts } from '#shared/domain/taken-over.ts';
import type { Translator } from './translator.ts';

/** What a new workspace got of an old one, and what it did not, in sentences. */
export function takenOverText(
  { takenOver, leftOut }: { readonly takenOver: TakenCounts; readonly leftOut: TakenCounts },
  { t }: Translator,
): string[] {
  const counts = (of: TakenCounts): string => {
    const said = TAKEN_KINDS.filter((kind) => of[kind] > 0);
    if (said.length === 0) return t('workspace.nothing');
    return said.map((kind) => t(`workspace.count.${kind}`, { count: of[kind] })).join(' · ');
  };
  return [
    `${t('workspace.taken')}: ${counts(takenOver)}`,
    `${t('workspace.leftOut')}: ${counts(leftOut)}`,
    t('workspace.stays'),
  ];
}
