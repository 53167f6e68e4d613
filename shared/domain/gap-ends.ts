import type { GapEvaluation, GapRun } from './gap.ts';
import type { Colour, OperatingStatus, ReportedStatus } from './model.ts';
import { colourRank } from './ranking.ts';

/** The cells of the matrix in which a report is better than the operation, the widest first. */
export const GAP_CELLS = [
  { reported: 'green', operating: 'red', steps: 2 },
  { reported: 'green', operating: 'yellow', steps: 1 },
  { reported: 'yellow', operating: 'red', steps: 1 },
] as const;
export type GapCell = (typeof GAP_CELLS)[number];

/** What may be said of both sides of a unit at a cut, what it did not send included. */
export interface GapSides {
  readonly reported: ReportedStatus;
  /** The worst and the best that its report could be if all that was not sent were bad, or good; null: nobody can tell. */
  readonly reportedAtLeast: Colour | null;
  readonly reportedAtMost: Colour | null;
  readonly operating: OperatingStatus;
  readonly operatingAtLeast: Colour | null;
  readonly operatingAtMost: Colour | null;
}

/** For how many months of operating data each cell has been possible, in the order of GAP_CELLS. */
export interface PossibleRuns {
  readonly months: readonly number[];
  /** The month counted last, by the code of its cut. */
  readonly month: string | null;
}

export const NOTHING_POSSIBLE: PossibleRuns = { months: [0, 0, 0], month: null };

/** Those of a unit of which everything is known: the cell it stands in, as long as it has. */
export function runsOfGap({ cell, months, month }: GapRun): PossibleRuns {
  if (cell === null) return NOTHING_POSSIBLE;
  return { months: GAP_CELLS.map((one) => (cellCode(one) === cell ? months : 0)), month };
}

/** Whether the cell of a unit is certain: nothing of either side is open. */
export function isCertain({ reported, reportedAtMost, operating }: GapSides): boolean {
  return reported === reportedAtMost && isKnown(operating);
}

/**
 * The runs after one more cut, at which the outputs of `month` speak (null before the first has ended). A cell ends where
 * the unit stands in another for certain; else it goes on, however little came, so that a run is never shorter than the
 * one that would have been seen had everything been sent. What a unit does not report lets a run go on and begins none,
 * unless the first month is alerted (`beginsInSilence`).
 */
export function nextPossibleRuns(
  before: PossibleRuns,
  sides: GapSides,
  month: string | null,
  beginsInSilence: boolean,
): PossibleRuns {
  if (month === null) return NOTHING_POSSIBLE;
  const step = month === before.month ? 0 : 1;
  let isAny = false;
  const months = GAP_CELLS.map((cell, at) => {
    const known = before.months[at] ?? 0;
    const goesOn = known > 0 && !isTold(sides);
    const begins = beginsInSilence || known > 0 || sides.reported === cell.reported;
    if (!goesOn && !(begins && isPossible(sides, cell))) return 0;
    isAny = true;
    return known === 0 ? 1 : known + step;
  });
  return isAny ? { months, month } : NOTHING_POSSIBLE;
}

/** The widest cell that is possible at this cut and has been for so many months; null where there is none. */
export function widestPossible({ months }: PossibleRuns, sides: GapSides, from: number): GapCell | null {
  return GAP_CELLS.find((cell, at) => (months[at] ?? 0) >= from && isPossible(sides, cell)) ?? null;
}

/** The gap if what was not reported at this cut were good: silence and old states lower no report. */
export function gapAtMost({ steps }: GapEvaluation, { reportedAtMost, operating }: GapSides): number | null {
  const [most, inside] = [colourRank(reportedAtMost ?? ''), colourRank(operating)];
  return steps === null || most === undefined || inside === undefined
    ? steps
    : Math.max(steps, most - inside);
}

function isPossible(sides: GapSides, cell: GapCell): boolean {
  return mayReport(sides, cell.reported) && mayOperate(sides, cell.operating);
}

/** Whether both sides say where the unit stands; a cut at which one does not neither counts nor breaks a gap. */
function isTold({ reported, operating }: GapSides): boolean {
  return isKnown(reported) && isKnown(operating);
}

function isKnown(status: string): boolean {
  return colourRank(status) !== undefined;
}

function mayReport({ reported, reportedAtLeast, reportedAtMost }: GapSides, colour: Colour): boolean {
  return reported === colour || isBetween(colour, reportedAtLeast, reportedAtMost);
}

function mayOperate({ operating, operatingAtLeast, operatingAtMost }: GapSides, colour: Colour): boolean {
  return isKnown(operating) ? operating === colour : isBetween(colour, operatingAtLeast, operatingAtMost);
}

function isBetween(colour: Colour, atLeast: Colour | null, atMost: Colour | null): boolean {
  const rank = colourRank(colour) ?? 0;
  return rank >= (colourRank(atLeast ?? 'red') ?? 0) && rank <= (colourRank(atMost ?? 'green') ?? 2);
}

function cellCode({ reported, operating }: GapCell): string {
  return `${reported}/${operating}`;
}
