import { compareCutsByTime, momentCut, monthCut, parseCutCode, weekEndingOn } from './cuts.ts';
import type { CutKind } from './model.ts';
import {
  addDays,
  type CutPeriod,
  type Day,
  dayNumber,
  lastDayOfMonth,
  vietnamDay,
  vietnamInstant,
} from './periods.ts';

export const OWED = ['criteria', 'taskReports', 'outputs'] as const;
/** What is owed for a cut: outputs for a month, the others for every other cut. */
export type Owed = (typeof OWED)[number];

/** Whom a cut asks: every province and commune, or the units of a list; a province stands for all its communes. */
export type Asked = 'all' | readonly string[];

export interface Duty {
  readonly owes: readonly Owed[];
  readonly asks: Asked;
}

/** A cut each week, as of a weekday (1 = Monday … 7 = Sunday) at an hour in Vietnam. */
export interface WeeklyPlan extends Duty {
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly dueAfterHours: number;
}

/** A cut each month, as of its last day 16:00, due on a day of the next month. */
export interface MonthlyPlan extends Duty {
  readonly dueDay: number;
  readonly dueHour: number;
}

export interface MomentPlan extends Duty {
  readonly day: Day;
  readonly hour: number;
  readonly minute: number;
  readonly dueAfterHours: number;
}

/** Which cuts there will be. */
export interface Schedule {
  readonly weekly: WeeklyPlan | null;
  readonly monthly: MonthlyPlan | null;
  readonly moments: readonly MomentPlan[];
}

/** A schedule that holds for cuts as of `from` until `until` (both included; null = it goes on). */
export interface CalendarRevision {
  readonly version: number;
  readonly from: Day;
  readonly until: Day | null;
  readonly schedule: Schedule;
}

/** A cut that the calendar knows, opened or not. */
export interface PlannedCut extends CutPeriod, Duty {
  /** UTC ISO. */
  readonly dueAt: string;
}

/** How far ahead of now weeks and months are planned. */
export const WEEKS_AHEAD = 8;
export const MONTHS_AHEAD = 3;

const STATUS_DUTY: Duty = { owes: ['criteria'], asks: 'all' };
const MONTH_DUTY: Duty = { owes: ['outputs'], asks: 'all' };

/** What a cut of a kind owes where nothing else is said. */
export function dutyOfKind(kind: CutKind): Duty {
  return kind === 'month' ? MONTH_DUTY : STATUS_DUTY;
}

/**
 * Weeks as of Monday 16:00, due at once; months due on the 5th at 17:00. A week also asks how far the tasks of the plan are:
 * whom nobody asks for that, nobody reports it to.
 */
export const DEFAULT_SCHEDULE: Schedule = {
  weekly: {
    weekday: 1,
    hour: 16,
    minute: 0,
    dueAfterHours: 0,
    owes: ['criteria', 'taskReports'],
    asks: 'all',
  },
  monthly: { dueDay: 5, dueHour: 17, ...MONTH_DUTY },
  moments: [],
};

/** A workplace that begins on the day of a month or later has a week to collect the month before. */
const DAYS_TO_COLLECT = 7;

/** The month before the one of a day, and nothing else: due as usual, or a week after the day where that is later. */
export function lastMonthOf(day: Day): Omit<CalendarRevision, 'version'> {
  const month = addMonths(day.slice(0, 7), -1);
  const usual = DEFAULT_SCHEDULE.monthly;
  const dueDay = Math.min(31, Math.max(usual?.dueDay ?? 1, Number(day.slice(8)) + DAYS_TO_COLLECT));
  return {
    ...{ from: `${month}-01`, until: lastDayOfMonth(month) },
    schedule: { weekly: null, monthly: usual && { ...usual, dueDay }, moments: [] },
  };
}

/**
 * Every cut that the calendar knows at `now` (UTC ISO): from the first day of each revision up to eight weeks and
 * three months ahead, single moments however far, in the order of time. What was written last holds from its date on.
 */
export function calendarCuts(revisions: readonly CalendarRevision[], now: string): PlannedCut[] {
  const cuts = revisions.flatMap((revision) =>
    cutsOfRevision(revision, now).filter((cut) => isInForce(revisions, revision, vietnamDay(cut.asOf))),
  );
  return cuts.toSorted(compareCutsByTime);
}

function isInForce(revisions: readonly CalendarRevision[], revision: CalendarRevision, day: Day): boolean {
  if (revision.until !== null && day > revision.until) return false;
  return !revisions.some(({ version, from }) => version > revision.version && from <= day);
}

function cutsOfRevision({ from, schedule }: CalendarRevision, now: string): PlannedCut[] {
  const { weekly, monthly, moments } = schedule;
  const today = vietnamDay(now);
  return [
    ...(weekly === null ? [] : weeksOf(weekly, from, addDays(today, 7 * WEEKS_AHEAD))),
    ...(monthly === null ? [] : monthsOf(monthly, from, addMonths(today.slice(0, 7), MONTHS_AHEAD))),
    ...moments.filter(({ day }) => day >= from).map(momentOf),
  ];
}

