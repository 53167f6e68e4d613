import { type CutRecord, listCuts } from '#main/core/cuts/store.ts';
import { listUnitKeys, type UnitKey } from '#main/core/units/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { outputsCutFor, previousCut } from '#shared/domain/cuts.ts';
import { nextGapCuts } from '#shared/domain/gap.ts';
import { operatingIndicators } from '#shared/domain/operating.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { listTaskKeys, listTaskOutputs, loadFigures, loadMarks, loadReports, positionsOf } from './inputs.ts';
import { type ActiveRules, listIndicatorKeys, readActiveRules } from './rules.ts';
import {
  type EarlierStatus,
  listCorrectedUnits,
  loadEarlier,
  replaceTaskStatuses,
  replaceUnitStatuses,
  type UnitStatusValues,
} from './store.ts';
import { judgeTasks } from './tasks.ts';
import { judgeUnits, type UnitJudgement, withTotals } from './units.ts';

/**
 * Computes every status of one status cut anew from its figures under the rule set in force and replaces what
 * was there. Runs inside the caller's transaction; running it twice changes nothing.
 */
export function recomputeCut(database: WriteDatabase, cut: CutRecord, cuts: readonly CutRecord[]): void {
  const active = readActiveRules(database);
  const units = listUnitKeys(database, vietnamDay(cut.asOf));
  const outputsCut = outputsCutFor(cuts, cut);
  const judged = judgeCut(database, cut, outputsCut, units, active);
  const earlier = loadEarlier(database, previousCut(cuts, cut)?.id ?? null);
  const corrected = listCorrectedUnits(database, outputsCut === null ? [cut.id] : [cut.id, outputsCut.id]);
  const rows = judged.units.map((unit) =>
    statusValues(unit, cut.id, active.version, earlier.get(unit.unit.id), corrected.has(unit.unit.id)),
  );
  replaceUnitStatuses(database, cut.id, rows);
  replaceTaskStatuses(database, cut.id, active.version, judged.tasks);
}

/**
 * Computes the cut and every later one, oldest first, since how long a colour or a gap has lasted goes on from
 * cut to cut. A month stands for the first status cut that uses its outputs. Returns the codes of the cuts.
 */
export function recomputeFrom(database: WriteDatabase, cutId: number): string[] {
  const cuts = listCuts(database);
  const first = cuts.find((cut) => cut.id === cutId);
  if (first === undefined) return [];
  const affected = cuts.filter((cut) => cut.kind !== 'month' && cut.asOf >= first.asOf);
  for (const cut of affected) recomputeCut(database, cut, cuts);
  return affected.map((cut) => cut.code);
}

/** Computes every status cut, oldest first. */
export function recomputeAll(database: WriteDatabase): void {
  const first = listCuts(database)[0];
  if (first !== undefined) recomputeFrom(database, first.id);
}

function judgeCut(
  database: WriteDatabase,
  cut: CutRecord,
  outputsCut: CutRecord | null,
  units: readonly UnitKey[],
  { rules }: ActiveRules,
) {
  const keys = listIndicatorKeys(database);
  const positions = positionsOf(units);
  const criteria = keys.filter((key) => key.kind === 'criterion');
  const indicators = operatingIndicators(rules.operating, keys);
  const targets = keys.filter((key) => key.kind !== 'criterion');
  const own = loadFigures(database, outputsCut?.id ?? null, targets, positions);
  const totals = withTotals(units, targets, own);
  const placeOf = new Map(targets.map((key, place) => [key.code, place]));
  const tasks = judgeTasks({
    tasks: listTaskKeys(database),
    outputs: listTaskOutputs(database),
    reports: loadReports(database, cut.id),
    provinceIds: units.filter((unit) => unit.level === 'province').map((unit) => unit.id),
    countryId: units.find((unit) => unit.level === 'country')?.id ?? 0,
    today: vietnamDay(cut.asOf),
    rules: rules.province,
    figuresAt: (unitId, code) => totals[positions.get(unitId) ?? -1]?.[placeOf.get(code) ?? -1],
  });
  const places = indicators.map((indicator) => placeOf.get(indicator.code) ?? -1);
  const judged = judgeUnits({
    units,
    criteria: criteria.map((key) => key.code),
    marks: loadMarks(database, cut.id, criteria, positions),
    indicators,
    figures: totals.map((row) => places.map((place) => row[place])),
    tasks,
    rules,
  });
  return { units: judged, tasks };
}

function statusValues(
  judged: UnitJudgement,
  cutId: number,
  ruleVersion: number,
  earlier: EarlierStatus | undefined,
  isCorrected: boolean,
): UnitStatusValues {
  const { unit, reported, operating, commune, counts } = judged;
  const communes = counts && counts.green + counts.yellow + counts.red + counts.notReported;
  return [
    cutId,
    unit.id,
    ruleVersion,
    reported,
    operating,
    judged.operatingEvaluation.score,
    judged.gapSteps,
    nextGapCuts(earlier?.gapCuts ?? 0, judged.gapSteps),
    earlier?.reported === reported ? earlier.reportedSince : cutId,
    earlier?.operating === operating ? earlier.operatingSince : cutId,
    commune?.met ?? null,
    commune === null || commune.status === 'notReported' ? null : commune.owed - commune.met,
    communes,
    counts?.green ?? null,
    counts?.yellow ?? null,
    counts?.red ?? null,
    counts?.notReported ?? null,
    isCorrected ? 1 : 0,
    JSON.stringify(factsOf(judged)),
  ];
}

/** The facts a colour rests on, short: sentences are made from them and the figures when somebody asks. */
function factsOf({ commune, progress, operatingEvaluation }: UnitJudgement): object {
  const operating = Object.fromEntries(operatingEvaluation.indicators.map((one) => [one.code, one.status]));
  if (commune !== null) return { notMet: commune.notMet, unreported: commune.unreported, operating };
  return { progress, operating };
}
