import type { ReportRow, TaskKey, TaskOutputRow } from '#main/core/figures/inputs-store.ts';
import type { FigureOrEmpty, FigureTotal } from '#shared/domain/figures.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import {
  evaluateOutcome,
  evaluateTaskOutput,
  type TaskOutcomeEvaluation,
} from '#shared/domain/task-outcome.ts';
import {
  evaluateSchedule,
  type ScheduleEvaluation,
  type TaskReported,
} from '#shared/domain/task-schedule.ts';

export interface TaskJudgement {
  readonly taskId: number;
  readonly unitId: number;
  readonly outcome: TaskOutcomeEvaluation;
  /** Bodies that owe the task, that reported it, that report it done. */
  readonly units: number;
  readonly reported: number;
  readonly done: number;
}

/** The total of a figure by indicator code at one place (a province or the country). */
export type FiguresAt = (unitId: number, indicator: string) => FigureOrEmpty | FigureTotal | undefined;

export interface TaskWalk {
  readonly tasks: readonly TaskKey[];
  readonly outputs: ReadonlyMap<number, readonly TaskOutputRow[]>;
  readonly reports: ReadonlyMap<number, ReadonlyMap<number, ReportRow>>;
  readonly provinceIds: readonly number[];
  readonly countryId: number;
  /** yyyy-mm-dd in Vietnam at the cut. */
  readonly today: string;
  readonly rules: RuleSet['province'];
  readonly figuresAt: FiguresAt;
}

/**
 * Every task at every body that owes it, and each task as a whole at the country: a task of all provinces is
 * done when every one of them reports it done.
 */
export function judgeTasks(walk: TaskWalk): TaskJudgement[] {
  return walk.tasks.flatMap((task) => {
    const reports = walk.reports.get(task.id) ?? new Map<number, ReportRow>();
    if (task.scope === 'centre')
      return [judgeOne(walk, task, walk.countryId, reports.get(walk.countryId) ?? null)];
    const provinces = walk.provinceIds.map((id) => judgeOne(walk, task, id, reports.get(id) ?? null));
    return [judgeWhole(walk, task, provinces), ...provinces];
  });
}

function judgeOne(walk: TaskWalk, task: TaskKey, unitId: number, report: ReportRow | null): TaskJudgement {
  const schedule = evaluateSchedule(task, report, walk.today, walk.rules);
  const isDone = report?.state === 'done' ? 1 : 0;
  return {
    ...judged(walk, task, unitId, schedule),
    units: 1,
    reported: report === null ? 0 : 1,
    done: isDone,
  };
}

function judgeWhole(walk: TaskWalk, task: TaskKey, provinces: readonly TaskJudgement[]): TaskJudgement {
  const reported = provinces.reduce((sum, one) => sum + one.reported, 0);
  const done = provinces.reduce((sum, one) => sum + one.done, 0);
  const schedule = evaluateSchedule(task, wholeReport(task, provinces, walk.today), walk.today, walk.rules);
  return { ...judged(walk, task, walk.countryId, schedule), units: provinces.length, reported, done };
}

/**
 * What the provinces say together: done when all say so, else in progress at their mean. Past the deadline,
 * where everyone who spoke is done and others are silent, nobody knows: silence is not called late.
 */
function wholeReport(task: TaskKey, provinces: readonly TaskJudgement[], today: string): TaskReported | null {
  const spoken = provinces.filter((one) => one.reported > 0);
  if (spoken.length === 0) return null;
  const progress = spoken.reduce((sum, one) => sum + (one.outcome.schedule.progress ?? 0), 0) / spoken.length;
  const isEveryoneDone = spoken.every((one) => one.done > 0);
  if (isEveryoneDone && spoken.length === provinces.length) return { state: 'done', progress: 1 };
  if (isEveryoneDone && task.deadline < today) return null;
  return { state: 'inProgress', progress };
}

function judged(walk: TaskWalk, task: TaskKey, unitId: number, schedule: ScheduleEvaluation) {
  const outputs = (walk.outputs.get(task.id) ?? []).map((output) =>
    evaluateTaskOutput(output, walk.figuresAt(unitId, output.indicator)),
  );
  return { taskId: task.id, unitId, outcome: evaluateOutcome(schedule, outputs) };
}
