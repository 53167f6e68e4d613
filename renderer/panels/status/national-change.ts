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

/**
 * What changed between the cut before and this one; nulls for the first cut. History is oldest first. Where many are
 * silent at one of the two, GREEN communes and coverage have no change: it would be that of who reported; nor is it good
 * news that fewer are silent there, where only a part has been asked so far.
 */
export function changesSince(
  history: readonly HistoryPoint[] | undefined,
  cut: string | undefined,
): NationalChange {
  const position = history?.findIndex((point) => point.cut === cut) ?? -1;
  const now = history?.[position];
  const before = history?.[position - 1];
  if (now === undefined || before === undefined) return UNKNOWN;
  const isSameSet = areComparable(reportingOf(before), reportingOf(now));
  const silenced = now.reported.notReported - before.reported.notReported;
  return {
    hasBefore: true,
    green: isSameSet ? now.reported.green - before.reported.green : null,
    coverage: isSameSet ? difference(before.coverage, now.coverage) : null,
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
