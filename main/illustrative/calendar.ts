import { DEFAULT_SCHEDULE } from '#shared/domain/calendar.ts';
import type { CutKind } from '#shared/domain/model.ts';

/** A cut of the illustrative half year; `day` is its date in Vietnam, times are UTC ISO. */
export interface PlannedCut {
  readonly id: number;
  readonly code: string;
  readonly kind: CutKind;
  readonly day: string;
  readonly start: string;
  readonly asOf: string;
  readonly dueAt: string;
}

export const MOMENT_DAY = '2025-07-31';
/** Communes took up work on this day: nothing is theirs before. */
const FIRST_DAY_OF_COMMUNES = '2025-07-01';
const FIRST_MONDAY = '2025-06-30';
const WEEKS = 27;
const MONTHS = ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11', '2025-12'];
const DAY_MS = 86_400_000;

/** Whole days since 1970, so that dates can be counted with. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS;
}

export function dayText(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** `day` at an hour in Vietnam (UTC+7 all year) as UTC ISO. */
export function atHour(day: string, hour: number, minute = 0): string {
  return new Date(dayNumber(day) * DAY_MS + (hour - 7) * 3_600_000 + minute * 60_000).toISOString();
}

/** Whether there were communes to report for the cut. */
export function hasCommunes({ day }: Pick<PlannedCut, 'day'>): boolean {
  return day >= FIRST_DAY_OF_COMMUNES;
}

export type NewCut = Omit<PlannedCut, 'id'>;

function weekCuts(): NewCut[] {
  return Array.from({ length: WEEKS }, (_, index) => {
    const monday = dayNumber(FIRST_MONDAY) + index * 7;
    const day = dayText(monday);
    const asOf = atHour(day, 16);
    return { code: `week-${day}`, kind: 'week', day, start: dayText(monday - 6), asOf, dueAt: asOf };
  });
}

/** 16:00 on 31 July 2025: the moment the published report speaks of. */
function momentCut(): NewCut {
  const asOf = atHour(MOMENT_DAY, 16);
  return {
    code: `moment-${MOMENT_DAY}T1600`,
    kind: 'moment',
    day: MOMENT_DAY,
    start: MOMENT_DAY,
    asOf,
    dueAt: asOf,
  };
}

/** Monthly outputs are as of the last day 16:00; localities have until the 5th of the next month to send them. */
function monthCuts(): NewCut[] {
  return MONTHS.map((month) => {
    const start = `${month}-01`;
    const [year = 0, number = 0] = month.split('-').map(Number);
    const next = Date.UTC(year, number, 1) / DAY_MS;
    const day = dayText(next - 1);
    return {
      code: `month-${month}`,
      kind: 'month',
      day,
      start,
      asOf: atHour(day, 16),
      dueAt: atHour(dayText(next + 4), 17),
    };
  });
}

/** Oldest first. */
export function planCuts(): NewCut[] {
  return [...weekCuts(), momentCut(), ...monthCuts()].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
}

/** The calendar that these cuts follow; it ends with the last of them. */
export function builtInCalendar() {
  const days = planCuts().map(({ day }) => day);
  const { weekly, monthly } = DEFAULT_SCHEDULE;
  const owes = ['criteria', 'taskReports'] as const;
  return {
    from: days[0] ?? FIRST_MONDAY,
    until: days.at(-1) ?? FIRST_MONDAY,
    schedule: { weekly: weekly && { ...weekly, owes }, monthly, moments: [] },
    createdAt: atHour(FIRST_DAY_OF_COMMUNES, 0),
    who: 'KH02 Center',
    note: 'Lịch của số liệu minh họa / Calendar of the illustrative data',
  };
}
