import type { AlertEvaluation } from '#shared/domain/alerts/evaluation.ts';

/** What one rule says of one subject at a cut. */
export interface Finding {
  /** What the rule looked at: 'unit:31', 'unit:31|task:2.03', 'unit:11629|indicator:documents_signed', 'unit:31|outputs'. */
  readonly subject: string;
  readonly unitId: number;
  readonly taskId: number | null;
  readonly indicatorId: number | null;
  readonly evaluation: AlertEvaluation;
}

export type Keyed = { readonly id: number; readonly code: string };

/** A rule that looks at a unit as a whole. */
export function unitFinding(unit: Keyed, evaluation: AlertEvaluation): Finding {
  return { subject: `unit:${unit.code}`, unitId: unit.id, taskId: null, indicatorId: null, evaluation };
}

/** A rule that looks at all monthly outputs of a unit, apart from what it reports of its criteria. */
export function outputsFinding(unit: Keyed, evaluation: AlertEvaluation): Finding {
  return { ...unitFinding(unit, evaluation), subject: `unit:${unit.code}|outputs` };
}

/** A rule that looks at one task at the body that owes it. */
export function taskFinding(unit: Keyed, task: Keyed, evaluation: AlertEvaluation): Finding {
  const subject = `unit:${unit.code}|task:${task.code}`;
  return { subject, unitId: unit.id, taskId: task.id, indicatorId: null, evaluation };
}

/** A rule that looks at one criterion or output of a unit. */
export function indicatorFinding(unit: Keyed, indicator: Keyed, evaluation: AlertEvaluation): Finding {
  const subject = `unit:${unit.code}|indicator:${indicator.code}`;
  return { subject, unitId: unit.id, taskId: null, indicatorId: indicator.id, evaluation };
}
