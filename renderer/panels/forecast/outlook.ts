import type { Text } from '#renderer/ground/text.tsx';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import { daysBetween } from '#shared/domain/periods.ts';
import { writtenDifference } from '#shared/text/format.ts';

/** How an outlook is judged: late or not, complete, or nothing can be said. */
export type Verdict = 'complete' | 'inTime' | 'someOverdue' | 'late' | 'past' | 'unknown';

/** The verdict of an outlook at a day (yyyy-mm-dd). */
export function verdictOf(outlook: OutlookDto, day: string): Verdict {
  if (outlook.kind === 'complete') return 'complete';
  // Of whom nothing newer is known nobody can tell whether it is done, also after its deadline: silence is not late.
  if (outlook.isLate === null) return 'unknown';
  if (outlook.deadline !== null && outlook.deadline < day) return 'past';
  if (outlook.isLate) return 'late';
  // The last deadline may be kept while an earlier one is not.
  return (outlook.overdue ?? 0) > 0 ? 'someOverdue' : 'inTime';
}

/** '26/03/2026', 'Đã hoàn thành', 'Ngoài tầm đã thử': when it is expected, or why no day is named. */
export function completionText(outlook: OutlookDto, { t, format }: Text): string {
  return outlook.completion === null || outlook.kind !== 'date'
    ? t(`forecast.${outlook.kind === 'date' ? 'notEnoughData' : outlook.kind}`)
    : format.date(outlook.completion);
}

/**
 * 'mỗi tuần thêm 38 xã; còn 301 xã', with its day where that is not the cut's; null where nothing goes on or nothing
 * is left.
 */
export function paceText(outlook: OutlookDto, { t, format }: Text): string | null {
  const { kind, pace, state, asOf, share } = outlook;
  if (pace === null || kind === 'complete' || kind === 'noProgress') return null;
  const { of, perWeek, left } = pace;
  const text =
    of === 'communes'
      ? t('forecast.pace.communes', { perWeek: format.number(perWeek, 1), left: format.number(left) })
      : t('forecast.pace.progress', {
          perWeek: format.number(perWeek * 100, 2),
          // Beside the share as it is written: 99.88% leave 0.12%.
          left: format.percent(writtenDifference(1, share) ?? left),
        });
  return state === 'value' ? text : t('forecast.pace.asOf', { text, day: format.date(asOf) });
}

/** Beside the share of a row: of which day it is, and that the cut itself is not known well enough. Null where it is. */
export function shareNote(
  { state, share, asOf }: OutlookDto,
  day: string,
  { t, format }: Text,
  write: (share: number) => string,
): string | null {
  if (state === 'value' || share === null) return null;
  const at = format.date(asOf);
  if (state === 'notReported') return t('forecast.share.last', { share: write(share), day: at });
  return asOf === day ? t('forecast.share.few') : t('forecast.share.earlier', { day: at });
}

/** 'trong 173 lần thử đúng 88%'; null where nothing was tested. */
function testedText({ tested }: OutlookDto, { t, format }: Text): string | null {
  return tested && t('forecast.tested', { tries: tested.tries, rate: format.percent(tested.hitRate) });
}

/** The range of a date and how often such ranges were right; elsewhere the pace. */
export function groundsText(outlook: OutlookDto, text: Text): string | null {
  return outlook.kind === 'date'
    ? [rangeText(outlook, text), testedText(outlook, text)].filter((part) => part !== null).join('; ')
    : paceText(outlook, text);
}

/** '06/03/2026 – 02/06/2026'; a dash where there is no range. */
function rangeText(outlook: OutlookDto, { t, format }: Text): string {
  const { earliest, latest } = outlook;
  if (earliest === null) return '–';
  return latest === null
    ? t('forecast.rangeOpen', { earliest: format.date(earliest) })
    : t('forecast.range', { earliest: format.date(earliest), latest: format.date(latest) });
}

/** 'Trễ 85 ngày', 'Kịp hạn', 'Đã quá hạn'. */
export function verdictText(outlook: OutlookDto, day: string, { t }: Text): string {
  const verdict = verdictOf(outlook, day);
  const { completion, deadline } = outlook;
  if (verdict === 'late' && completion !== null && deadline !== null) {
    return t('forecast.late.days', { days: daysBetween(deadline, completion) });
  }
  if (verdict === 'someOverdue') return t('forecast.someOverdue', { count: outlook.overdue });
  return t(`forecast.${verdict}`);
}
