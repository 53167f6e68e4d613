import type { CutRecord } from '#main/core/cuts/store.ts';
import { listUnitKeys } from '#main/core/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { operatingIndicators } from '#shared/domain/operating.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import {
  listTaskKeys,
  listTaskOutputs,
  loadFigures,
  loadMarks,
  loadReports,
  positionsOf,
  type TaskKey,
} from './inputs.ts';
import { inOneGo } from './pauses.ts';
import { type IndicatorKey, listIndicatorKeys } from './rules.ts';
import { judgeTasks, type TaskJudgement } from './tasks.ts';
import { judgeUnits, type UnitJudgement, type UnitWalk, withTotals } from './units.ts';

/** Everything that is judged of one cut, and what it was judged by: `marks` and `figures` run beside `units`. */
export interface JudgedCut {
  readonly units: readonly UnitJudgement[];
  readonly tasks: readonly TaskJudgement[];
  readonly taskKeys: readonly TaskKey[];
  readonly criteria: readonly IndicatorKey[];
  readonly marks: UnitWalk['marks'];
  readonly outputs: readonly IndicatorKey[];
  /** [unit][output] of every output of the catalogue; provinces and the country hold their totals. */
  readonly figures: UnitWalk['figures'];
}

/**
 * Judges every unit and task of a status cut under the given rules, with the outputs of `outputsCut` (null
 * before the first month has ended). Reads only: a preview of other rules uses it as well.
 */
export function judgeCut(...asked: Parameters<typeof judgeSteps>): JudgedCut {
  return inOneGo(judgeSteps(...asked));
}

/** The same with pauses in it. */
export function* judgeSteps(
  database: ReadDatabase,
  cut: CutRecord,
  outputsCut: CutRecord | null,
  rules: RuleSet,
): Generator<void, JudgedCut> {
  const units = listUnitKeys(database, vietnamDay(cut.asOf));
  const keys = listIndicatorKeys(database);
  const positions = positionsOf(units);
  const criteria = keys.filter((key) => key.kind === 'criterion');
  const indicators = operatingIndicators(rules.operating, keys);
  const targets = keys.filter((key) => key.kind !== 'criterion');
  const own = loadFigures(database, outputsCut?.id ?? null, targets, positions);
  yield;
  const totals = withTotals(units, targets, own);
  yield;
  const placeOf = new Map(targets.map((key, place) => [key.code, place]));
  const taskKeys = listTaskKeys(database);
  const tasks = judgeTasks({
    tasks: taskKeys,
    outputs: listTaskOutputs(database),
    reports: loadReports(database, cut.id),
    provinceIds: units.filter((unit) => unit.level === 'province').map((unit) => unit.id),
    countryId: units.find((unit) => unit.level === 'country')?.id ?? 0,
    today: vietnamDay(cut.asOf),
    rules: rules.province,
    figuresAt: (unitId, code) => totals[positions.get(unitId) ?? -1]?.[placeOf.get(code) ?? -1],
  });
  yield;
  const places = indicators.map((indicator) => placeOf.get(indicator.code) ?? -1);
  const marks = loadMarks(database, cut.id, criteria, positions);
  yield;
  const judged = judgeUnits({
    units,
    criteria: criteria.map((key) => key.code),
    marks,
    indicators,
    figures: totals.map((row) => places.map((place) => row[place])),
    tasks,
    rules,
  });
  return { units: judged, tasks, taskKeys, criteria, marks, outputs: targets, figures: totals };
}
