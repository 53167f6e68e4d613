import { type CauseName, countCauses } from '#shared/domain/task-causes.ts';
import type { Translator } from './translator.ts';

interface Speaker {
  readonly t: Translator['t'];
  readonly pick: (named: { readonly name: string; readonly nameEn: string }) => string;
}

/** Why a body says that a task is late, with what it has open of that kind; '' where it gives no cause. */
export function delayText(
  { t, pick }: Speaker,
  { cause, difficulty }: { readonly cause: CauseName | null; readonly difficulty: string | null },
): string {
  if (cause === null) return '';
  if (difficulty === null) return pick(cause);
  return `${pick(cause)}. ${t('plan.task.units.difficulty', { text: difficulty })}`;
}

/** The causes that several bodies give, each with how many name it; '' where none does. */
export function causesText({ t, pick }: Speaker, units: Parameters<typeof countCauses>[0]): string {
  const causes = countCauses(units).map((one) =>
    t('plan.task.causes.one', { cause: pick(one), units: one.units }),
  );
  return causes.length === 0 ? '' : t('plan.task.causes', { causes: causes.join('; ') });
}
