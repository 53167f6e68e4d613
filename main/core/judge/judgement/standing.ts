import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { SpeakingMonth } from '#shared/domain/cuts.ts';
import { evaluateGap, type GapRun, NO_GAP_RUN, nextGapRun } from '#shared/domain/gap.ts';
import {
  type GapSides,
  NOTHING_POSSIBLE,
  nextPossibleRuns,
  type PossibleRuns,
  runsOfGap,
} from '#shared/domain/gap-ends.ts';
import type { Colour, OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { isColour } from '#shared/domain/ranking.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import type { UnitJudgement } from './units.ts';

/** The colour that a unit last reported before it had none, and the cut it did so at. */
export interface LastReported {
  readonly reported: Colour;
  readonly cut: string;
}

/** How a unit stands at a cut: its colours, since when, and how long its gap has lasted. */
export interface Standing {
  readonly unitId: number;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly gap: GapRun;
  /** For how long each gap has been possible, however little came. */
  readonly possible: PossibleRuns;
  /** Null where it reports a colour, or never did. */
  readonly last: LastReported | null;
  readonly reportedSince: number | null;
  readonly operatingSince: number | null;
}

/** What units go on from at a cut. */
interface GoingOn {
  readonly cutId: number;
  /** Code of the status cut before; null for the first. */
  readonly before: string | null;
  /** Code of the month whose outputs speak; null before the first has ended, or where it is too old. */
  readonly month: string | null;
  /** The same; while it is too old, every month in which none came is one of which nothing is known. */
  readonly owed: string | null;
  /** Whether the first month of a gap is alerted, so that one may begin in silence. */
  readonly beginsInSilence: boolean;
}

/** What units go on from at a cut, under the rules. */
export function goingOn(
  cut: CutRecord,
  before: CutRecord | null,
  { outputsCut, tooOld }: SpeakingMonth<CutRecord>,
  { alerts }: RuleSet,
): GoingOn {
  const month = outputsCut?.code ?? null;
  const owed = tooOld === null ? month : `none-${vietnamDay(cut.asOf).slice(0, 'yyyy-mm'.length)}`;
  const beginsInSilence = alerts.gapLastsCuts <= 1;
  return { cutId: cut.id, before: before?.code ?? null, month, owed, beginsInSilence };
}

/** How a unit stands at a cut, going on from the cut before. */
export function standingOf(
  judged: UnitJudgement,
  { cutId, before, month, owed, beginsInSilence }: GoingOn,
  earlier: Standing | undefined,
): Standing {
  const { unit, reported, operating, operatingEvaluation } = judged;
  const runs = earlier?.possible ?? NOTHING_POSSIBLE;
  const isThere = operatingEvaluation.indicators.length > 0;
  return {
    unitId: unit.id,
    reported,
    operating,
    gap: nextGapRun(earlier?.gap ?? NO_GAP_RUN, evaluateGap(reported, operating), month),
    possible: nextPossibleRuns(runs, sidesOf(judged), isThere ? owed : null, beginsInSilence),
    last: isColour(reported) ? null : lastReportedAfter(earlier, before),
    reportedSince: earlier?.reported === reported ? earlier.reportedSince : cutId,
    operatingSince: earlier?.operating === operating ? earlier.operatingSince : cutId,
  };
}

/** The last colour that was reported up to the cut before, however long ago. */
export function lastReportedAfter(
  earlier: Pick<Standing, 'reported' | 'last'> | undefined,
  before: string | null,
): LastReported | null {
  if (earlier === undefined || before === null) return null;
  const { reported, last } = earlier;
  return isColour(reported) ? { reported, cut: before } : last;
}

/** Both sides of a unit with the ends between which they lie. */
export function sidesOf({
  reported,
  reportedAtMost,
  progress,
  operating,
  operatingEvaluation,
}: UnitJudgement): GapSides {
  const { atLeast, atMost } = operatingEvaluation;
  return {
    ...{
      reported,
      reportedAtMost,
      reportedAtLeast: isColour(reported) ? reported : (progress?.atLeast ?? null),
    },
    ...{ operating, operatingAtLeast: atLeast, operatingAtMost: atMost },
  };
}

/** What stands of it in the facts of a status. In words of our own alone: thousands of them are written for each cut. */
export function lastingText({ gap, possible, last }: Standing): string {
  const own = gap.cell === null ? '' : `,"gap":{${runText(gap)}}`;
  const { months, month } = possible;
  const known = runsOfGap(gap);
  const isOne = month === known.month && months.every((count, at) => count === known.months[at]);
  const runs = isOne ? '' : `,"possible":{"months":[${months.join()}],"month":${word(month)}}`;
  return last === null ? `${own}${runs}` : `${own}${runs},"last":${JSON.stringify(last)}`;
}

function runText({ cell, months, month }: GapRun): string {
  return `"cell":${word(cell)},"months":${months},"month":${word(month)}`;
}

function word(one: string | null): string {
  return one === null ? 'null' : `"${one}"`;
}