function weeksOf(plan: WeeklyPlan, from: Day, last: Day): PlannedCut[] {
  const cuts: PlannedCut[] = [];
  for (let day = weekdayFrom(from, plan.weekday); day <= last; day = addDays(day, 7))
    cuts.push(dueAfter(weekEndingOn(day, plan.hour, plan.minute), plan));
  return cuts;
}

/** The first such weekday on the day or after it. */
function weekdayFrom(day: Day, weekday: number): Day {
  // 1970-01-01 was a Thursday.
  const found = (((dayNumber(day) ?? 0) + 3) % 7) + 1;
  return addDays(day, (weekday - found + 7) % 7);
}

function monthsOf(plan: MonthlyPlan, from: Day, last: string): PlannedCut[] {
  const cuts: PlannedCut[] = [];
  for (let month = from.slice(0, 7); month <= last; month = addMonths(month, 1))
    cuts.push({ ...monthCut(month), ...dutyOf(plan), dueAt: monthDue(month, plan) });
  return cuts;
}

/** A month shorter than the day is due on its last day. */
function monthDue(month: string, { dueDay, dueHour }: MonthlyPlan): string {
  const next = addMonths(month, 1);
  const day = `${next}-${String(dueDay).padStart(2, '0')}`;
  const last = lastDayOfMonth(next);
  return vietnamInstant(day < last ? day : last, dueHour);
}

function momentOf(plan: MomentPlan): PlannedCut {
  return dueAfter(momentCut(plan.day, plan.hour, plan.minute), plan);
}

function dueAfter(cut: CutPeriod, plan: Duty & { readonly dueAfterHours: number }): PlannedCut {
  const due = Date.parse(cut.asOf) + plan.dueAfterHours * 3_600_000;
  return { ...cut, ...dutyOf(plan), dueAt: new Date(due).toISOString() };
}

const dutyOf = ({ owes, asks }: Duty): Duty => ({ owes, asks });

/** The month (yyyy-mm) that many months later. */
function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** Whether the time that a cut speaks of has begun. */
export function isBegun(cut: Pick<CutPeriod, 'start'>, now: string): boolean {
  return cut.start <= vietnamDay(now);
}

const NEAREST = 3;

/** The cuts nearest to a code or day, months for a month and the others for anything else; in the order of time. */
export function nearestCuts<C extends CutPeriod>(cuts: readonly C[], text: string): C[] {
  const day = /\d{4}-\d{2}(-\d{2})?/.exec(text)?.[0] ?? '';
  const isMonth = day.length === 7;
  const at = Date.parse(isMonth ? `${day}-28` : day);
  if (Number.isNaN(at)) return [];
  const far = (cut: C) => Math.abs(Date.parse(cut.asOf) - at);
  return cuts
    .filter(({ kind }) => (kind === 'month') === isMonth)
    .toSorted((left, right) => far(left) - far(right))
    .slice(0, NEAREST)
    .toSorted(compareCutsByTime);
}

/** The cut of a code that a person adds, due as usual for its kind. Null when no cut has such a code. */
export function addedCut(code: string): PlannedCut | null {
  const cut = parseCutCode(code);
  if (cut === null) return null;
  const { monthly } = DEFAULT_SCHEDULE;
  const dueAt = cut.kind === 'month' && monthly !== null ? monthDue(code.slice(6), monthly) : cut.asOf;
  return { ...cut, ...dutyOfKind(cut.kind), dueAt };
}

/** How far ahead a person may add a cut. */
export const DAYS_AHEAD = 400;

/**
 * Weeks that share a day with a week: what is reported of that day would lie in both. Moments and days speak of
 * themselves alone, and two months share no day.
 */
export function overlapping<C extends CutPeriod>(cuts: readonly C[], week: CutPeriod): C[] {
  if (week.kind !== 'week') return [];
  const last = (cut: CutPeriod): Day => vietnamDay(cut.asOf);
  return cuts.filter(
    (cut) =>
      cut.kind === 'week' && cut.code !== week.code && cut.start <= last(week) && week.start <= last(cut),
  );
}

export interface CalendarChange<C extends PlannedCut> {
  readonly added: readonly C[];
  readonly removed: readonly C[];
  /** Owed, asked or due otherwise than before. */
  readonly changed: readonly C[];
}

/** What becomes of cuts that have not opened when one list of planned cuts takes the place of another. */
export function compareCalendars<C extends PlannedCut>(
  before: readonly C[],
  after: readonly C[],
): CalendarChange<C> {
  const then = new Map(before.map((cut) => [cut.code, cut]));
  const codes = new Set(after.map(({ code }) => code));
  const differs = (cut: C) => {
    const earlier = then.get(cut.code);
    return earlier !== undefined && JSON.stringify(earlier) !== JSON.stringify(cut);
  };
  return {
    added: after.filter(({ code }) => !then.has(code)),
    removed: before.filter(({ code }) => !codes.has(code)),
    changed: after.filter(differs),
  };
}
