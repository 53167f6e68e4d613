import type { Text } from '#renderer/ground/text.tsx';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import { daysBetween } from '#shared/domain/periods.ts';

/** How an outlook is judged: late or not, complete, or nothing can be said. */
export type Verdict = 'complete' | 'inTime' | 'someOverdue' | 'late' | 'past' | 'unknown';

/** The verdict of an outlook at a day (yyyy-mm-dd). */
export function verdictOf(outlook: OutlookDto, day: string): Verdict {
  if (outlook.kind === 'complete') return 'complete';
  if (outlook.deadline !== null && outlook.deadline < day) return 'past';
  if (outlook.isLate === null) return 'unknown';
  if (outlook.isLate) return 'late';
  // The last deadline may be kept while an earlier one is not.
  return (outlook.overdue ?? 0) > 0 ? 'someOverdue' : 'inTime';
}

/** '26/03/2026', 'Đã hoàn thành', 'Chưa đủ dữ liệu': when it is expected, or why no day is named. */
export function completionText(outlook: OutlookDto, { t, format }: Text): string {
  return outlook.completion === null || outlook.kind !== 'date'
    ? t(`forecast.${outlook.kind === 'date' ? 'notEnoughData' : outlook.kind}`)
    : format.date(outlook.completion);
}

/** '06/03/2026 – 02/06/2026'; a dash where there is no range. */
export function rangeText(outlook: OutlookDto, { t, format }: Text): string {
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
