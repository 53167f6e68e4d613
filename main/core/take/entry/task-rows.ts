import { readDuty } from '#main/core/ground/calendar/owed-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { deadlineOn, isHeld } from '#shared/domain/plan.ts';
import { reportsTask } from '#shared/domain/task-report.ts';
import { loadPlanWords } from '../intake/offers.ts';
import type { PlanTask, PlanWords } from '../intake/reports/plan-words.ts';
import type { Reporter } from '../intake/reports/verdicts.ts';
import { type GridReport, listLastReports, listReports } from './report-store.ts';

/** The tasks that the body of a grid reports on, with what is in force and what it last said. */
export interface TaskRows {
  readonly by: Reporter;
  readonly plan: PlanWords;
  readonly rows: readonly (Pick<PlanTask, 'name' | 'nameEn'> & {
    readonly task: string;
    readonly deadline: string;
  })[];
  /** In force at the cut, by task. */
  readonly reports: ReadonlyMap<string, GridReport>;
  /** Said last at an earlier cut: a state lasts. */
  readonly past: ReadonlyMap<string, GridReport>;
  /** Whether the cut asks for them: a body may report all the same. */
  readonly isOwed: boolean;
}

/** Null where the unit reports on no task, and at months, which speak of figures only. `now`: UTC ISO. */
export function openTaskRows(
  database: ReadDatabase,
  { code: unit, level }: UnitDto,
  cut: CutRecord,
  now: string,
): TaskRows | null {
  const isReporter = reportsTask(level, level === 'country' ? 'centre' : 'province');
  if (!isReporter || cut.kind === 'month') return null;
  const plan = loadPlanWords(database, now);
  const cutDay = vietnamDay(cut.asOf);
  const tasks = [...plan.tasks.values()].filter(
    (task) => reportsTask(level, task.scope) && task.start <= cutDay && isHeld(task, cutDay),
  );
  const byTask = (reports: readonly GridReport[]) => new Map(reports.map((one) => [one.task, one]));
  const { owes, asks } = readDuty(database, cut);
  return {
    by: { unit, level, cut: cut.code, cutDay },
    plan,
    rows: tasks.map((task) => ({
      ...{ task: task.code, name: task.name, nameEn: task.nameEn },
      deadline: deadlineOn(task, cutDay),
    })),
    reports: byTask(listReports(database, unit, cut.id)),
    past: byTask(
      listLastReports(
        database,
        unit,
        cut.asOf,
        tasks.map(({ code }) => code),
      ),
    ),
    isOwed: level === 'country' || (owes.includes('taskReports') && (asks === 'all' || asks.includes(unit))),
  };
}
