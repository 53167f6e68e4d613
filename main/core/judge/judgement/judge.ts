import { loadMarks, loadReports, loadTaskStates } from '#main/core/figures/inputs-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { TaskKey } from '#main/core/ground/plan/keys-store.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { askingAt } from '#shared/domain/asking.ts';
import type { SpeakingMonth } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type Kept, type KeptBy, keep } from './kept.ts';
import type { JudgedMonth } from './month.ts';
import { inOneGo } from './pauses.ts';
import { storedStates, type TaskStates } from './task-states.ts';
import { judgeTasks, type TaskJudgement } from './tasks.ts';
import { judgeUnits, type UnitJudgement, type UnitWalk } from './units.ts';

/** Everything that is judged of one cut, and what it was judged by: `marks` and the month run beside `units`. */
export interface JudgedCut {
  readonly units: readonly UnitJudgement[];
  readonly tasks: readonly TaskJudgement[];
  readonly taskKeys: readonly TaskKey[];
  readonly states: TaskStates;
  /** What the plan asks at the cut, criteria and outputs. */
  readonly keys: readonly IndicatorKey[];
  readonly criteria: readonly IndicatorKey[];
  readonly marks: UnitWalk['marks'];
  readonly ground: Ground;
  readonly month: JudgedMonth;
}

/**
 * Judges every unit and task of a status cut that has been judged before by a revision of the plan, with the outputs of
 * the month that speaks at it. Reads only: a preview of other rules uses it as well.
 */
export function judgeCut(
  database: ReadDatabase,
  cut: CutRecord,
  speaks: SpeakingMonth<CutRecord>,
  revision: KeptBy,
): JudgedCut {
  const states = readStates(database, cut);
  return inOneGo(judgeSteps(database, cut, speaks, keep(database, revision), states));
}

/** How bodies stand with their tasks at a cut that has been judged before; what they said of them needs no rules. */
export function readStates(database: ReadDatabase, cut: CutRecord): TaskStates {
  return storedStates(cut, loadTaskStates(database, cut.id), loadReports(database, cut.id));
}

/** The same with pauses in it, one of many cuts that are judged in a row. */
export function* judgeSteps(
  database: ReadDatabase,
  cut: CutRecord,
  speaks: SpeakingMonth<CutRecord>,
  kept: Kept,
  states: TaskStates,
): Generator<void, JudgedCut> {
  const today = vietnamDay(cut.asOf);
  const { rules } = kept;
  const ground = kept.groundOn(today);
  const keys = kept.indicatorsOn(today);
  const taskKeys = kept.tasksOn(today);
  const month = yield* kept.monthSteps(speaks, ground, keys);
  yield;
  const columnOf = new Map(month.outputs.map(({ code }, column) => [code, column]));
  const tasks = judgeTasks({
    tasks: taskKeys,
    outputs: kept.taskOutputs,
    states,
    provinceIds: ground.units.filter((unit) => unit.level === 'province').map((unit) => unit.id),
    countryId: ground.units.find((unit) => unit.level === 'country')?.id ?? 0,
    today,
    rules: rules.province,
    sumAt: (unitId, code) => {
      const position = ground.positions.get(unitId) ?? -1;
      const column = columnOf.get(code) ?? -1;
      return {
        figure: month.figures[position]?.[column],
        bounds: month.bounds.get(position)?.[column] ?? null,
      };
    },
  });
  yield;
  const criteria = keys.filter((key) => key.kind === 'criterion');
  const marks = loadMarks(database, cut.id, criteria, ground, askingAt(rules, cut));
  yield;
  const codes = criteria.map((key) => key.code);
  const units = judgeUnits({ ground, month, criteria: codes, marks, tasks, rules });
  return { units, tasks, taskKeys, keys, states, criteria, marks, ground, month };
}
