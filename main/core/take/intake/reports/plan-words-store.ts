import type { ReadDatabase } from '#main/db/open.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { KnownDifficulty, PlanCategory, PlanTask, PlanWords } from './plan-words.ts';

/** The plan as reports in words know it. `now`: UTC ISO. */
export function loadPlanWords(database: ReadDatabase, now: string): PlanWords {
  const tasks = listPlanTasks(database);
  const categories = 'SELECT code, name, name_en AS nameEn FROM difficulty_category ORDER BY position';
  const known = database.prepare(`
    SELECT difficulty.uuid, unit.code AS unit FROM difficulty JOIN unit ON unit.id = difficulty.unit_id
    WHERE difficulty.uuid >= :beginning AND difficulty.uuid < :beginning || '~'`);
  return {
    tasks: new Map(tasks.map((task) => [task.code, task])),
    categories: database.prepare(categories).all() as PlanCategory[],
    start: tasks.map(({ start }) => start).toSorted()[0] ?? '0001-01-01',
    today: vietnamDay(now),
    difficulties: (beginning) => known.all({ beginning }) as KnownDifficulty[],
  };
}

/** Every task, in the order of their codes. */
function listPlanTasks(database: ReadDatabase): PlanTask[] {
  return database
    .prepare('SELECT code, name, scope, start, deadline FROM task ORDER BY code')
    .all() as PlanTask[];
}
