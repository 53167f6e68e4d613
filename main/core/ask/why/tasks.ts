import { findTask, listTasks } from '#main/core/figures/plan-store.ts';
import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import type { WhyAnswerDto, WhySubject, WhyTaskDto } from '#shared/contract/why.ts';
import type { TaskSchedule } from '#shared/domain/model.ts';
import { isUnitCode } from '#shared/domain/plan.ts';

/** As many as a reader looks through; the others are in the list that the answer leads to. */
const TASKS_AT_MOST = 12;
const URGENCY: Readonly<Record<TaskSchedule, number>> = {
  overdue: 0,
  notReported: 1,
  dueSoon: 2,
  onTime: 3,
  done: 4,
};

/** The tasks that a number of tasks counts, those that need somebody first. */
export function whyTasks(
  database: ReadDatabase,
  { statusCut }: CutView,
  about: WhySubject,
): Pick<WhyAnswerDto, 'tasks' | 'otherTasks'> {
  const tasks = tasksOf(database, statusCut.id, about).toSorted(
    (left, right) =>
      URGENCY[left.schedule] - URGENCY[right.schedule] || (left.deadline < right.deadline ? -1 : 1),
  );
  return {
    tasks: tasks.slice(0, TASKS_AT_MOST).map(shown),
    otherTasks: Math.max(0, tasks.length - TASKS_AT_MOST),
  };
}

function tasksOf(database: ReadDatabase, cutId: number, about: WhySubject): TaskRowDto[] {
  if (about.what === 'group') return listTasks(database, cutId, about.group);
  // The progress of a group is the mean of its tasks.
  if (about.what === 'forecast') return isUnitCode(about.code) ? [] : listTasks(database, cutId, about.code);
  if (about.what === 'task') return [findTask(database, cutId, about.task) ?? []].flat();
  if (about.what !== 'count' || about.count !== 'overdue') return [];
  return listTasks(database, cutId, undefined).filter(({ schedule }) => schedule === 'overdue');
}

function shown(task: TaskRowDto): WhyTaskDto {
  const { code, name, nameEn, deadline, schedule, progress, age, unitsDone, unitsFresh, units, scope } = task;
  return { code, name, nameEn, deadline, schedule, progress, age, unitsDone, unitsFresh, units, scope };
}
