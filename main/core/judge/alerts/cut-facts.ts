import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { UnitKey } from '#main/core/ground/units/store.ts';
import type { JudgedCut } from '#main/core/judge/judgement/judge.ts';
import type { Kept } from '#main/core/judge/judgement/kept.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { compareCutsByTime, latestOf, type SpeakingMonth } from '#shared/domain/cuts.ts';
import { type GapRun, NO_GAP_RUN } from '#shared/domain/gap.ts';
import type { Reason, ReportedStatus } from '#shared/domain/model.ts';
import { isColour } from '#shared/domain/ranking.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { countDoneTasks, type DoneTasks } from './fact-store.ts';
import { type MonthFacts, monthFacts } from './month-facts.ts';
import type { OpenAlerts } from './open-alerts.ts';

/** A status cut that has just been judged: what its alerts are raised from. */
export interface CutToRaise extends SpeakingMonth<CutRecord> {
  readonly cut: CutRecord;
  readonly cuts: readonly CutRecord[];
  readonly judged: JudgedCut;
  readonly kept: Kept;
  /** Instant of the judgement (UTC ISO); null = as if each cut had been judged at its own as-of time. */
  readonly now: string | null;
}

/** A colour a unit had before, and the last cut in which it had it. */
export interface BestBefore {
  readonly reported: ReportedStatus;
  readonly cut: string;
}

/** Everything the rules of a cut look at. */
export interface CutFacts {
  readonly judged: JudgedCut;
  readonly rules: RuleSet['alerts'];
  readonly suspicion: RuleSet['suspicion'];
  readonly coverageBands: RuleSet['coverage'];
  /** How long the gap of a unit has lasted, this cut included. */
  readonly gapRun: (unitId: number) => GapRun;
  /** The same if what is not known of its operation were as bad as it can be. */
  readonly worstRun: (unitId: number) => GapRun;
  /** What follows from the month that speaks at this cut alone. */
  readonly ofMonth: MonthFacts;
  /** Alerts that were open at the status cut before. */
  readonly open: OpenAlerts;
  /** The last colour that a unit reported before; null where it was silent in all cuts looked back on. */
  readonly lastReported: (unitId: number) => BestBefore | null;
  readonly bestBefore: (unit: UnitKey, now: ReportedStatus) => BestBefore | null;
  readonly doneTasks: ReadonlyMap<number, DoneTasks>;
  /** Whether the reports of this cut are due: before, silence says nothing. */
  readonly isDue: boolean;
  /** The month whose outputs speak at this cut, and whether they are due; null before the first has ended, or where it is too old. */
  readonly month: { readonly code: string; readonly isDue: boolean } | null;
}

/** A colour is compared with the last known one of so many cuts: longer silence has no before. */
const LOOK_BACK_CUTS = 4;

/** Reads what the rules need beyond the judgement itself. */
export function loadCutFacts(database: ReadDatabase, raised: CutToRaise, open: OpenAlerts): CutFacts {
  const { cut, outputsCut, judged, kept, now } = raised;
  const lastReported = lastReportedBefore(raised);
  const standings = kept.standingsAt(cut.id);
  return {
    judged,
    rules: kept.rules.alerts,
    suspicion: kept.rules.suspicion,
    coverageBands: kept.rules.coverage,
    gapRun: (unitId) => standings.get(unitId)?.gap ?? NO_GAP_RUN,
    worstRun: (unitId) => standings.get(unitId)?.worst ?? NO_GAP_RUN,
    ofMonth: monthFacts(database, raised),
    open,
    lastReported,
    bestBefore: bestBeforeOf(lastReported, open),
    doneTasks: countDoneTasks(database, cut.id),
    isDue: isDue(cut, now),
    month: outputsCut && { code: outputsCut.code, isDue: isDue(outputsCut, now) },
  };
}

/** Judged without a clock, everything that should be there is due. */
function isDue({ dueAt }: CutRecord, now: string | null): boolean {
  return now === null || dueAt <= now;
}

/**
 * The status cut that comes before in the order of time. Unlike the one that figures are compared with, it may be
 * of the very same instant: what people did at it must go on.
 */
export function statusCutBefore(cuts: readonly CutRecord[], cut: CutRecord): CutRecord | null {
  return latestOf(cuts.filter((one) => one.kind !== 'month' && compareCutsByTime(one, cut) < 0));
}

function lastReportedBefore({ cut, cuts, kept }: CutToRaise): CutFacts['lastReported'] {
  const earlier = cuts
    .filter((one) => one.kind !== 'month' && Date.parse(one.asOf) < Date.parse(cut.asOf))
    .slice(-LOOK_BACK_CUTS)
    .reverse();
  return (unitId) => {
    for (const { id, code } of earlier) {
      const status = kept.standingsAt(id).get(unitId)?.reported;
      // What was undetermined in between is no colour to fall from.
      if (status !== undefined && isColour(status)) return { reported: status, cut: code };
    }
    return null;
  };
}

/**
 * While a fall is alerted it is held against the colour it fell from, so that it ends when that colour is
 * regained; else against the last known colour.
 */
function bestBeforeOf(lastReported: CutFacts['lastReported'], open: OpenAlerts): CutFacts['bestBefore'] {
  return (unit, now) => {
    const fall = open.ofUnit('regression', unit.id);
    if (fall !== null) {
      const { from, sinceCut } = (JSON.parse(fall.evidence) as Reason).values;
      return { reported: from as ReportedStatus, cut: String(sinceCut) };
    }
    // GREEN is no fall from anything, and silence is no colour: most units need no look back.
    return now === 'green' || now === 'notReported' ? null : lastReported(unit.id);
  };
}
