import type { CommuneStatus, CoverageBand, Reason } from './model.ts';
import { placesOf } from './ranking.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';

/** How many communes of a unit have each reported status. */
export type StatusCounts = Readonly<Record<CommuneStatus, number>>;

/**
 * `share` = green / communes as a fraction; null when nobody reported, so that silence is not 0%. It is what is certain:
 * the lower bound.
 */
export interface CoverageEvaluation {
  readonly communes: number;
  readonly green: number;
  readonly notReported: number;
  /** Communes that are not GREEN only because some of their criteria have no answer. */
  readonly unanswered: number;
  readonly share: number | null;
  /** The share if all that is silent or unanswered were met; null without communes. */
  readonly atMost: number | null;
  readonly band: CoverageBand;
  /** The band at the upper bound. */
  readonly bandAtMost: CoverageBand;
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

/** Where fewer than this share reported, a figure is not held against that of another cut. */
const COMPARABLE_FROM = 0.9;

/** How many of how many reported. */
export interface Reporting {
  readonly communes: number;
  readonly notReported: number;
}

/** Whether nearly all communes reported, so that their shares speak of the whole. */
export function isNearlyComplete({ communes, notReported }: Reporting): boolean {
  return communes > 0 && communes - notReported >= COMPARABLE_FROM * communes;
}

/** The places by coverage; none where many are silent: it would be that of those who happened to report. */
export function coveragePlaces(
  provinces: readonly (Reporting & { readonly coverage: number | null })[],
): (number | null)[] {
  return placesOf(provinces.map((one) => (isNearlyComplete(one) ? one.coverage : null)));
}

/** A point of a line over cuts; none where many are silent, since the line would fall by that alone. */
export function drawn<Value>(value: Value, reporting: Reporting): Value | null {
  return isNearlyComplete(reporting) ? value : null;
}

/**
 * Whether the coverage of two cuts may be held against each other: nearly all reported at both, or those that are silent
 * at one would be told as a change.
 */
export function areComparable(one: Reporting, other: Reporting): boolean {
  return isNearlyComplete(one) && isNearlyComplete(other);
}

/**
 * The share of communes that are GREEN and its band: full, above `above`, above `half`, or below. Every
 * commune is in the denominator, those that did not report as well, as in the published 1,981 of 3,321; at most, the
 * silent ones and the `unanswered` are GREEN, too. Bands are strict ('above 70%'): exactly 70% is not above it.
 */
export function evaluateCoverage(
  counts: StatusCounts,
  rules: RuleSet['coverage'],
  unanswered = 0,
): CoverageEvaluation {
  const { green, notReported } = counts;
  const communes = green + counts.yellow + counts.red + notReported;
  const share = coverageShare({ communes, green, notReported });
  const atMost = communes === 0 ? null : (green + notReported + unanswered) / communes;
  return {
    ...{ communes, green, notReported, unanswered, share, atMost },
    band: bandOf(share, rules),
    bandAtMost: share === null ? 'notReported' : bandOf(atMost, rules),
    above: rules.above,
    half: rules.half,
  };
}

/** The band of a share; `notReported` for null. */
export function bandOf(share: number | null, rules: RuleSet['coverage']): CoverageBand {
  if (share === null) return 'notReported';
  if (share >= 1) return 'full';
  if (share > rules.above) return 'above70';
  return share > rules.half ? 'above50' : 'below50';
}

/** The sentences behind a coverage share and its band, with what it may be at most. */
export function explainCoverage(evaluation: CoverageEvaluation): Reason[] {
  const { communes, green, share, band, above, half, notReported, unanswered, atMost } = evaluation;
  if (share === null) return [reason('reason.coverage.notReported', { communes })];
  const reasons = [reason('reason.coverage.share', { share, green, communes, band, above, half })];
  if (notReported > 0) reasons.push(reason('reason.coverage.unreported', { notReported, communes }));
  if (atMost === null || atMost === share) return reasons;
  const { bandAtMost } = evaluation;
  const isOther = bandAtMost === band ? 'no' : 'yes';
  const facts = { atMost, notReported, unanswered, isOther, bandAtMost, above, half };
  return [...reasons, reason('reason.coverage.atMost', facts)];
}

/** Communes by how they operate, and how many of those that are not certain may be GREEN. */
export interface OperatingCounts {
  readonly green: number;
  readonly yellow: number;
  readonly red: number;
  readonly undetermined: number;
  readonly noEvidence: number;
}

/** Operating GREEN among all communes, as coverage counts reported GREEN; null without any evidence. */
export function operatingShare({
  green,
  yellow,
  red,
  undetermined,
  noEvidence,
}: OperatingCounts): number | null {
  const known = green + yellow + red + undetermined;
  return known === 0 ? null : green / (known + noEvidence);
}

/** Of which nothing came, and of which not enough came, that may be GREEN for all that is known. */
export interface MaybeGreen {
  readonly noEvidence: number;
  readonly undetermined: number;
}

export interface OperatingCoverage {
  readonly value: number | null;
  /** GREEN for certain, and if all that may be GREEN were; null where there is no commune. */
  readonly bounds: { readonly atLeast: number; readonly atMost: number } | null;
  readonly maybe: MaybeGreen;
}

/** The share of communes that operate GREEN, with its upper end: silence is neither GREEN nor against it. */
export function evaluateOperatingCoverage(counts: OperatingCounts, maybe: MaybeGreen): OperatingCoverage {
  const { green, yellow, red, undetermined, noEvidence } = counts;
  const communes = green + yellow + red + undetermined + noEvidence;
  const atMost = (green + maybe.noEvidence + maybe.undetermined) / communes;
  return {
    value: operatingShare(counts),
    bounds: communes === 0 ? null : { atLeast: green / communes, atMost },
    maybe,
  };
}
