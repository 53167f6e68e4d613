import type { AlertRule, Reason, Severity } from '../model.ts';
import { reason } from '../reason.ts';

/** Whether an alert's condition is there. `noData`: nobody can tell, so nothing starts and nothing ends. */
export type AlertCondition = 'holds' | 'clear' | 'noData';

/** Result of a rule and the facts used; the facts are the values of its sentence, as codes and numbers. */
export interface AlertEvaluation {
  readonly rule: AlertRule;
  readonly condition: AlertCondition;
  readonly severity: Severity;
  /** Not everything is known: an alert that was graver stays so. */
  readonly isAtLeast?: boolean;
  /** How grave it may be beyond what is certain: so grave is the alert that evidence is missing. Null for certain. */
  readonly missing?: Severity | null;
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

/** What a rule's evidence is counted in: reports of status cuts, or months of outputs. */
export type EvidenceUnit = 'cut' | 'month';

interface AlertTrait {
  /** Waits for `pendingCuts` readings; the others speak of something that is a fact at once. */
  readonly isPatient: boolean;
  /** Cuts of which its figures are: a month that speaks at five cuts is one piece of evidence. */
  readonly evidence: EvidenceUnit;
  /** A question stays until somebody has taken it, even when its evidence has gone. */
  readonly isQuestion: boolean;
}

const PATIENT: AlertTrait = { isPatient: true, isQuestion: false, evidence: 'cut' };
const FACT: AlertTrait = { isPatient: false, isQuestion: false, evidence: 'cut' };
const QUESTION: AlertTrait = { isPatient: false, isQuestion: true, evidence: 'cut' };

const byMonth = (trait: AlertTrait): AlertTrait => ({ ...trait, evidence: 'month' });

/** How each rule behaves in the life cycle. 'gap' counts its own months (`gapLastsCuts`). */
export const ALERT_TRAITS: Readonly<Record<AlertRule, AlertTrait>> = {
  taskOverdue: FACT,
  taskDueSoon: FACT,
  coverageLow: PATIENT,
  criterionMissing: PATIENT,
  onlineLow: byMonth(PATIENT),
  onlineFalling: byMonth(FACT),
  gap: byMonth(FACT),
  noReport: FACT,
  regression: FACT,
  suspectOvernight: QUESTION,
  suspectEqualFigures: byMonth(QUESTION),
  suspectEqualRows: byMonth(QUESTION),
  suspectRepeatedRow: byMonth(QUESTION),
  suspectJump: byMonth(QUESTION),
  suspectDeadlineDay: QUESTION,
  suspectGreenNoRecords: byMonth(QUESTION),
  suspectSignatures: byMonth(QUESTION),
  evidenceMissing: byMonth(FACT),
};

/**
 * What the evidence of an alert is counted in; a subject of outputs is looked at month by month, whatever the rule, one of
 * tasks or of reports never.
 */
export function evidenceUnitOf(rule: AlertRule, subject: string): EvidenceUnit {
  if (subject.endsWith('|tasks') || subject.endsWith('|reports')) return 'cut';
  return subject.endsWith('|outputs') ? 'month' : ALERT_TRAITS[rule].evidence;
}

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
