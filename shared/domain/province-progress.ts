import type { Reason, ReportedStatus } from './model.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';
import type { ScheduleEvaluation } from './task-schedule.ts';

/** What the task progress colour of a province (or of the centre) rests on: numbers of tasks. */
export interface ProgressEvaluation {
  readonly status: ReportedStatus;
  readonly tasks: number;
  readonly reported: number;
  readonly done: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** Due within the days of the rule and below the expected pace. */
  readonly dueSoonBehind: number;
  readonly unreported: number;
  /** Past the deadline and nobody said whether it is done. */
  readonly unreportedLate: number;
  readonly notYetDue: number;
  readonly redOverdueMoreThan: number;
  readonly dueWithinDays: number;
}

/**
 * Task progress of a province: RED when more than `redOverdueMoreThan` tasks are overdue;
 * YELLOW when any is overdue, or due within `dueWithinDays` and below the expected pace; else GREEN;
 * `notReported` when nothing was reported. A task past its deadline without a report is not called overdue,
 * yet it keeps the province from GREEN, so that silence never improves a colour to GREEN.
 */
export function evaluateProgress(
  tasks: Iterable<ScheduleEvaluation>,
  rules: RuleSet['province'],
): ProgressEvaluation {
  const counts = countTasks(tasks);
  const { redOverdueMoreThan, dueWithinDays } = rules;
  return { status: statusOf(counts, redOverdueMoreThan), ...counts, redOverdueMoreThan, dueWithinDays };
}

type TaskCounts = Omit<ProgressEvaluation, 'status' | 'redOverdueMoreThan' | 'dueWithinDays'>;

function countTasks(tasks: Iterable<ScheduleEvaluation>): TaskCounts {
  const counts = {
    tasks: 0,
    reported: 0,
    done: 0,
    overdue: 0,
    dueSoon: 0,
    dueSoonBehind: 0,
    unreported: 0,
    unreportedLate: 0,
    notYetDue: 0,
  };
  for (const task of tasks) {
    counts.tasks += 1;
    if (task.empty === 'notYetDue') counts.notYetDue += 1;
    else if (task.empty === 'notReported') {
      counts.unreported += 1;
      if (task.daysLeft < 0) counts.unreportedLate += 1;
    } else addReported(counts, task);
  }
  return counts;
}

function addReported(
  counts: { reported: number; done: number; overdue: number; dueSoon: number; dueSoonBehind: number },
  task: ScheduleEvaluation,
): void {
  counts.reported += 1;
  if (task.schedule === 'done') counts.done += 1;
  else if (task.schedule === 'overdue') counts.overdue += 1;
  else if (task.schedule === 'dueSoon') {
    counts.dueSoon += 1;
    if (task.isBehindPace) counts.dueSoonBehind += 1;
  }
}

function statusOf(counts: TaskCounts, redOverdueMoreThan: number): ReportedStatus {
  if (counts.reported === 0) return 'notReported';
  if (counts.overdue > redOverdueMoreThan) return 'red';
  return counts.overdue + counts.dueSoonBehind + counts.unreportedLate > 0 ? 'yellow' : 'green';
}

/**
 * The sentences behind a province's task progress: the verdict first, then what else is known. The country's own colour
 * is that of the centre's tasks, and this is said before: those of the provinces colour the provinces.
 */
export function explainProgress(evaluation: ProgressEvaluation, whose: 'province' | 'centre'): Reason[] {
  const { tasks } = evaluation;
  const head = whose === 'centre' ? [reason('reason.progress.centre', { tasks })] : [];
  return [...head, ...explainCounts(evaluation)];
}

function explainCounts(evaluation: ProgressEvaluation): Reason[] {
  const { status, tasks, reported, overdue, dueSoonBehind, unreported, unreportedLate } = evaluation;
  if (status === 'notReported') {
    return tasks === 0
      ? [reason('reason.progress.noTasks')]
      : [reason('reason.progress.notReported', { tasks })];
  }
  const { done, redOverdueMoreThan: limit, dueWithinDays: days } = evaluation;
  const reasons = [
    overdue > 0
      ? reason('reason.progress.overdue', { status, overdue, limit })
      : reason('reason.progress.noneOverdue', { status, reported, done }),
  ];
  if (dueSoonBehind > 0) reasons.push(reason('reason.progress.behindPace', { count: dueSoonBehind, days }));
  if (unreportedLate > 0) reasons.push(reason('reason.progress.unreportedLate', { count: unreportedLate }));
  const waiting = unreported - unreportedLate;
  if (waiting > 0) reasons.push(reason('reason.progress.unreported', { count: waiting }));
  return reasons;
}
