import type { Figure, ReportedStatus } from '../model.ts';
import type { RuleSet } from '../rule-set.ts';
import { type AlertEvaluation, alertEvaluation, conditionOf } from './evaluation.ts';

// Fewer communes or reports than this make a coincidence, not a pattern.
const SUSPICION_MINIMUM = 5;
// Small figures are equal by chance: 3 of 4 in many communes says nothing.
const EQUAL_FIGURES_MINIMUM = 20;

/** A province that went from below `overnightFrom` to 100% GREEN from one cut to the next. */
export function evaluateSuspectOvernight(
  unit: string,
  before: number | null,
  after: number | null,
  communes: number,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  if (before === null || after === null) {
    return alertEvaluation('suspectOvernight', 'noData', 'notice', { unit, communes });
  }
  const holds = communes >= SUSPICION_MINIMUM && before < rules.overnightFrom && after === 1;
  const facts = { unit, before, after, communes };
  return alertEvaluation('suspectOvernight', conditionOf(holds), 'notice', facts);
}

/**
 * At least `equalFiguresCommunes` communes of a province sent the very same figure of an indicator: the same
 * numerator and denominator of a ratio, or the same count, from 20 on. Names the largest such group.
 */
export function evaluateSuspectEqualFigures(
  unit: string,
  indicator: string,
  figures: Iterable<Figure>,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  const largest = largestEqualGroup(figures);
  const sentence = largest.numerator < 0 ? undefined : 'reason.alert.suspectEqualFigures.ratio';
  const { communes, value, numerator, denominator } = largest;
  const facts =
    sentence === undefined
      ? { unit, indicator, communes, value }
      : { unit, indicator, communes, numerator, denominator };
  const condition = largest.known === 0 ? 'noData' : conditionOf(communes >= rules.equalFiguresCommunes);
  return alertEvaluation('suspectEqualFigures', condition, 'notice', facts, sentence);
}

interface EqualGroup {
  communes: number;
  value: number;
  /** -1 for a count. */
  numerator: number;
  denominator: number;
  known: number;
}

function largestEqualGroup(figures: Iterable<Figure>): EqualGroup {
  const groups = new Map<string, number>();
  const largest: EqualGroup = { communes: 0, value: 0, numerator: -1, denominator: -1, known: 0 };
  for (const { value, numerator, denominator } of figures) {
    const size = denominator ?? value;
    if (size === null) continue;
    largest.known += 1;
    if (size < EQUAL_FIGURES_MINIMUM) continue;
    const key = `${numerator ?? ''}/${denominator ?? ''}/${denominator === null ? value : ''}`;
    const communes = (groups.get(key) ?? 0) + 1;
    groups.set(key, communes);
    const isRatio = numerator !== null && denominator !== null;
    const next = {
      value: value ?? 0,
      numerator: isRatio ? numerator : -1,
      denominator: isRatio ? denominator : -1,
    };
    if (isLarger(communes, next, largest)) Object.assign(largest, next, { communes });
  }
  return largest;
}

// Of two groups of one size the larger figure is named, so that the order of communes does not matter.
function isLarger(
  communes: number,
  next: Pick<EqualGroup, 'value' | 'numerator' | 'denominator'>,
  now: EqualGroup,
) {
  if (communes !== now.communes) return communes > now.communes;
  if (next.denominator !== now.denominator) return next.denominator > now.denominator;
  return next.numerator !== now.numerator ? next.numerator > now.numerator : next.value > now.value;
}

/** At least `deadlineDayShare` of the tasks a unit reports as done were done on their very deadline day. */
export function evaluateSuspectDeadlineDay(
  unit: string,
  done: number,
  onDeadlineDay: number,
  rules: RuleSet['alerts'],
): AlertEvaluation {
  if (done === 0) return alertEvaluation('suspectDeadlineDay', 'noData', 'notice', { unit, done });
  const share = onDeadlineDay / done;
  const holds = done >= SUSPICION_MINIMUM && share >= rules.deadlineDayShare;
  return alertEvaluation('suspectDeadlineDay', conditionOf(holds), 'notice', {
    unit,
    done,
    onDeadlineDay,
    share,
  });
}

/** A commune that reports GREEN and a real zero of records received; no figure is no zero. */
export function evaluateSuspectGreenNoRecords(
  unit: string,
  reported: ReportedStatus,
  records: number | null,
): AlertEvaluation {
  if (reported === 'notReported' || records === null) {
    return alertEvaluation('suspectGreenNoRecords', 'noData', 'notice', { unit });
  }
  const holds = reported === 'green' && records === 0;
  return alertEvaluation('suspectGreenNoRecords', conditionOf(holds), 'notice', { unit, records });
}

/**
 * A unit that reports more files signed than signatures made. `signatures` is 0 for a unit that reports to
 * have no digital signatures at all (its signature criteria are not met), null where nobody said.
 */
export function evaluateSuspectSignatures(
  unit: string,
  signatures: number | null,
  signedFiles: number | null,
): AlertEvaluation {
  if (signatures === null || signedFiles === null) {
    return alertEvaluation('suspectSignatures', 'noData', 'notice', { unit });
  }
  const facts = { unit, signatures, signedFiles };
  return alertEvaluation('suspectSignatures', conditionOf(signatures < signedFiles), 'notice', facts);
}
