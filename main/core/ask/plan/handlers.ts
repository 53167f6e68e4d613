import { groupFigures, scheduleCounts } from '#main/core/figures/figures.ts';
import {
  findTask,
  listIndicators,
  listTaskHistory,
  listTasks,
  listTaskUnits,
} from '#main/core/figures/plan-store.ts';
import { countTasksByGroup } from '#main/core/figures/status-store.ts';
import { type CutView, requireCut } from '#main/core/ground/cuts/lookup.ts';
import { cutDto } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { type ActiveRules, readActiveRules } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import type { Reason } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { evaluateOutcome, explainOutcome, type TaskOutputEvaluation } from '#shared/domain/task-outcome.ts';
import {
  evaluateSchedule,
  explainPartialSchedule,
  explainSchedule,
  explainWholeAge,
  type TaskReported,
} from '#shared/domain/task-schedule.ts';
import { taskOutputs } from './task-outputs.ts';

export const plan = {
  indicators: procedure.plan.indicators.handler(({ context }) => listIndicators(context.read)),
  groups: procedure.plan.groups.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const counts = countTasksByGroup(context.read, view.statusCut.id);
    const rest = counts.find((count) => count.code === null);
    const unattributed =
      rest === undefined ? null : { ...scheduleCounts(rest), code: '', name: '', nameEn: '' };
    return { cut: cutDto(view.cut), groups: groupFigures(counts), unattributed };
  }),
  tasks: procedure.plan.tasks.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    return { cut: cutDto(view.cut), tasks: listTasks(context.read, view.statusCut.id, input.group) };
  }),
  task: procedure.plan.task.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    return taskPage(context.read, view, input.code);
  }),
};

function taskPage(database: ReadDatabase, view: CutView, code: string) {
  const active = readActiveRules(database);
  const { statusCut } = view;
  const task = findTask(database, statusCut.id, code);
  if (task === null) throw new UserError('TASK_UNKNOWN', { code });
  const day = vietnamDay(statusCut.asOf);
  const { outputs, pullingDown, evaluations } = taskOutputs(database, view, active, code);
  return {
    cut: cutDto(view.cut),
    task,
    reasons: explainTask(task, day, active, evaluations),
    figuresCut: view.outputsCut?.code ?? null,
    outputs,
    pullingDown,
    units: listTaskUnits(database, statusCut.id, code, day),
    history: listTaskHistory(database, code),
  };
}

/** The sentences of the task as a whole: where it stands against its deadline, then what its outputs say. */
function explainTask(
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
