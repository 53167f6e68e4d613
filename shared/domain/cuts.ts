import { cutOfWriting } from './cut-writing.ts';
import type { CutKind } from './model.ts';
import {
  addDays,
  CUT_HOUR,
  type CutPeriod,
  type Day,
  dayNumber,
  lastDayOfMonth,
  mondayOf,
  vietnamDay,
  vietnamInstant,
} from './periods.ts';

const DAYS_OF_WEEK = 7;

/** The seven days that end with the day, as of an hour; the code says the hour where it is not 16:00. */
export function weekEndingOn(day: Day, hour: number = CUT_HOUR, minute = 0): CutPeriod {
  const clock = hour === CUT_HOUR && minute === 0 ? '' : clockOf(hour, minute);
  return {
    code: `week-${day}${clock}`,
    kind: 'week',
    start: addDays(day, 1 - DAYS_OF_WEEK),
    asOf: vietnamInstant(day, hour, minute),
  };
}

/** The weekly cut whose seven days hold the day where weeks end on Monday 16:00. */
export function weekCut(day: Day): CutPeriod {
  return weekEndingOn(mondayOf(addDays(day, DAYS_OF_WEEK - 1)));
}

/** The cut of one day at 16:00. */
export function dayCut(day: Day): CutPeriod {
  return { code: `day-${day}`, kind: 'day', start: day, asOf: vietnamInstant(day, CUT_HOUR) };
}

/** The cut of a month given as yyyy-mm: from its first day, as of its last day 16:00. */
export function monthCut(month: string): CutPeriod {
  const last = lastDayOfMonth(month);
  return {
    code: `month-${month}`,
    kind: 'month',
    start: `${month}-01`,
    asOf: vietnamInstant(last, CUT_HOUR),
  };
}

/** The cut of one moment, on the clock in Vietnam. */
export function momentCut(day: Day, hour: number, minute = 0): CutPeriod {
  return {
    code: `moment-${day}${clockOf(hour, minute)}`,
    kind: 'moment',
    start: day,
    asOf: vietnamInstant(day, hour, minute),
  };
}

function clockOf(hour: number, minute: number): string {
  return `T${String(hour).padStart(2, '0')}${String(minute).padStart(2, '0')}`;
}

const CODE_SHAPE = /^(week|day|month|moment)-(\d{4}-\d{2}(?:-\d{2})?)(?:T(\d{2})(\d{2}))?$/;

/** The cut a code stands for, or null when no cut has such a code (week-2025-02-30 is no day). */
export function parseCutCode(code: string): CutPeriod | null {
  const parts = CODE_SHAPE.exec(code);
  if (parts === null) return null;
  const [, kind, date = '', hour, minute] = parts;
  const clock = hour === undefined ? null : ([Number(hour), Number(minute)] as const);
  const cut = buildCut(kind as CutKind, date, clock);
  return cut?.code === code ? cut : null;
}

function buildCut(kind: CutKind, date: string, clock: readonly [number, number] | null): CutPeriod | null {
  const isMonth = date.length === 7;
  if (dayNumber(isMonth ? `${date}-01` : date) === null || isMonth !== (kind === 'month')) return null;
  if (clock !== null && !(clock[0] < 24 && clock[1] < 60)) return null;
  if (kind === 'month') return monthCut(date);
  if (kind === 'week') return clock === null ? weekEndingOn(date) : weekEndingOn(date, ...clock);
  if (kind === 'day') return dayCut(date);
  return clock === null ? null : momentCut(date, ...clock);
}

/** Cuts in the order of time; at the same instant month, week, day, moment, then by code. */
export function compareCutsByTime(left: CutPeriod, right: CutPeriod): number {
  return (
    Date.parse(left.asOf) - Date.parse(right.asOf) ||
    KIND_ORDER[left.kind] - KIND_ORDER[right.kind] ||
    (left.code < right.code ? -1 : left.code > right.code ? 1 : 0)
  );
}

// A month cut carries outputs, the others carry criteria and task reports; a moment is the most exact of them.
const KIND_ORDER: Readonly<Record<CutKind, number>> = { month: 0, week: 1, day: 2, moment: 3 };

/**
 * The cut that answers a code, a day (yyyy-mm-dd) or a month (yyyy-mm), also as offices write them ('tháng 7/2025',
 * '22/07-28/07/2025'); null when there is none.
 * A day is answered by the latest cut that was known at its end: a week, day or moment cut if there is one
 * (they carry statuses), else a month cut. A day before every cut has no answer, rather than a later cut's.
 */
export function resolveCut<C extends CutPeriod>(cuts: readonly C[], words: string): C | null {
  const named = cuts.find((cut) => cut.code === words);
  if (named !== undefined) return named;
  const text = cutOfWriting(words);
  if (/^\d{4}-\d{2}$/.test(text)) return cuts.find((cut) => cut.code === `month-${text}`) ?? null;
  if (dayNumber(text) === null) return null;
  const known = cuts.filter((cut) => vietnamDay(cut.asOf) <= text);
  return latestOf(known.filter((cut) => cut.kind !== 'month')) ?? latestOf(known);
}

