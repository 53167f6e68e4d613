import type { Text } from '#renderer/ground/text.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';

/** 'Đạt 11/12' for a commune that has reported, else that it has not; nothing above that. */
export function criteriaNote(profile: UnitProfileDto, text: Text): string {
  if (profile.unit.level !== 'commune' || profile.met === null) return '';
  if (profile.reported === 'notReported') return text.t('empty.notReported');
  return text.t('units.criteria.met', { met: profile.met, total: profile.met + (profile.missing ?? 0) });
}
