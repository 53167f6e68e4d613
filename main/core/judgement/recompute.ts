import { raiseSteps } from '#main/core/alerts/raise.ts';
import { type CutRecord, listCuts } from '#main/core/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { outputsCutFor, previousCut } from '#shared/domain/cuts.ts';
import { nextGapCuts } from '#shared/domain/gap.ts';
import { judgeSteps } from './judge.ts';
import { inOneGo } from './pauses.ts';
import { readActiveRules } from './rules.ts';
import {
  type EarlierStatus,
  listCorrectedUnits,
  loadEarlier,
  replaceFigureTotals,
  replaceTaskStatuses,
  replaceUnitStatuses,
  type StatusValues,
} from './store.ts';
import { figureTotals } from './totals.ts';
import type { UnitJudgement } from './units.ts';

/**
 * Computes every status of one status cut anew from its figures under the rule set in force, replaces what was
 * there, and steps the alerts to it. Runs inside the caller's transaction; running it twice changes nothing.
 * `now` (UTC ISO) is when alerts say they were seen; null = at the as-of time of the cut.
 */
export function recomputeCut(...asked: Parameters<typeof recomputeCutSteps>): void {
  inOneGo(recomputeCutSteps(...asked));
}

/** The same with pauses in it, none further from the next than some tens of milliseconds. */
export function* recomputeCutSteps(
  database: WriteDatabase,
  cut: CutRecord,
  cuts: readonly CutRecord[],
  now: string | null,
): Generator<void, void> {
  const active = readActiveRules(database);
  const outputsCut = outputsCutFor(cuts, cut);
  const judged = yield* judgeSteps(database, cut, outputsCut, active.rules);
  yield;
  const earlier = loadEarlier(database, previousCut(cuts, cut)?.id ?? null);
  const corrected = listCorrectedUnits(database, outputsCut === null ? [cut.id] : [cut.id, outputsCut.id]);
  const rows = judged.units.map((unit) =>
    statusValues(unit, cut.id, active.version, earlier.get(unit.unit.id), corrected.has(unit.unit.id)),
  );
  yield;
  replaceUnitStatuses(database, cut.id, active.version, rows);
  yield;
  replaceTaskStatuses(database, cut.id, active.version, judged.tasks);
  yield;
  replaceFigureTotals(database, cut.id, figureTotals(cut.id, judged));
  yield;
  const steps = new Map(judged.units.map(({ unit, gapSteps }) => [unit.id, gapSteps]));
  const gapCuts = (unitId: number) =>
    nextGapCuts(earlier.get(unitId)?.gapCuts ?? 0, steps.get(unitId) ?? null);
  yield* raiseSteps(database, { cut, cuts, outputsCut, judged, rules: active.rules, gapCuts, now });
}

/** How many status cuts of those to be computed are. */
export interface RecomputeStep {
  readonly done: number;
  readonly total: number;
}

/**
 * Computes the cut and every later one, oldest first, since how long a colour or a gap has lasted goes on from
 * cut to cut. A month stands for the first status cut that uses its outputs. Yields many times a cut, so that a
 * long recompute lets others have their turn. Returns the codes of the cuts.
 */
export function* recomputeSteps(
  database: WriteDatabase,
  cutId: number,
  now: string | null = new Date().toISOString(),
): Generator<RecomputeStep, string[]> {
  const cuts = listCuts(database);
  const first = cuts.find((cut) => cut.id === cutId);
  if (first === undefined) return [];
  const affected = cuts.filter((cut) => cut.kind !== 'month' && cut.asOf >= first.asOf);
  const total = affected.length;
  for (const [done, cut] of affected.entries()) {
    for (const _ of recomputeCutSteps(database, cut, cuts, now)) yield { done, total };
    yield { done: done + 1, total };
  }
  return affected.map((cut) => cut.code);
}

/** The same in one go. */
export function recomputeFrom(database: WriteDatabase, cutId: number, now?: string | null): string[] {
  return inOneGo(recomputeSteps(database, cutId, now));
}

/** Computes every status cut, oldest first. */
export function* recomputeAllSteps(
  database: WriteDatabase,
  now?: string | null,
): Generator<RecomputeStep, string[]> {
  const first = listCuts(database)[0];
  return first === undefined ? [] : yield* recomputeSteps(database, first.id, now);
}

/** The same in one go. */
export function recomputeAll(database: WriteDatabase, now?: string | null): string[] {
  return inOneGo(recomputeAllSteps(database, now));
}

/** The row of a unit at a cut, going on from the row it had at the cut before. */
export function statusValues(
  judged: UnitJudgement,
  cutId: number,
  ruleVersion: number,
  earlier: EarlierStatus | undefined,
  isCorrected: boolean,
): StatusValues {
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
function factsOf({ commune, progress, operatingEvaluation, operatingCounts }: UnitJudgement): object {
  const operating = Object.fromEntries(operatingEvaluation.indicators.map((one) => [one.code, one.status]));
  if (commune !== null) return { notMet: commune.notMet, unreported: commune.unreported, operating };
  return { progress, operating, communes: operatingCounts };
}
