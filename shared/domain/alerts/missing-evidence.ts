import { type GapEvaluation, worstGap } from '../gap.ts';
import type { Colour, OperatingStatus, ReportedStatus } from '../model.ts';
import { type AlertEvaluation, alertEvaluation, conditionOf } from './evaluation.ts';

/**
 * Communes of a province that report GREEN and of which too little came to know whether RED hides behind it; before the
 * outputs are due nobody can tell, nor where the only ones that could hide it report nothing any more (`silent`). One alert
 * names how many: communes that are silent are silent together.
 */
export function evaluateEvidenceMissing(
  unit: string,
  {
    communes,
    silent,
    isDue,
  }: { readonly communes: number; readonly silent: number; readonly isDue: boolean },
): AlertEvaluation {
  const facts = { unit, communes };
  const isKnown = isDue && (communes > 0 || silent === 0);
  return alertEvaluation(
    'evidenceMissing',
    isKnown ? conditionOf(communes > 0) : 'noData',
    'critical',
    facts,
  );
}

/**
 * The same of a province's own gap: it holds while the worse end of its operation would be alerted. Without a colour of
 * what it reported nobody can tell.
 */
export function evaluateOwnEvidence(
  unit: string,
  worst: GapEvaluation,
  { isPossible, isDue }: { readonly isPossible: boolean; readonly isDue: boolean },
): AlertEvaluation {
  const { reported, operating } = worst;
  const isKnown = isDue && worst.steps !== null;
  const steps = worst.steps ?? 0;
  const severity = steps > 1 ? 'critical' : 'warning';
  const condition = isKnown ? conditionOf(isPossible && steps > 0) : 'noData';
  const facts = { unit, reported, operating, steps };
  return alertEvaluation('evidenceMissing', condition, severity, facts, 'reason.alert.evidenceMissing.own');
}

/** Tasks past their deadline of which nobody ever said anything: overdue, unless they were done in silence. */
export function evaluateTasksMissing(unit: string, tasks: number): AlertEvaluation {
  const condition = conditionOf(tasks > 0);
  return alertEvaluation(
    'evidenceMissing',
    condition,
    'critical',
    { unit, tasks },
    'reason.alert.evidenceMissing.tasks',
  );
}

/** Whether a gap is possible and not certain. */
export function isPossibleGap(
  reported: ReportedStatus,
  operating: OperatingStatus,
  atLeast: Colour | null,
): boolean {
  const isUnknown = operating === 'undetermined' || operating === 'noEvidence';
  return isUnknown && (worstGap(reported, operating, atLeast).steps ?? 0) > 0;
}