/** Whether a code or a writing names a month: '2026-12', 'tháng 12/2026', `month-2026-12`. */
export function namesMonth(words: string): boolean {
  return /^(?:month-)?\d{4}-\d{2}$/.test(cutOfWriting(words));
}

/** The last of the cuts in time, or null when there are none. */
export function latestOf<C extends CutPeriod>(cuts: readonly C[]): C | null {
  let latest: C | null = null;
  for (const cut of cuts) if (latest === null || compareCutsByTime(cut, latest) > 0) latest = cut;
  return latest;
}

/** A cut that says whether it was a picture (had enough once, or was closed), and when its reports are due (UTC ISO). */
interface Pictured extends CutPeriod {
  readonly wasPicture: 0 | 1;
  readonly dueAt: string;
}

/**
 * The month whose outputs speak at the cut: the latest that was a picture, with asOf at or before the cut's. A month
 * that is still being collected speaks nowhere.
 */
export function outputsCutFor<C extends Pictured>(cuts: readonly C[], at: CutPeriod): C | null {
  return latestOf(cuts.filter((cut) => cut.wasPicture === 1 && cut.kind === 'month' && hasEndedBy(cut, at)));
}

const hasEndedBy = (month: CutPeriod, at: CutPeriod): boolean =>
  Date.parse(month.asOf) <= Date.parse(at.asOf);

/** What outputs a cut is judged by: those of a month, or of none because the newest is too old to say anything. */
export interface SpeakingMonth<C extends CutPeriod> {
  readonly outputsCut: C | null;
  /** The newest month, where it is too old: figures have been due since, and did not come. */
  readonly tooOld: C | null;
  /** The newest month that was due, where none ever was a picture: its figures are owed as well. */
  readonly missing?: C | null;
}

/** The month that speaks at the cut, unless it is too old there. */
export function speakingAt<C extends Pictured>(
  cuts: readonly C[],
  at: CutPeriod,
  monthsAtMost: number,
): SpeakingMonth<C> {
  const month = outputsCutFor(cuts, at);
  if (month === null) return { outputsCut: null, tooOld: null, missing: dueMonth(cuts, at) };
  return isTooOld(month, at, monthsAtMost)
    ? { outputsCut: null, tooOld: month }
    : { outputsCut: month, tooOld: null };
}

/**
 * The newest month that has ended by the cut and is not used there, because too little of it has come; null where the
 * newest that has opened is the one that speaks.
 */
export function waitingMonthAt<C extends Pictured>(cuts: readonly C[], at: CutPeriod): C | null {
  const newest = latestOf(cuts.filter((cut) => cut.kind === 'month' && hasEndedBy(cut, at)));
  return newest === null || newest.wasPicture === 1 ? null : newest;
}

/** Whether outputs are owed at all: not before the first month has enough, or is due. */
export function areOutputsDue({ outputsCut, tooOld, missing = null }: SpeakingMonth<CutPeriod>): boolean {
  return outputsCut !== null || tooOld !== null || missing !== null;
}

function dueMonth<C extends Pictured>(cuts: readonly C[], at: CutPeriod): C | null {
  const limit = Date.parse(at.asOf);
  return latestOf(cuts.filter((cut) => cut.kind === 'month' && Date.parse(cut.dueAt) <= limit));
}

/** Whether a month ended more than so many months before the one in which the cut lies: July is two old in September. */
export function isTooOld(month: CutPeriod, at: CutPeriod, monthsAtMost: number): boolean {
  return monthNumber(vietnamDay(at.asOf)) - monthNumber(vietnamDay(month.asOf)) > monthsAtMost;
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/** The cut whose statuses stand at a cut: itself, or for a month the last other one before its end; null without one. */
export function statusCutFor<C extends CutPeriod>(cuts: readonly C[], at: C): C | null {
  if (at.kind !== 'month') return at;
  const limit = Date.parse(at.asOf);
  return latestOf(cuts.filter((cut) => cut.kind !== 'month' && Date.parse(cut.asOf) <= limit));
}

/** The cut before this one that carries the same sort of data: months follow months, the rest each other. */
export function previousCut<C extends CutPeriod>(cuts: readonly C[], at: CutPeriod): C | null {
  const isMonth = at.kind === 'month';
  return latestOf(cutsBefore(cuts, at).filter((cut) => (cut.kind === 'month') === isMonth));
}

/** The cuts that speak of an earlier moment, in the order given. */
export function cutsBefore<C extends Pick<CutPeriod, 'asOf'>>(
  cuts: readonly C[],
  at: Pick<CutPeriod, 'asOf'>,
): C[] {
  return cuts.filter((cut) => Date.parse(cut.asOf) < Date.parse(at.asOf));
}
