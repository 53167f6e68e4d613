import type { CommuneStatus, CoverageBand, Reason } from './model.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';

/** How many communes of a unit have each reported status. */
export type StatusCounts = Readonly<Record<CommuneStatus, number>>;

/** `share` = green / communes as a fraction; null when nobody reported, so that silence is not 0%. */
export interface CoverageEvaluation {
  readonly communes: number;
  readonly green: number;
  readonly notReported: number;
  readonly share: number | null;
  readonly band: CoverageBand;
  readonly above: number;
  readonly half: number;
}

/** GREEN communes of all, the silent among them; null when nobody reported, so that silence is not 0%. */
export function coverageShare(counts: {
  readonly communes: number;
  readonly green: number;
  readonly notReported: number;
}): number | null {
  return counts.communes === counts.notReported ? null : counts.green / counts.communes;
}

/**
 * The share of communes that are GREEN and its band: full, above `above`, above `half`, or below. Every
 * commune is in the denominator, those that did not report as well, as in the published 1,981 of 3,321.
 * Bands are strict ('above 70%'): exactly 70% is not above it.
 */
export function evaluateCoverage(counts: StatusCounts, rules: RuleSet['coverage']): CoverageEvaluation {
  const { green, notReported } = counts;
  const communes = green + counts.yellow + counts.red + notReported;
  const share = coverageShare({ communes, green, notReported });
  const band = bandOf(share, rules);
  return { communes, green, notReported, share, band, above: rules.above, half: rules.half };
}

/** The band of a share; `notReported` for null. */
export function bandOf(share: number | null, rules: RuleSet['coverage']): CoverageBand {
  if (share === null) return 'notReported';
  if (share >= 1) return 'full';
  if (share > rules.above) return 'above70';
  return share > rules.half ? 'above50' : 'below50';
}

/** The sentences behind a coverage share and its band. */
export function explainCoverage(evaluation: CoverageEvaluation): Reason[] {
  const { communes, green, share, band, above, half, notReported } = evaluation;
  if (share === null) return [reason('reason.coverage.notReported', { communes })];
  const reasons = [reason('reason.coverage.share', { share, green, communes, band, above, half })];
  if (notReported > 0) reasons.push(reason('reason.coverage.unreported', { notReported, communes }));
  return reasons;
}
