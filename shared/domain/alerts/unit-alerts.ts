import type { CoverageEvaluation } from '../coverage.ts';
import type { SumBounds } from '../figure-bounds.ts';
import type { GapEvaluation, GapRun } from '../gap.ts';
import type { Colour, ReportedStatus, Severity } from '../model.ts';
import type { IndicatorEvaluation } from '../operating.ts';
import { colourRank } from '../ranking.ts';
import type { RuleSet } from '../rule-set.ts';
import { type AlertEnd, type BoundsVerdict, boundsEvaluation, evaluateEnds } from './bounds.ts';
import { type AlertEvaluation, alertEvaluation, conditionOf } from './evaluation.ts';

/**
 * A province whose coverage lies below `coverageLowBelow`; critical below half of it. Its ends: nobody that is silent is
 * GREEN, or all of them are.
 */
export function evaluateCoverageLow(
  unit: string,
  coverage: CoverageEvaluation,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  const { share, green, communes, atMost } = coverage;
  const threshold = rules.coverageLowBelow;
  if (atMost === null) return alertEvaluation('coverageLow', 'noData', 'warning', { unit, communes });
  const verdict = evaluateEnds(lowShare(share ?? 0, threshold), lowShare(atMost, threshold));
  const facts = { unit, share: share ?? 0, green, communes, threshold };
  if (atMost === share) return boundsEvaluation('coverageLow', verdict, facts);
  const sentence = 'reason.alert.coverageLow.atMost';
  return boundsEvaluation('coverageLow', verdict, { ...facts, atMost }, sentence);
}

/** A share below its threshold; critical below half of it. */
function lowShare(share: number, threshold: number): AlertEnd {
  return { holds: share < threshold, severity: share < threshold / 2 ? 'critical' : 'warning' };
}

/** Communes of a province by their answer to one criterion. */
export interface CriterionCounts {
  readonly met: number;
  readonly notMet: number;
  readonly notReported: number;
}

/**
 * A province in which communes do not meet a criterion; warning from a tenth of those that owe it. Only answers count: a
 * commune that did not answer is not called lacking, but at the worse end it is.
 */
export function evaluateCriterionMissing(
  unit: string,
  criterion: string,
  { met, notMet, notReported }: CriterionCounts,
): AlertEvaluation {
  const [reported, communes] = [met + notMet, met + notMet + notReported];
  const facts = { unit, criterion, lacking: notMet, reported };
  if (communes === 0) return alertEvaluation('criterionMissing', 'noData', 'warning', facts);
  const endOf = (lacking: number): AlertEnd => {
    return { holds: lacking > 0, severity: lacking * 10 >= communes ? 'warning' : 'notice' };
  };
  return boundsEvaluation(
    'criterionMissing',
    evaluateEnds(endOf(notMet + notReported), endOf(notMet)),
    facts,
  );
}

/**
 * The share of applications submitted online lies below `onlineLowBelow`; critical below half of it. `bounds`: between
 * which it lies, whatever the silent communes would have sent.
 */
export function evaluateOnlineLow(
  unit: string,
  { value, code }: Pick<IndicatorEvaluation, 'value' | 'code'>,
  rules: RuleSet['alerts'],
  bounds: SumBounds | null = null,
): AlertEvaluation {
  const threshold = rules.onlineLowBelow;
  const ends = endsOfRatio(value, bounds);
  if (ends === null) return alertEvaluation('onlineLow', 'noData', 'warning', { unit, indicator: code });
  const facts = { unit, indicator: code, value: value ?? ends.low, threshold, worst: ends.low };
  const verdict = evaluateEnds(lowShare(ends.low, threshold), lowShare(ends.high, threshold));
  return boundsEvaluation('onlineLow', verdict, facts);
}

/** A share of an earlier month: what was shown, the least it was for certain, and of which month. */
export interface ShareBefore {
  readonly value: number;
  readonly low: number;
  readonly cut: string;
}

/**
 * The same share is at least `onlineFallBy` fraction points below that of the last month before of which it is known.
 * Where only the silent of then leave it open, nobody can tell, and nobody is asked.
 */
export function evaluateOnlineFalling(
  unit: string,
  indicator: string,
  before: ShareBefore | null,
  after: number | null,
  rules: RuleSet['alerts'],
  bounds: SumBounds | null = null,
): AlertEvaluation {
  const ends = endsOfRatio(after, bounds);
  if (before === null || ends === null) {
    return alertEvaluation('onlineFalling', 'noData', 'warning', { unit, indicator });
  }
  const shown = after ?? ends.low;
  const facts = {
    unit,
    indicator,
    before: before.value,
    sinceCut: before.cut,
    after: shown,
    fall: before.value - shown,
    threshold: rules.onlineFallBy,
  };
  const endOf = (from: number, value: number): AlertEnd => {
    // 0.6 - 0.5 is 0.09999999999999998: a fall of exactly the threshold counts.
    return { holds: from - value >= rules.onlineFallBy - 1e-9, severity: 'warning' };
  };
  const verdict = evaluateEnds(endOf(before.value, ends.low), endOf(before.low, ends.high));
  // What is silent now may be asked for; what was silent then is past.
  const isAsked = endOf(before.value, ends.low).holds && !endOf(before.value, ends.high).holds;
  return boundsEvaluation('onlineFalling', { ...verdict, missing: isAsked ? verdict.missing : null }, facts);
}

