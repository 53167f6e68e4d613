import { isStale } from '#shared/domain/task-schedule.ts';
import type { Formatter } from './format.ts';
import type { Translator } from './translator.ts';

interface Speaker {
  readonly t: Translator['t'];
  readonly format: Formatter;
}

/** Of a task at one body, or of one as a whole. */
export interface TaskProgress {
  readonly progress: number | null;
  readonly progressBounds?: { readonly atLeast: number } | null;
  readonly unitsReported?: number;
  readonly units?: number;
}

/** How far a task came; of how many it speaks where only some of its bodies ever reported it; that nobody did. */
export function taskProgressText(
  { t, format }: Speaker,
  { progress, progressBounds, unitsReported = 0, units = 0 }: TaskProgress,
  write: (share: number) => string = (share) => format.percent(share),
): string {
  if (progress !== null) return write(progress);
  if (progressBounds == null) return t('empty.notReported');
  return t('plan.partial', { share: write(progressBounds.atLeast), reported: unitsReported, units });
}

/** How old a state is in words; '' where there is none. */
export function ageText({ t }: Pick<Speaker, 't'>, age: number | null): string {
  if (age === null) return '';
  if (age === 0) return t('plan.age.now');
  return t(isStale(age) ? 'plan.age.stale' : 'plan.age', { age });
}

/** The same in a column of ages. */
export function shortAgeText({ t }: Pick<Speaker, 't'>, age: number | null): string {
  return age === null ? '' : t('plan.age.short', { age });
}

/** How old the word of several bodies is: how many spoke at this cut, and the oldest. */
export function wholeAgeText(
  speaker: Pick<Speaker, 't'>,
  { age, unitsFresh: fresh, units }: { age: number | null; unitsFresh: number; units: number },
): string {
  if (age === null || age === 0 || units === 1) return ageText(speaker, age);
  return speaker.t('plan.age.some', { fresh, units, age });
}
