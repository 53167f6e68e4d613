import type { AlertRule, Reason, Severity } from '../model.ts';
import { reason } from '../reason.ts';

/** Whether an alert's condition is there. `noData`: nobody can tell, so nothing starts and nothing ends. */
export type AlertCondition = 'holds' | 'clear' | 'noData';

/** Result of a rule and the facts used; the facts are the values of its sentence, as codes and numbers. */
export interface AlertEvaluation {
  readonly rule: AlertRule;
  readonly condition: AlertCondition;
  readonly severity: Severity;
  /** Key of the sentence when the condition holds. */
  readonly sentence: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The condition in words: the rule's own sentence when it holds, else that it is gone or unknown. */
export function explainAlert(evaluation: AlertEvaluation): Reason {
  const { condition, sentence, facts } = evaluation;
  if (condition === 'holds') return reason(sentence, facts);
  return reason(`reason.alert.${condition}`);
}

interface AlertTrait {
  /** Waits for `pendingCuts` cuts; the others speak of something that is a fact at once. */
  readonly isPatient: boolean;
  /** A question stays until somebody has taken it, even when its evidence has gone. */
  readonly isQuestion: boolean;
}

const PATIENT: AlertTrait = { isPatient: true, isQuestion: false };
const FACT: AlertTrait = { isPatient: false, isQuestion: false };
const QUESTION: AlertTrait = { isPatient: false, isQuestion: true };

/** How each rule behaves in the life cycle. 'gap' counts its own cuts (`gapLastsCuts`). */
export const ALERT_TRAITS: Readonly<Record<AlertRule, AlertTrait>> = {
  taskOverdue: FACT,
  taskDueSoon: FACT,
  coverageLow: PATIENT,
  criterionMissing: PATIENT,
  onlineLow: PATIENT,
  onlineFalling: FACT,
  gap: FACT,
  noReport: FACT,
  regression: FACT,
  suspectOvernight: QUESTION,
  suspectEqualFigures: QUESTION,
  suspectEqualRows: QUESTION,
  suspectRepeatedRow: QUESTION,
  suspectJump: QUESTION,
  suspectDeadlineDay: QUESTION,
  suspectGreenNoRecords: QUESTION,
  suspectSignatures: QUESTION,
};

/** An evaluation whose sentence is the rule's only one. */
export function alertEvaluation(
  rule: AlertRule,
  condition: AlertCondition,
  severity: Severity,
  facts: Readonly<Record<string, string | number>>,
  sentence = `reason.alert.${rule}`,
): AlertEvaluation {
  return { rule, condition, severity, sentence, facts };
}

/** `holds` or `clear` for something that is known. */
export function conditionOf(holds: boolean): AlertCondition {
  return holds ? 'holds' : 'clear';
}
