import type { RuleSet } from '../rule-set.ts';
import type { ScheduleEvaluation } from '../task-schedule.ts';
import { type AlertCondition, type AlertEvaluation, alertEvaluation } from './evaluation.ts';

/**
 * A task past its deadline and not done by what was last said of it, however long ago. Never reported: nobody can tell,
 * so an earlier alert stays; and so it does by a report of an earlier cut that has counted once: only what is said anew
 * ends it.
 */
export function evaluateTaskOverdue(
  task: string,
  unit: string,
  schedule: ScheduleEvaluation,
): AlertEvaluation {
  const { deadline, daysLeft, progress } = schedule;
  if (progress === null)
    return alertEvaluation('taskOverdue', 'noData', 'critical', { task, unit, deadline });
  const facts = { task, unit, deadline, days: -daysLeft, progress };
  const condition = schedule.schedule === 'overdue' ? 'holds' : clearAt(schedule);
  return withAge(alertEvaluation('taskOverdue', condition, 'critical', facts), schedule);
}

/** A task that is not done and due within `dueSoonDays`; critical is kept for what is late. */
export function evaluateTaskDueSoon(
  task: string,
  unit: string,
  schedule: ScheduleEvaluation,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  const { deadline, daysLeft, progress, expected } = schedule;
  const severity = schedule.isBehindPace ? 'warning' : 'notice';
  if (progress === null) return alertEvaluation('taskDueSoon', 'noData', severity, { task, unit, deadline });
  const isOpen = schedule.schedule !== 'done' && daysLeft >= 0;
  const holds = isOpen && daysLeft <= rules.dueSoonDays;
  const facts = { task, unit, deadline, days: daysLeft, progress, expected };
  // That its deadline has passed needs no report.
  const condition = holds ? 'holds' : daysLeft < 0 ? 'clear' : clearAt(schedule);
  return withAge(alertEvaluation('taskDueSoon', condition, severity, facts), schedule);
}

function clearAt({ age }: ScheduleEvaluation): AlertCondition {
  return age === 0 ? 'clear' : 'noData';
}

/** Says of how long ago the report is where it is not of this cut. */
function withAge(evaluation: AlertEvaluation, { age }: ScheduleEvaluation): AlertEvaluation {
  if (age === null || age === 0) return evaluation;
  return { ...evaluation, sentence: `${evaluation.sentence}.older`, facts: { ...evaluation.facts, age } };
}
