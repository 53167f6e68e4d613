import type { Colour, Reason, ReportedStatus } from './model.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';
import { isStale, type ScheduleEvaluation } from './task-schedule.ts';

/** What the task progress colour of a province (or of the centre) rests on: numbers of tasks. */
export interface ProgressEvaluation {
  readonly status: ReportedStatus;
  /** The colours at both bounds: every task never reported as bad, or as good, as it may be; null without a report. */
  readonly atLeast: Colour | null;
  readonly atMost: Colour | null;
  readonly tasks: number;
  /** Tasks with a state, however old. */
  readonly reported: number;
  /** Of them, those whose state is older than this cut, and those too old to give GREEN. */
  readonly older: number;
  readonly stale: number;
  readonly done: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** Due within the days of the rule and below the expected pace. */
  readonly dueSoonBehind: number;
  readonly unreported: number;
  /** Past the deadline and nobody ever said whether it is done. */
  readonly unreportedLate: number;
  /** Due within the days of the rule, never reported, and behind pace if nothing of it is done. */
  readonly unreportedSoon: number;
  readonly notYetDue: number;
  readonly redOverdueMoreThan: number;
  readonly dueWithinDays: number;
}

/**
 * Task progress of a province: RED when more than `redOverdueMoreThan` tasks are overdue; YELLOW when any is overdue,
 * or due within `dueWithinDays` and below the expected pace; else GREEN; `notReported` when nothing was ever reported.
 * A task never reported and past its deadline is overdue at the lower bound and done at the upper; where the two ends
 * have other colours the status is `undetermined`. States that are all too old give no GREEN.
 */
export function evaluateProgress(
  tasks: Iterable<ScheduleEvaluation>,
  rules: RuleSet['province'],
): ProgressEvaluation {
  const counts = countTasks(tasks, rules);
  const { redOverdueMoreThan, dueWithinDays } = rules;
  const { atLeast, atMost } = boundsOf(counts, redOverdueMoreThan);
  const status = atLeast === null ? 'notReported' : atLeast === atMost ? atLeast : 'undetermined';
  return { status, atLeast, atMost, ...counts, redOverdueMoreThan, dueWithinDays };
}

/**
 * The colour if all that was not said at this very cut were good: only what is reported anew counts against a body, as
 * a state that lasts may have ended in silence. Without tasks there is nothing to be good.
 */
export function bestOfProgress(
  tasks: Iterable<ScheduleEvaluation>,
  { redOverdueMoreThan }: RuleSet['province'],
): Colour {
  const counts = { tasks: 0, overdue: 0, behind: 0 };
  for (const { age, schedule, isBehindPace } of tasks) {
    counts.tasks += 1;
    if (age !== 0) continue;
    if (schedule === 'overdue') counts.overdue += 1;
    else if (schedule === 'dueSoon' && isBehindPace) counts.behind += 1;
  }
  if (counts.tasks === 0 || counts.overdue > redOverdueMoreThan) return 'red';
  return counts.overdue + counts.behind > 0 ? 'yellow' : 'green';
}

type TaskCounts = Omit<
  ProgressEvaluation,
  'status' | 'atLeast' | 'atMost' | 'redOverdueMoreThan' | 'dueWithinDays'
>;

function countTasks(tasks: Iterable<ScheduleEvaluation>, rules: RuleSet['province']): TaskCounts {
  const counts = {
    tasks: 0,
    reported: 0,
    older: 0,
    stale: 0,
    done: 0,
    overdue: 0,
    dueSoon: 0,
    dueSoonBehind: 0,
    unreported: 0,
    unreportedLate: 0,
    unreportedSoon: 0,
    notYetDue: 0,
  };
  for (const task of tasks) {
    counts.tasks += 1;
    if (task.empty === 'notYetDue') counts.notYetDue += 1;
    else if (task.empty === 'notReported') {
      counts.unreported += 1;
      if (task.daysLeft < 0) counts.unreportedLate += 1;
      else if (task.daysLeft <= rules.dueWithinDays && task.expected > rules.paceTolerance) {
        counts.unreportedSoon += 1;
      }
    } else addReported(counts, task);
  }
  return counts;
}

type ReportedCounts = Pick<
  { -readonly [Key in keyof TaskCounts]: TaskCounts[Key] },
  'reported' | 'older' | 'stale' | 'done' | 'overdue' | 'dueSoon' | 'dueSoonBehind'
>;

function addReported(counts: ReportedCounts, task: ScheduleEvaluation): void {
  counts.reported += 1;
  if (task.age !== null && task.age > 0) counts.older += 1;
  if (isStale(task.age)) counts.stale += 1;
  if (task.schedule === 'done') counts.done += 1;
  else if (task.schedule === 'overdue') counts.overdue += 1;
  else if (task.schedule === 'dueSoon') {
    counts.dueSoon += 1;
    if (task.isBehindPace) counts.dueSoonBehind += 1;
  }
}

function boundsOf(counts: TaskCounts, limit: number): { atLeast: Colour | null; atMost: Colour | null } {
  const { reported, stale, overdue, dueSoonBehind, unreportedLate, unreportedSoon } = counts;
  if (reported === 0) return { atLeast: null, atMost: null };
  const colourOf = (late: number, behind: number): Colour => {
    if (late > limit) return 'red';
    return late + behind > 0 || stale === reported ? 'yellow' : 'green';
  };
  return {
    atLeast: colourOf(overdue + unreportedLate, dueSoonBehind + unreportedSoon),
    atMost: colourOf(overdue, dueSoonBehind),
  };
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
  const { status, tasks, unreported, unreportedLate, unreportedSoon } = evaluation;
  if (status === 'notReported') {
    return tasks === 0
      ? [reason('reason.progress.noTasks')]
      : [reason('reason.progress.notReported', { tasks })];
  }
  const reasons = [...explainVerdict(evaluation), ...explainAges(evaluation)];
  if (unreportedLate > 0) reasons.push(reason('reason.progress.unreportedLate', { count: unreportedLate }));
  if (unreportedSoon > 0) reasons.push(reason('reason.progress.unreportedSoon', { count: unreportedSoon }));
  const waiting = unreported - unreportedLate - unreportedSoon;
  if (waiting > 0) reasons.push(reason('reason.progress.unreported', { count: waiting }));
  return reasons;
}

function explainVerdict(evaluation: ProgressEvaluation): Reason[] {
  const { status, atLeast, atMost, reported, done, overdue, dueSoonBehind } = evaluation;
  const { redOverdueMoreThan: limit, dueWithinDays: days } = evaluation;
  // Judgements from before there were bounds have none.
  const bounds = { status, atLeast: atLeast ?? status, atMost: atMost ?? status };
  const verdict =
    overdue > 0
      ? reason('reason.progress.overdue', { ...bounds, overdue, limit })
      : reason('reason.progress.noneOverdue', { ...bounds, reported, done });
  if (dueSoonBehind === 0) return [verdict];
  return [verdict, reason('reason.progress.behindPace', { count: dueSoonBehind, days })];
}

function explainAges({ reported, older, stale }: ProgressEvaluation): Reason[] {
  if (stale > 0 && stale === reported) return [reason('reason.progress.allStale', { stale })];
  return older > 0 ? [reason('reason.progress.older', { older, reported })] : [];
}
