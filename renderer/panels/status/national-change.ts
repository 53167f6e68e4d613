import type { StatusReportDto } from '#shared/contract/status.ts';
import { difference } from '#shared/domain/change.ts';

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
  readonly green: number | null;
  /** A difference of fractions. */
  readonly coverage: number | null;
  readonly notReported: number | null;
  readonly overdue: number | null;
}

const UNKNOWN: NationalChange = { green: null, coverage: null, notReported: null, overdue: null };

/** What changed between the cut before and this one; nulls for the first cut. History is oldest first. */
export function changesSince(
  history: readonly HistoryPoint[] | undefined,
  cut: string | undefined,
): NationalChange {
  const position = history?.findIndex((point) => point.cut === cut) ?? -1;
  const now = history?.[position];
  const before = history?.[position - 1];
  if (now === undefined || before === undefined) return UNKNOWN;
  return {
    green: now.reported.green - before.reported.green,
    coverage: difference(before.coverage, now.coverage),
    notReported: now.reported.notReported - before.reported.notReported,
    overdue: difference(before.overdue, now.overdue),
  };
}

/** Operating GREEN among all communes, as coverage counts reported GREEN; null without any evidence. */
export function operatingShare(operating: HistoryPoint['operating']): number | null {
  const { green, yellow, red, undetermined, noEvidence } = operating;
  const known = green + yellow + red + undetermined;
  return known === 0 ? null : green / (known + noEvidence);
}
