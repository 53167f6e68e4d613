import type { ActiveRules } from '#main/core/ground/rules/store.ts';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import type { Reason } from '#shared/domain/model.ts';
import { evaluateOutcome, explainOutcome, type TaskOutputEvaluation } from '#shared/domain/task-outcome.ts';
import {
  evaluateSchedule,
  explainPartialSchedule,
  explainSchedule,
  explainWholeAge,
  type TaskReported,
} from '#shared/domain/task-schedule.ts';

/** The sentences of the task as a whole: where it stands against its deadline, then what its outputs say. */
export function explainTask(
  task: TaskRowDto,
  day: string,
  { rules }: ActiveRules,
  outputs: readonly TaskOutputEvaluation[],
): Reason[] {
  const schedule = evaluateSchedule(task, wholeReport(task), day, rules.province);
  const { unitsReported: reported, unitsFresh: fresh, units, progressBounds, age } = task;
  const isOne = units === 1;
  const stated =
    progressBounds === null
      ? explainSchedule(isOne ? schedule : { ...schedule, age: null })
      : explainPartialSchedule({ ...schedule, reported, units, ...progressBounds });
  // The outcome is the judged one: who never reported the task at all is none of the sentences' business.
  const outcome = { ...evaluateOutcome(schedule, outputs), outcome: task.outcome };
  const ages = isOne ? [] : explainWholeAge({ age, fresh, units });
  return [...stated, ...ages, ...explainOutcome(outcome)];
}

function wholeReport(task: TaskRowDto): TaskReported | null {
  if (task.progress === null) return null;
  return {
    state: task.schedule === 'done' ? 'done' : 'inProgress',
    progress: task.progress,
    age: task.age ?? 0,
  };
}
