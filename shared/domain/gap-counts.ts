import type { Colour, OperatingStatus, ReportedStatus } from './model.ts';
import { colourRank } from './ranking.ts';

/** Units that stand alike, and what of them is open. */
export interface GapPair {
  readonly reported: ReportedStatus;
  /** The best colour that the report may have; null where nothing of it can be one. */
  readonly reportedAtMost: Colour | null;
  readonly operating: OperatingStatus;
  /** The worst colour that the operation may have; null where nothing is asked. */
  readonly operatingWorst: Colour | null;
  readonly units: number;
}

/** How many units are in a gap for certain, and how many may be if what is not known were as wide as it can be. */
export interface GapBounds {
  readonly atLeast: number;
  readonly atMost: number;
}

export interface GapCounts {
  /** Reported better than operating. */
  readonly any: GapBounds;
  /** GREEN on report, RED in operation. */
  readonly wide: GapBounds;
}

/** The gaps of units at both ends of what they did not send. */
export function countGaps(pairs: Iterable<GapPair>): GapCounts {
  const any = { atLeast: 0, atMost: 0 };
  const wide = { atLeast: 0, atMost: 0 };
  for (const { reported, reportedAtMost, operating, operatingWorst, units } of pairs) {
    const known = stepsBetween(reported, operating);
    const most = Math.max(known, stepsBetween(reportedAtMost ?? '', operatingWorst ?? ''));
    if (known > 0) any.atLeast += units;
    if (most > 0) any.atMost += units;
    if (known > 1) wide.atLeast += units;
    if (most > 1) wide.atMost += units;
  }
  return { any, wide };
}

/** Colours by which the report is better; 0 where one side is none. */
function stepsBetween(reported: string, operating: string): number {
  const [outside, inside] = [colourRank(reported), colourRank(operating)];
  return outside === undefined || inside === undefined ? 0 : outside - inside;
}
