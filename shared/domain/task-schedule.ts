import type { EmptyKind, Reason, TaskSchedule, TaskState } from './model.ts';
import { type Day, daysBetween, elapsedShare } from './periods.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';

export interface TaskDates {
  readonly start: Day;
  /** The whole day still counts: late from the day after. */
  readonly deadline: Day;
}

/**
 * What a body last said of a task, up to a cut; `progress` is a fraction 0..1. It lasts until the body says something
 * else: silence only makes it older.
 */
export interface TaskReported {
  readonly state: TaskState;
  readonly progress: number;
  /** Cuts that owed a report since the one it was said at; 0 = said at this one. */
  readonly age: number;
}

/** A state older than so many of its reports gives no GREEN any more. */
const STALE_AFTER_CUTS = 4;

/** Whether a state is too old to make anything GREEN. */
export function isStale(age: number | null): boolean {
  return age !== null && age > STALE_AFTER_CUTS;
}

export interface ScheduleEvaluation {
  readonly schedule: TaskSchedule;
  /** Nobody reported a running task (`notReported`) or it has not begun (`notYetDue`); else null. */
  readonly empty: Exclude<EmptyKind, 'notApplicable'> | null;
  readonly state: TaskState | null;
  /** How old the state is, in cuts that owed a report; null without one. */
  readonly age: number | null;
  readonly start: Day;
  readonly deadline: Day;
  /** Whole days from the cut to the deadline, negative when it has passed. */
  readonly daysLeft: number;
  readonly progress: number | null;
  /** Share of the time from start to deadline that has passed. */
  readonly expected: number;
  readonly isBehindPace: boolean;
}

/**
 * What a task's body last said against its deadline on the day of the cut. Done is done, whenever; what was in progress
 * is late once its deadline has passed, however long ago it was said. A running task that was never reported is
 * `notReported`, also past its deadline: silence is never called late nor zero. Behind pace = reported progress more
 * than `paceTolerance` below the share of time that has passed.
 */
export function evaluateSchedule(
  task: TaskDates,
  report: TaskReported | null,
  today: Day,
  rules: RuleSet['province'],
): ScheduleEvaluation {
  const { start, deadline } = task;
  const daysLeft = daysBetween(today, deadline);
  const expected = elapsedShare(start, deadline, today);
  const progress = report === null ? null : report.state === 'done' ? 1 : report.progress;
  const hasBegun = daysBetween(start, today) >= 0;
  return {
    schedule: scheduleOf(report, hasBegun, daysLeft, rules.dueWithinDays),
    empty: report !== null ? null : hasBegun ? 'notReported' : 'notYetDue',
    state: report?.state ?? null,
    age: report?.age ?? null,
    start,
    deadline,
    daysLeft,
    progress,
    expected,
    isBehindPace: progress !== null && progress < expected - rules.paceTolerance,
  };
}

function scheduleOf(
  report: TaskReported | null,
  hasBegun: boolean,
  daysLeft: number,
  dueWithinDays: number,
): TaskSchedule {
  if (report === null) return hasBegun ? 'notReported' : 'onTime';
  if (report.state === 'done') return 'done';
  if (daysLeft < 0) return 'overdue';
  return daysLeft <= dueWithinDays ? 'dueSoon' : 'onTime';
}

/** The sentences behind a task's schedule, with how old the report is that it rests on. */
export function explainSchedule(evaluation: ScheduleEvaluation): Reason[] {
  return [...explainState(evaluation), ...explainAge(evaluation.age)];
}

/** Of a task of several bodies: how many of them spoke at this cut, and how old the oldest word is. */
export function explainWholeAge({
  age,
  fresh,
  units,
}: {
  readonly age: number | null;
  readonly fresh: number;
  readonly units: number;
}): Reason[] {
  return age === null || age === 0 ? [] : [reason('reason.schedule.ages', { fresh, units, age })];
}

function explainAge(age: number | null): Reason[] {
  if (age === null || age === 0) return [];
  return [reason(isStale(age) ? 'reason.schedule.stale' : 'reason.schedule.age', { age })];
}

function explainState(evaluation: ScheduleEvaluation): Reason[] {
  const { schedule, empty, start, deadline, daysLeft, progress, expected } = evaluation;
  if (progress === null) {
    if (empty === 'notYetDue') return [reason('reason.schedule.notYetDue', { start, deadline })];
    return daysLeft < 0
      ? [reason('reason.schedule.notReportedLate', { deadline, days: -daysLeft })]
      : [reason('reason.schedule.notReported', { deadline, days: daysLeft })];
  }
  if (schedule === 'done') return [reason('reason.schedule.done', { deadline })];
  if (schedule === 'overdue') {
    return [reason('reason.schedule.overdue', { deadline, days: -daysLeft, progress })];
  }
  const reasons = [reason(`reason.schedule.${schedule}`, { deadline, days: daysLeft, progress })];
  if (evaluation.isBehindPace) reasons.push(reason('reason.schedule.behindPace', { progress, expected }));
  if (evaluation.state === 'blocked') reasons.push(reason('reason.schedule.blocked'));
  return reasons;
}

/** A task of several bodies of which only some ever reported it: between what its progress lies. */
export interface PartialTask extends Pick<ScheduleEvaluation, 'deadline' | 'daysLeft'> {
  readonly reported: number;
  readonly units: number;
  readonly atLeast: number;
  readonly atMost: number;
}

/** The same for a task of all provinces as a whole while some of them have never reported it: of how many it speaks. */
export function explainPartialSchedule(task: PartialTask): Reason[] {
  const { deadline, daysLeft, reported, units, atLeast, atMost } = task;
  const days = Math.abs(daysLeft);
  return [
    reason(daysLeft < 0 ? 'reason.schedule.partialLate' : 'reason.schedule.partial', {
      ...{ reported, units, atLeast, atMost, deadline, days },
    }),
  ];
}
