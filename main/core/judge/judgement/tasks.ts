import type { TaskKey, TaskOutputRow } from '#main/core/ground/plan/keys-store.ts';
import type { SumBounds } from '#shared/domain/figure-bounds.ts';
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
import type { TaskState, TaskStates } from './task-states.ts';

export interface TaskJudgement {
  readonly taskId: number;
  readonly unitId: number;
  readonly outcome: TaskOutcomeEvaluation;
  /** Bodies that owe the task, that ever reported it, that report it done, that reported it at this very cut. */
  readonly units: number;
  readonly reported: number;
  readonly done: number;
  readonly fresh: number;
  /** The progress of those that reported it, added up. */
  readonly progressSum: number;
  /** What the body last said and when; null where it never did, and of several bodies together. */
  readonly last: TaskState | null;
  /** The deadline it was judged by, of the task as a whole; null at the bodies, which have the same. */
  readonly deadline: string | null;
}

/** The total of a figure by indicator code at one place (a province or the country), and its bounds. */
export type SumAt = (
  unitId: number,
  indicator: string,
) => { readonly figure: FigureOrEmpty | FigureTotal | undefined; readonly bounds: SumBounds | null };

export interface TaskWalk {
  readonly tasks: readonly TaskKey[];
  readonly outputs: ReadonlyMap<number, readonly TaskOutputRow[]>;
  readonly states: TaskStates;
  readonly provinceIds: readonly number[];
  readonly countryId: number;
  /** yyyy-mm-dd in Vietnam at the cut. */
  readonly today: string;
  readonly rules: RuleSet['province'];
  readonly sumAt: SumAt;
}

/**
 * Every task at every body that owes it, by what the body last said, and each task as a whole at the country: a task of
 * all provinces is done when every one of them reports it done.
 */
export function judgeTasks(walk: TaskWalk): TaskJudgement[] {
  return walk.tasks.flatMap((task) => {
    const stateOf = (unitId: number) => walk.states.get(task.id)?.get(unitId) ?? null;
    if (task.scope === 'centre') return [judgeOne(walk, task, walk.countryId, stateOf(walk.countryId))];
    const provinces = walk.provinceIds.map((id) => judgeOne(walk, task, id, stateOf(id)));
    return [judgeWhole(walk, task, provinces), ...provinces];
  });
}

function judgeOne(walk: TaskWalk, task: TaskKey, unitId: number, last: TaskState | null): TaskJudgement {
  const schedule = evaluateSchedule(task, last, walk.today, walk.rules);
  return {
    ...judged(walk, task, unitId, schedule),
    units: 1,
    reported: last === null ? 0 : 1,
    done: last?.state === 'done' ? 1 : 0,
    fresh: last?.age === 0 ? 1 : 0,
    progressSum: schedule.progress ?? 0,
    last,
  };
}

function judgeWhole(walk: TaskWalk, task: TaskKey, provinces: readonly TaskJudgement[]): TaskJudgement {
  const sum = (value: (one: TaskJudgement) => number) =>
    provinces.reduce((total, one) => total + value(one), 0);
  const counts = {
    units: provinces.length,
    reported: sum((one) => one.reported),
    done: sum((one) => one.done),
    fresh: sum((one) => one.fresh),
    progressSum: sum((one) => one.progressSum),
  };
  const age = Math.max(...provinces.map((one) => one.last?.age ?? 0));
  const schedule = evaluateSchedule(task, wholeReport(task, counts, age, walk.today), walk.today, walk.rules);
  const isPartial = counts.reported < counts.units;
  const known = isPartial ? { ...schedule, progress: null, isBehindPace: false } : schedule;
  return { ...judged(walk, task, walk.countryId, known), ...counts, last: null };
}

type WholeCounts = Pick<TaskJudgement, 'units' | 'reported' | 'done' | 'progressSum'>;

/**
 * What the provinces say together: done when all say so, else in progress at their mean, as old as the oldest word.
 * While some have never said anything nobody knows the mean, and it is not done. Past the deadline, where everyone who
 * spoke is done and others never did, nobody knows: silence is not called late.
 */
function wholeReport(task: TaskKey, counts: WholeCounts, age: number, today: string): TaskReported | null {
  const { units, reported, done, progressSum } = counts;
  if (reported === 0) return null;
  const isEveryoneDone = done === reported;
  if (isEveryoneDone && reported === units) return { state: 'done', progress: 1, age };
  if (isEveryoneDone && task.deadline < today) return null;
  return { state: 'inProgress', progress: progressSum / reported, age };
}

function judged(walk: TaskWalk, task: TaskKey, unitId: number, schedule: ScheduleEvaluation) {
  const outputs = (walk.outputs.get(task.id) ?? []).map((output) => {
    const { figure, bounds } = walk.sumAt(unitId, output.indicator);
    const target = output.targets.get(unitId) ?? output.target;
    return evaluateTaskOutput({ ...output, target }, figure, bounds);
  });
  const deadline = unitId === walk.countryId ? task.deadline : null;
  return { taskId: task.id, unitId, outcome: evaluateOutcome(schedule, outputs), deadline };
}
