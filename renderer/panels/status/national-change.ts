import type { ChangedCoverage } from '#shared/contract/compare.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';
import { difference } from '#shared/domain/change.ts';
import { areComparable, type Reporting } from '#shared/domain/coverage.ts';

export interface HistoryPoint {
  readonly cut: string;
  readonly asOf: string;
  readonly reported: StatusReportDto['national']['reported'];
  readonly operating: StatusReportDto['national']['operating'];
  readonly coverage: number | null;
  /** Null where not one task was reported. */
  readonly overdue: number | null;
}

export interface NationalChange {
  /** False for the first cut alone. */
  readonly hasBefore: boolean;
  readonly green: number | null;
  /** A difference of fractions. */
  readonly coverage: number | null;
  readonly notReported: number | null;
  readonly overdue: number | null;
}

const UNKNOWN: NationalChange = {
  hasBefore: false,
  green: null,
  coverage: null,
  notReported: null,
  overdue: null,
};

/** The cut and the one before it in a history, which is oldest first. */
export function pairOf(
  history: readonly HistoryPoint[] | undefined,
  cut: string | undefined,
): { readonly now: HistoryPoint; readonly before: HistoryPoint } | null {
  const position = history?.findIndex((point) => point.cut === cut) ?? -1;
  const now = history?.[position];
  const before = history?.[position - 1];
  return now === undefined || before === undefined ? null : { now, before };
}

/**
 * What changed between the cut before and this one; nulls for the first cut, and before both are there. GREEN and coverage
 * are compared on the communes that reported at both cuts alone. Where many are silent at one of the two it is no good news
 * that fewer are: only a part has been asked so far.
 */
export function changesSince(
  history: readonly HistoryPoint[] | undefined,
  cut: string | undefined,
  country: Pick<ChangedCoverage, 'greenChange' | 'coverageChange'> | undefined,
): NationalChange {
  const pair = pairOf(history, cut);
  if (pair === null || country === undefined) return UNKNOWN;
  const { now, before } = pair;
  const isSameSet = areComparable(reportingOf(before), reportingOf(now));
  const silenced = now.reported.notReported - before.reported.notReported;
  return {
    hasBefore: true,
    green: country.greenChange,
    coverage: country.coverageChange,
    notReported: isSameSet || silenced > 0 ? silenced : null,
    overdue: difference(before.overdue, now.overdue),
  };
}

export function reportingOf({ reported }: Pick<HistoryPoint, 'reported'>): Reporting {
  const { green, yellow, red, notReported } = reported;
  return { communes: green + yellow + red + notReported, notReported };
}

/** How many communes have evidence of how they work. */
export function evidenceOf({ noEvidence, ...known }: HistoryPoint['operating']): Reporting {
  const communes = Object.values(known).reduce((sum, count) => sum + count, noEvidence);
  return { communes, notReported: noEvidence };
}
