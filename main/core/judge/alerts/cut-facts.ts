import { owesTaskReports } from '#main/core/ground/calendar/owed-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { lazily } from '#main/core/ground/lazily.ts';
import type { UnitKey } from '#main/core/ground/units/store.ts';
import type { JudgedCut } from '#main/core/judge/judgement/judge.ts';
import type { Kept } from '#main/core/judge/judgement/kept.ts';
import { lastReportedAfter, type Standing } from '#main/core/judge/judgement/standing.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { TooOldMonth } from '#shared/domain/alerts/missing-evidence.ts';
import { switchedOff } from '#shared/domain/alerts/switched-off.ts';
import type { ReportedBefore } from '#shared/domain/alerts/unit-alerts.ts';
import { compareCutsByTime, latestOf, previousCut, type SpeakingMonth } from '#shared/domain/cuts.ts';
import { NO_GAP_RUN } from '#shared/domain/gap.ts';
import { NOTHING_POSSIBLE } from '#shared/domain/gap-ends.ts';
import type { AlertRule, Colour, Reason } from '#shared/domain/model.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { countDoneTasks, type DoneTasks } from './fact-store.ts';
import { type MonthFacts, monthFacts } from './month-facts.ts';
import type { OpenAlerts } from './open-alerts.ts';
import type { Reading } from './reading-store.ts';

/** A status cut that has just been judged: what its alerts are raised from. */
export interface CutToRaise extends SpeakingMonth<CutRecord> {
  readonly cut: CutRecord;
  readonly cuts: readonly CutRecord[];
  readonly judged: JudgedCut;
  readonly kept: Kept;
  /** Instant of the judgement (UTC ISO); null = as if each cut had been judged at its own as-of time. */
  readonly now: string | null;
}

/** Everything the rules of a cut look at. */
export interface CutFacts {
  readonly judged: JudgedCut;
  readonly rules: RuleSet['alerts'];
  readonly suspicion: RuleSet['suspicion'];
  readonly coverageBands: RuleSet['coverage'];
  readonly paceTolerance: number;
  /** Rules that are switched off at this cut: they find nothing, and may find nothing. */
  readonly isOff: (rule: AlertRule) => boolean;
  /** How a unit stands, this cut included: how long its gap has lasted, and which gaps have been possible. */
  readonly standing: (unitId: number) => Pick<Standing, 'gap' | 'possible'>;
  /** What follows from the month that speaks at this cut alone. */
  readonly ofMonth: MonthFacts;
  /** Alerts that were open at the status cut before. */
  readonly open: OpenAlerts;
  /** The last colour that a unit reported before this cut, however long ago; null where it never did. */
  readonly lastReported: (unitId: number) => ReportedBefore | null;
  /** What its colour is held against: while a fall is alerted the one it fell from, so that it ends when that is regained. */
  readonly bestBefore: (unit: UnitKey) => ReportedBefore | null;
  readonly doneTasks: ReadonlyMap<number, DoneTasks>;
  /** Tasks of a unit past or on their deadline that are not done as far as anybody knows, and of which nothing was said now. */
  readonly unsaidTasks: (unitId: number) => number;
  /** Whether the reports of this cut are due: before, silence says nothing. */
  readonly isDue: boolean;
  /** Whether task reports are among them: of what nobody was asked for, silence hides nothing (decision 0042). */
  readonly areTasksDue: boolean;
  /** The month whose outputs speak at this cut, and whether they are due; null before the first has ended, or where it is too old. */
  readonly month: { readonly code: string; readonly isDue: boolean } | null;
  /** Whether outputs should be there: those of the month that speaks, or of a newer one where it is too old. */
  readonly areOutputsDue: boolean;
  /** The newest month where it is too old to speak. */
  readonly tooOld: TooOldMonth | null;
}

const NO_STANDING = { gap: NO_GAP_RUN, possible: NOTHING_POSSIBLE };

/** Reads what the rules need beyond the judgement itself. */
export function loadCutFacts(database: ReadDatabase, raised: CutToRaise, open: OpenAlerts): CutFacts {
  const { cut, outputsCut, tooOld, judged, kept, now } = raised;
  const ageOf = ageReader(raised.cuts, cut);
  const lastReported = lastReportedBefore(raised, ageOf);
  const standings = kept.standingsAt(cut.id);
  return {
    judged,
    rules: kept.rules.alerts,
    suspicion: kept.rules.suspicion,
    coverageBands: kept.rules.coverage,
    paceTolerance: kept.rules.province.paceTolerance,
    isOff: switchedOff(kept.rules.alerts, cut),
    standing: (unitId) => standings.get(unitId) ?? NO_STANDING,
    ofMonth: monthFacts(database, raised),
    open,
    lastReported,
    bestBefore: ({ id }) => fallFrom(open.ofUnit('regression', id), ageOf) ?? lastReported(id),
    doneTasks: countDoneTasks(database, cut.id),
    unsaidTasks: unsaidReader(judged),
    isDue: isDue(cut, now),
    areTasksDue: isDue(cut, now) && owesTaskReports(database, cut.id),
    month: outputsCut && { code: outputsCut.code, isDue: isDue(outputsCut, now) },
    tooOld: tooOld && { cut: tooOld.code, months: kept.rules.operating.monthsAtMost },
    areOutputsDue: outputsCut === null ? tooOld !== null : isDue(outputsCut, now),
  };
}

function unsaidReader({ tasks }: JudgedCut): CutFacts['unsaidTasks'] {
  const counts = lazily(() => {
    const unsaid = new Map<number, number>();
    for (const { unitId, units, outcome } of tasks) {
      const { schedule, age, daysLeft } = outcome.schedule;
      if (units !== 1 || schedule === 'done' || age === 0 || daysLeft > 0) continue;
      unsaid.set(unitId, (unsaid.get(unitId) ?? 0) + 1);
    }
    return unsaid;
  });
  return (unitId) => counts().get(unitId) ?? 0;
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

/** Kept with how each unit stood at the cut before: however long ago it was, nothing has to be looked for. */
function lastReportedBefore({ cut, cuts, kept }: CutToRaise, ageOf: AgeOf): CutFacts['lastReported'] {
  const before = previousCut(cuts, cut);
  const standings = kept.standingsAt(before?.id ?? null);
  return (unitId) => {
    const last = lastReportedAfter(standings.get(unitId), before?.code ?? null);
    return last && { ...last, age: ageOf(last.cut) };
  };
}

function fallFrom(fall: Reading | null, ageOf: AgeOf): ReportedBefore | null {
  if (fall === null) return null;
  const { from, sinceCut } = (JSON.parse(fall.evidence) as Reason).values;
  return { reported: from as Colour, cut: String(sinceCut), age: ageOf(String(sinceCut)) };
}

/** How many status cuts ago a cut was, by its code. */
type AgeOf = (cut: string) => number;

function ageReader(cuts: readonly CutRecord[], { code }: CutRecord): AgeOf {
  const placeOf = lazily(() => {
    const codes = cuts.filter(({ kind }) => kind !== 'month').map((one) => one.code);
    return new Map(codes.map((one, place) => [one, place]));
  });
  return (cut) => (placeOf().get(code) ?? 0) - (placeOf().get(cut) ?? 0);
}
