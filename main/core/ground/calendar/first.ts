import { PROGRAM_NAME } from '#shared/contract/settings.ts';
import { DEFAULT_SCHEDULE, lastMonthOf } from '#shared/domain/calendar.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** Weeks as of Monday 16:00 and months, from the day on which the workplace begins (UTC ISO). */
export function firstCalendar(at: string) {
  return {
    ...{ from: vietnamDay(at), until: null, schedule: DEFAULT_SCHEDULE },
    ...{ createdAt: at, who: PROGRAM_NAME, note: 'Lịch ban đầu / First calendar' },
  };
}

/** Before it the month that has just ended: its outputs are what the first weeks are judged by. */
export function monthBefore(at: string) {
  return {
    ...lastMonthOf(vietnamDay(at)),
    ...{
      createdAt: at,
      who: PROGRAM_NAME,
      note: 'Tháng trước tuần đầu tiên / The month before the first week',
    },
  };
}
