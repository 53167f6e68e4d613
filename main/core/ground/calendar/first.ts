import { PROGRAM_NAME } from '#shared/contract/settings.ts';
import { DEFAULT_SCHEDULE } from '#shared/domain/calendar.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** Weeks as of Monday 16:00 and months, from the day on which the workplace begins (UTC ISO). */
export function firstCalendar(at: string) {
  return {
    ...{ from: vietnamDay(at), until: null, schedule: DEFAULT_SCHEDULE },
    ...{ createdAt: at, who: PROGRAM_NAME, note: 'Lịch ban đầu / First calendar' },
  };
}
