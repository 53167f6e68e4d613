import type { Colour, ReportedStatus } from '../model.ts';
import type { RuleSet, SuspicionRules } from '../rule-set.ts';
import { type AlertEvaluation, alertEvaluation, conditionOf } from './evaluation.ts';
import { listed } from './sent-months.ts';

// Fewer reports than this make a coincidence, not a pattern.
const SUSPICION_MINIMUM = 5;

/** Communes of a province that were known before and are now, as they stood then and stand now. */
export interface Rise {
  readonly communes: number;
  readonly greenBefore: number;
  readonly greenNow: number;
  /** Communes that turned GREEN. */
  readonly turned: readonly { readonly code: string }[];
  /** Communes that are silent now, and those of them that were GREEN. */
  readonly silent?: number;
  readonly greenSilent?: number;
}

/**
 * A province whose GREEN communes became many more in one cut: by `riseBy` of those that can be compared and by
 * `riseCommunes`. Who had not reported is no rise when it reports again.
 */
export function evaluateSuspectOvernight(
  unit: string,
  { communes, greenBefore, greenNow, turned, silent = 0, greenSilent = 0 }: Rise,
  rules: SuspicionRules,
): AlertEvaluation {
  const isRise = (all: number, was: number, is: number) =>
    // 0.8 - 0.55 is 0.25 with a rounding error: a rise of exactly the threshold counts.
    is - was >= rules.riseCommunes && (is - was) / all >= rules.riseBy - 1e-9;
  if (communes === 0) return alertEvaluation('suspectOvernight', 'noData', 'notice', { unit, communes });
  const [before, after] = [greenBefore / communes, greenNow / communes];
  const holds = isRise(communes, greenBefore, greenNow);
  const mayHold = isRise(communes + silent, greenBefore + greenSilent, greenNow + silent);
  const facts = { unit, before, after, communes, turned: turned.length, ...listed(turned) };
  const condition = holds || !mayHold ? conditionOf(holds) : 'noData';
  return alertEvaluation('suspectOvernight', condition, 'notice', facts);
}

/**
 * At least `deadlineDayShare` of the tasks a unit reports as done were done on their very deadline day. Not cleared where
 * it would hold if the tasks of which nothing was said at this cut (`unsaid`) had been done so as well.
 */
export function evaluateSuspectDeadlineDay(
  unit: string,
  done: number,
  onDeadlineDay: number,
  rules: RuleSet['alerts'],
  unsaid = 0,
): AlertEvaluation {
  const isPattern = (all: number, late: number) =>
    all >= SUSPICION_MINIMUM && late / all >= rules.deadlineDayShare;
  if (done === 0) return alertEvaluation('suspectDeadlineDay', 'noData', 'notice', { unit, done });
  const share = onDeadlineDay / done;
  const holds = isPattern(done, onDeadlineDay);
  const mayHold = isPattern(done + unsaid, onDeadlineDay + unsaid);
  const condition = holds || !mayHold ? conditionOf(holds) : 'noData';
  return alertEvaluation('suspectDeadlineDay', condition, 'notice', {
    unit,
    done,
    onDeadlineDay,
    share,
  });
}

/**
 * A commune that reports GREEN and a real zero of records received; no figure is no zero. One that would be GREEN but for
 * the answers it did not give is not cleared.
 */
export function evaluateSuspectGreenNoRecords(
  unit: string,
  { reported, reportedAtMost }: { readonly reported: ReportedStatus; readonly reportedAtMost: Colour | null },
  records: number | null,
): AlertEvaluation {
  if (reported === 'notReported' || records === null) {
    return alertEvaluation('suspectGreenNoRecords', 'noData', 'notice', { unit });
  }
  const holds = reported === 'green' && records === 0;
  const isOpen = !holds && reportedAtMost === 'green' && records === 0;
  const condition = isOpen ? 'noData' : conditionOf(holds);
  return alertEvaluation('suspectGreenNoRecords', condition, 'notice', { unit, records });
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