/** The lowest and the highest that a ratio may be; null where nothing at all is known of it. */
function endsOfRatio(value: number | null, bounds: SumBounds | null): { low: number; high: number } | null {
  if (bounds === null) return value === null ? null : { low: value, high: value };
  const high = bounds.high ?? 1;
  return { low: Math.min(bounds.low, value ?? bounds.low), high: Math.max(high, value ?? high) };
}

/** How the gap of a unit stands beside the alert of it. */
export interface GapState extends Pick<GapRun, 'months' | 'cuts'> {
  /** It is alerted: then it lasts as long as there is a gap, however young its cell is. */
  readonly isOpen?: boolean;
  /** From so many colours on it is alerted. */
  readonly from?: number;
  /** The gap if what was not reported at this cut were good; null as unknown as the gap itself. */
  readonly atMost?: number | null;
}

/**
 * Reported better than operating, for at least `gapLastsCuts` months of operating data in the present cell; critical
 * when GREEN hides RED. An open one ends only by what was said: where the report was lowered by silence, or by what was
 * said once, the gap may be as wide as before.
 */
export function evaluateGapAlert(
  unit: string,
  gap: GapEvaluation,
  { months, cuts, isOpen = false, from = 1, atMost = gap.steps }: GapState,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  const { reported, operating, steps } = gap;
  if (steps === null) return alertEvaluation('gap', 'noData', 'warning', { unit, reported, operating });
  const facts = { unit, reported, operating, steps, months, cuts };
  const endOf = (wide: number): AlertEnd => ({ holds: wide >= from, severity: severityOfGap(wide) });
  if (isOpen) return boundsEvaluation('gap', evaluateEnds(endOf(atMost ?? steps), endOf(steps)), facts);
  const { holds, severity } = endOf(steps);
  return alertEvaluation('gap', conditionOf(holds && months >= rules.gapLastsCuts), severity, facts);
}

/** GREEN that hides RED is critical. */
export function severityOfGap(steps: number): Severity {
  return steps > 1 ? 'critical' : 'warning';
}

/** What a unit owes at a cut: communes (1 for a commune itself), how many sent nothing, whether it is due. */
export interface ReportingState {
  readonly communes: number;
  readonly silent: number;
  readonly isDue: boolean;
}

/** Communes that owed a report and sent none; before it is due nobody can tell. Critical when all are silent. */
export function evaluateNoReport(unit: string, { communes, silent, isDue }: ReportingState): AlertEvaluation {
  const facts = { unit, silent, communes };
  const severity = silent < communes ? 'notice' : communes > 1 ? 'critical' : 'warning';
  if (silent > 0 && !isDue) return alertEvaluation('noReport', 'noData', severity, facts);
  return alertEvaluation('noReport', conditionOf(silent > 0), severity, facts);
}

/**
 * The same for the outputs of a month (`month`: the code of its cut), which are due some days after it has ended:
 * communes that sent not one figure of it, whatever their province sent itself.
 */
export function evaluateNoOutputs(unit: string, month: string, state: ReportingState): AlertEvaluation {
  const { condition, severity } = evaluateNoReport(unit, state);
  const facts = { unit, cut: month, silent: state.silent, communes: state.communes };
  return alertEvaluation('noReport', condition, severity, facts, 'reason.alert.noReport.outputs');
}

/** A colour that a unit reported before: at which cut, and of how many cuts ago it is. */
export interface ReportedBefore {
  readonly reported: Colour;
  readonly cut: string;
  readonly age: number;
}

/** What a unit reports now; where that is no colour, between which it lies, null for anything. */
export interface ReportedNow {
  readonly reported: ReportedStatus;
  readonly atLeast?: Colour | null;
  readonly atMost?: Colour | null;
  /** Not everything was answered: the colour is the worst it may be, and a fall stays as grave as it was. */
  readonly isPartial?: boolean;
}

/**
 * A unit whose reported colour is worse than the one it had last, however long ago; `sinceCut` names the cut of that
 * one. It clears when the colour is regained. Silence is not a fall, but it may hide one.
 */
export function evaluateRegression(
  unit: string,
  before: ReportedBefore | null,
  { reported, atLeast = null, atMost = null, isPartial = false }: ReportedNow,
): AlertEvaluation {
  if (before === null) return alertEvaluation('regression', 'noData', 'warning', { unit });
  const from = colourRank(before.reported) ?? 0;
  const endOf = (colour: ReportedStatus): AlertEnd => {
    return {
      holds: (colourRank(colour) ?? from) < from,
      severity: colour === 'red' ? 'critical' : 'warning',
    };
  };
  const isKnown = colourRank(reported) !== undefined;
  const [worst, best] = isKnown ? [reported, reported] : [atLeast ?? 'red', atMost ?? 'green'];
  const verdict = evaluateEnds(endOf(worst), endOf(best));
  const facts = { unit, from: before.reported, to: best, sinceCut: before.cut, age: before.age };
  const certain = isKnown ? { ...verdict, isAtLeast: isPartial } : unlessClear(verdict);
  return boundsEvaluation('regression', certain, facts);
}

/** What nobody said is never clear. */
function unlessClear(verdict: BoundsVerdict): BoundsVerdict {
  return verdict.condition === 'clear' ? { ...verdict, condition: 'noData' } : verdict;
}
