import type { ReportedStatus } from '../model.ts';
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
}

/**
 * A province whose GREEN communes became many more in one cut: by `riseBy` of those that can be compared and by
 * `riseCommunes`. Who had not reported is no rise when it reports again.
 */
export function evaluateSuspectOvernight(
  unit: string,
  { communes, greenBefore, greenNow, turned }: Rise,
  rules: SuspicionRules,
): AlertEvaluation {
  if (communes === 0) return alertEvaluation('suspectOvernight', 'noData', 'notice', { unit, communes });
  const [before, after] = [greenBefore / communes, greenNow / communes];
  // 0.8 - 0.55 is 0.25 with a rounding error: a rise of exactly the threshold counts.
  const holds = greenNow - greenBefore >= rules.riseCommunes && after - before >= rules.riseBy - 1e-9;
  const facts = { unit, before, after, communes, turned: turned.length, ...listed(turned) };
  return alertEvaluation('suspectOvernight', conditionOf(holds), 'notice', facts);
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
