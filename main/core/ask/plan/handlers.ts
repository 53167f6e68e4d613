import { groupFigures, scheduleCounts } from '#main/core/figures/figures.ts';
import {
  findTask,
  listIndicators,
  listTaskHistory,
  listTasks,
  listTaskUnits,
} from '#main/core/figures/plan-store.ts';
import { countTasksByGroup } from '#main/core/figures/status-store.ts';
import { type CutView, requireCut, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { explainTask } from './explain-task.ts';
import { taskOutputs } from './task-outputs.ts';

export const plan = {
  indicators: procedure.plan.indicators.handler(({ context }) => listIndicators(context.read)),
  groups: procedure.plan.groups.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const counts = countTasksByGroup(context.read, view.statusCut.id);
    const rest = counts.find((count) => count.code === null);
    const unattributed =
      rest === undefined ? null : { ...scheduleCounts(rest), code: '', name: '', nameEn: '' };
    return { cut: viewedCutDto(view), groups: groupFigures(counts), unattributed };
  }),
  tasks: procedure.plan.tasks.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    return { cut: viewedCutDto(view), tasks: listTasks(context.read, view.statusCut.id, input.group) };
  }),
  task: procedure.plan.task.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    return taskPage(context.read, view, input.code);
  }),
};

function taskPage(database: ReadDatabase, view: CutView, code: string) {
  const { active, statusCut } = view;
  const task = findTask(database, statusCut.id, code);
  if (task === null) throw new UserError('TASK_UNKNOWN', { code });
  const day = vietnamDay(statusCut.asOf);
  const { outputs, pullingDown, evaluations } = taskOutputs(database, view, active, code);
  return {
    cut: viewedCutDto(view),
    task,
    reasons: explainTask(task, day, active, evaluations),
    figuresCut: view.outputsCut?.code ?? null,
    outputs,
    pullingDown,
    units: listTaskUnits(database, statusCut.id, code, day),
    history: listTaskHistory(database, code),
  };
}
