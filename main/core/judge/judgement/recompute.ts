import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { requireRevision } from '#main/core/ground/plan/revision-store.ts';
import { type ActiveRules, listInForce, versionAt } from '#main/core/ground/rules/store.ts';
import { statusCutBefore } from '#main/core/judge/alerts/cut-facts.ts';
import { raiseSteps } from '#main/core/judge/alerts/raise.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { previousCut, speakingAt } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type JudgedCut, judgeSteps } from './judge.ts';
import { type Kept, keep } from './kept.ts';
import { goingOn, lastingText, type Standing, standingOf } from './standing.ts';
import {
  listCorrectedUnits,
  replaceFigureTotals,
  replaceTaskStatuses,
  replaceUnitStatuses,
  type StatusValues,
} from './store.ts';
import { figureTotals } from './totals.ts';
import type { UnitJudgement } from './units.ts';

/** What a cut is judged by, and what it has in common with others of its revision. */
export interface Judging {
  readonly active: ActiveRules;
  readonly kept: Kept;
}

/** By a cut. */
export type Series = (cut: CutRecord) => Judging;

/** Begins a series: each cut under its own revision of the plan. Good as long as nobody puts another in force. */
export function startSeries(database: ReadDatabase): Series {
  const inForce = listInForce(database);
  const known = new Map<number, Judging>();
  return (cut) => {
    const version = versionAt(inForce, cut);
    const found = known.get(version);
    if (found !== undefined) return found;
    const revision = requireRevision(database, version);
    const { rules } = revision;
    const judging = { active: { version, rules }, kept: keep(database, revision) };
    known.set(version, judging);
    return judging;
  };
}

/**
 * Computes every status of one status cut anew from its figures under its revision of the plan, replaces what was
 * there, and steps the alerts to it. Runs inside the caller's transaction; running it twice changes nothing.
 * `now` (UTC ISO) is when alerts say they were seen; null = at the as-of time of the cut.
 * Pauses, none further from the next than some tens of milliseconds.
 */
export function* recomputeCutSteps(
  database: WriteDatabase,
  cut: CutRecord,
  cuts: readonly CutRecord[],
  now: string | null,
  series: Series = startSeries(database),
): Generator<void, void> {
  const { active, kept } = series(cut);
  const speaks = speakingAt(cuts, cut, kept.rules.operating.monthsAtMost);
  const { outputsCut } = speaks;
  const states = kept.taskStatesAt(cut, statusCutBefore(cuts, cut));
  const judged = yield* judgeSteps(database, cut, speaks, kept, states);
  yield;
  const before = previousCut(cuts, cut);
  const earlier = kept.standingsAt(before?.id ?? null);
  const corrected = listCorrectedUnits(database, outputsCut === null ? [cut.id] : [cut.id, outputsCut.id]);
  const speaking = goingOn(cut, before, speaks, active.rules);
  const standings = judged.units.map((unit) => standingOf(unit, speaking, earlier.get(unit.unit.id)));
  kept.noteStandings(cut.id, standings);
  const rows = standings.map((standing, position) =>
    statusValues(judged, position, standing, [cut.id, active.version, corrected.has(standing.unitId)]),
  );
  yield;
  replaceUnitStatuses(database, cut.id, active.version, rows);
  yield;
  replaceTaskStatuses(database, cut.id, active.version, judged.tasks);
  yield;
  replaceFigureTotals(database, cut.id, figureTotals(cut.id, judged));
  yield;
  yield* raiseSteps(database, { cut, cuts, ...speaks, judged, kept, now });
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
  const series = startSeries(database);
  for (const [done, cut] of affected.entries()) {
    for (const _ of recomputeCutSteps(database, cut, cuts, now, series)) yield { done, total };
    yield { done: done + 1, total };
  }
  return affected.map((cut) => cut.code);
}

/** Computes every status cut, oldest first. */
export function* recomputeAllSteps(
  database: WriteDatabase,
  now?: string | null,
): Generator<RecomputeStep, string[]> {
  return yield* recomputeFromSteps(database, null, now);
}

/** Those of a day (yyyy-mm-dd) and later ones; null = all. */
export function* recomputeFromSteps(
  database: WriteDatabase,
  day: string | null,
  now?: string | null,
): Generator<RecomputeStep, string[]> {
  const first = listCuts(database).find((cut) => day === null || vietnamDay(cut.asOf) >= day);
  return first === undefined ? [] : yield* recomputeSteps(database, first.id, now);
}

/** The row of the unit at a position of a judged cut. */
export function statusValues(
  { units, month }: JudgedCut,
  position: number,
  standing: Standing,
  [cutId, ruleVersion, isCorrected]: readonly [cutId: number, ruleVersion: number, isCorrected: boolean],
): StatusValues {
  const judged = units[position];
  if (judged === undefined) throw new Error('A position outside the units of the cut');
  const { commune, counts, operatingEvaluation: operating } = judged;
  const { scoreLow, scoreHigh } = operating;
  const isOpen = operating.status === 'undetermined';
  const communes = counts && counts.green + counts.yellow + counts.red + counts.notReported;
  return [
    cutId,
    standing.unitId,
    ruleVersion,
    standing.reported,
    ...reportedBounds(judged),
    standing.operating,
    isOpen ? operating.atLeast : null,
    isOpen ? operating.atMost : null,
    scoreLow === scoreHigh ? scoreLow : null,
    scoreLow,
    scoreHigh,
    judged.gapSteps,
    standing.gap.cuts,
    standing.reportedSince,
    standing.operatingSince,
    commune?.met ?? null,
    commune === null || commune.status === 'notReported' ? null : commune.owed - commune.met,
    communes,
    counts?.green ?? null,
    counts?.yellow ?? null,
    counts?.red ?? null,
    counts?.notReported ?? null,
    isCorrected ? 1 : 0,
    factsOf(judged, standing, month.operatingTexts()[position] ?? '{}'),
  ];
}

/** The worst and the best colour that an undetermined one may have, else nothing. */
function reportedBounds({ progress }: UnitJudgement): [string | null, string | null] {
  return progress?.status === 'undetermined' ? [progress.atLeast, progress.atMost] : [null, null];
}

/**
 * The facts a colour rests on, short: sentences are made from them and the figures when somebody asks, and the gap of
 * the next cut goes on from them. JSON; what the month says is text already, as it is the same at several cuts.
 */
function factsOf(
  { commune, progress, operatingCounts, unanswered }: UnitJudgement,
  standing: Standing,
  operating: string,
): string {
  const lasting = lastingText(standing);
  if (commune === null) {
    return `{"progress":${JSON.stringify(progress)},"operating":${operating},"communes":${JSON.stringify(operatingCounts)}${lasting},"unanswered":${unanswered ?? 0}}`;
  }
  const { notMet, unreported } = commune;
  return `{"notMet":${JSON.stringify(notMet)},"unreported":${JSON.stringify(unreported)},"operating":${operating}${lasting}}`;
}
