import {
  OPERATING_STATUSES,
  type OperatingStatus,
  REPORTED_STATUSES,
  type Reason,
  type ReportedStatus,
} from './model.ts';
import { colourRank } from './ranking.ts';
import { reason } from './reason.ts';

/** Reported x operating, with notReported and noEvidence as a row and a column of their own. */
export type GapMatrix = Readonly<Record<ReportedStatus, Readonly<Record<OperatingStatus, number>>>>;

/** `better` = operating better than reported; `unknown` = one side is empty. */
export type GapKind = 'gap' | 'none' | 'better' | 'unknown';

export interface GapEvaluation {
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  /** Colours by which reported is better than operating: 2 = GREEN outside, RED inside; null = unknown. */
  readonly steps: number | null;
  readonly kind: GapKind;
}

/** Colours by which the report is better than the operation, -2..2; null when either side is empty. */
export function gapSteps(reported: ReportedStatus, operating: OperatingStatus): number | null {
  const outside = colourRank(reported);
  const inside = colourRank(operating);
  return outside === undefined || inside === undefined ? null : outside - inside;
}

/** The gap of one unit. */
export function evaluateGap(reported: ReportedStatus, operating: OperatingStatus): GapEvaluation {
  const steps = gapSteps(reported, operating);
  return { reported, operating, steps, kind: kindOf(steps) };
}

/** Why the steps between two statuses are not known: nothing came on one side, or not enough to be sure. */
export function gapEmpty({
  reported,
  operating,
}: {
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
}): 'notReported' | 'noEvidence' | 'undetermined' {
  if (reported === 'notReported') return 'notReported';
  return operating === 'noEvidence' ? 'noEvidence' : 'undetermined';
}

function kindOf(steps: number | null): GapKind {
  if (steps === null) return 'unknown';
  if (steps === 0) return 'none';
  return steps > 0 ? 'gap' : 'better';
}

/** Counts of every pair; all cells together are all units. */
export function gapMatrix(
  units: Iterable<{ readonly reported: ReportedStatus; readonly operating: OperatingStatus }>,
): GapMatrix {
  const matrix = emptyMatrix();
  for (const { reported, operating } of units) matrix[reported][operating] += 1;
  return matrix;
}

/** The same matrix from pairs that were counted already; pairs that do not occur are 0. */
export function gapMatrixOfCounts(
  counts: Iterable<{
    readonly reported: ReportedStatus;
    readonly operating: OperatingStatus;
    readonly units: number;
  }>,
): GapMatrix {
  const matrix = emptyMatrix();
  for (const { reported, operating, units } of counts) matrix[reported][operating] += units;
  return matrix;
}

function emptyMatrix(): Record<ReportedStatus, Record<OperatingStatus, number>> {
  const row = () => ({ green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 0 });
  return { green: row(), yellow: row(), red: row(), undetermined: row(), notReported: row() };
}

/** All units of a matrix. */
export function matrixTotal(matrix: GapMatrix): number {
  let total = 0;
  for (const reported of REPORTED_STATUSES) {
    for (const operating of OPERATING_STATUSES) total += matrix[reported][operating];
  }
  return total;
}

/** How long the present cell of the matrix has lasted: in months of operating data and in status cuts. */
export interface GapRun {
  /** `reported/operating` of the cell that lasts; null where there is no gap. */
  readonly cell: string | null;
  /** Months whose outputs spoke in it: a month that speaks at five cuts is one piece of evidence. */
  readonly months: number;
  /** Cuts at which both sides were known. */
  readonly cuts: number;
  /** The month counted last, by the code of its cut. */
  readonly month: string | null;
}

/** The cell that a run names, with its steps. */
export function gapCellOf(cell: string): Omit<GapEvaluation, 'kind' | 'steps'> & { readonly steps: number } {
  const [outside = '', inside = ''] = cell.split('/');
  const reported = outside as ReportedStatus;
  const operating = inside as OperatingStatus;
  return { reported, operating, steps: gapSteps(reported, operating) ?? 0 };
}

export const NO_GAP_RUN: GapRun = { cell: null, months: 0, cuts: 0, month: null };

/**
 * The run after one more cut, at which the outputs of `month` speak. A cut at which one side is unknown neither
 * counts nor breaks it; a cut in no gap ends it; one in another cell begins another.
 */
export function nextGapRun(before: GapRun, evaluation: GapEvaluation, month: string | null): GapRun {
  const { reported, operating, steps } = evaluation;
  if (steps === null) return before;
  if (steps <= 0) return NO_GAP_RUN;
  const cell = `${reported}/${operating}`;
  if (cell !== before.cell) return { cell, months: 1, cuts: 1, month };
  const months = before.months + (month === before.month ? 0 : 1);
  return { cell, months, cuts: before.cuts + 1, month };
}

/** The sentence behind a gap and how long its cell has lasted. */
export function explainGap(
  evaluation: GapEvaluation,
  { months, cuts }: Pick<GapRun, 'months' | 'cuts'>,
): Reason[] {
  const { reported, operating, steps, kind } = evaluation;
  if (kind === 'gap' && steps !== null) {
    return [reason('reason.gap.gap', { reported, operating, steps, months, cuts })];
  }
  return [reason(`reason.gap.${kind}`, { reported, operating })];
}

/** Units that said something on both sides, of which one is not certain. */
export function undeterminedIn(matrix: GapMatrix): number {
  const { green, yellow, red, undetermined } = matrix;
  const inColumn = [green, yellow, red, undetermined].reduce((sum, row) => sum + row.undetermined, 0);
  return inColumn + undetermined.green + undetermined.yellow + undetermined.red;
}
