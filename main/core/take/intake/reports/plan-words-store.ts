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
  const sql = `
    SELECT code, name, name_en AS nameEn, scope, start, deadline, valid_from AS "from", valid_to AS until,
      (SELECT json_group_array(json_object('from', valid_from, 'deadline', deadline)) FROM task_extension
        WHERE task_id = task.id) AS extensions
    FROM task ORDER BY code`;
  const rows = database.prepare(sql).all() as (Omit<PlanTask, 'extensions'> & { extensions: string })[];
  return rows.map((row) => ({ ...row, extensions: JSON.parse(row.extensions) as PlanTask['extensions'] }));
}

export interface TemplateDifficulty {
  readonly uuid: string;
  readonly unit: string;
  readonly category: string;
  readonly text: string;
  readonly reportedOn: string;
  readonly indicators: string | null;
}

/** What a province and its communes have reported as open by the day, the oldest first. */
export function listOpenDifficulties(
  database: ReadDatabase,
  province: string,
  day: string,
  limit: number,
): TemplateDifficulty[] {
  const sql = `
    SELECT difficulty.uuid, unit.code AS unit, difficulty.category_code AS category, difficulty.text,
      difficulty.reported_on AS reportedOn, difficulty.indicators
    FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id
    CROSS JOIN difficulty ON difficulty.unit_id = unit.id
    WHERE :province IN (unit.code, parent.code) AND difficulty.reported_on <= :day
      AND (difficulty.resolved_on IS NULL OR difficulty.resolved_on > :day)
    ORDER BY unit.level = 'commune', difficulty.reported_on, unit.code, difficulty.uuid LIMIT :limit`;
  return database.prepare(sql).all({ province, day, limit }) as TemplateDifficulty[];
}
