import type { GapCell } from '../gap-ends.ts';
import type { AlertRule, Severity } from '../model.ts';
import { gravest } from './bounds.ts';
import { type AlertEvaluation, alertEvaluation, conditionOf } from './evaluation.ts';
import { listed } from './sent-months.ts';
import { severityOfGap } from './unit-alerts.ts';

type Named = readonly { readonly code: string }[];

/** What a rule may find where not everything was sent. */
export interface Hidden {
  readonly rule: AlertRule;
  readonly severity: Severity;
}

/**
 * Communes of a province of which too little came to know whether RED hides behind the GREEN they report, or reported
 * last; before the outputs are due nobody can tell. One alert names them: communes that are silent are silent together.
 */
export function evaluateEvidenceMissing(unit: string, communes: Named, isDue: boolean): AlertEvaluation {
  const facts = { unit, communes: communes.length, rules: 'gap', ...listed(communes) };
  return missing(communes.length > 0, isDue, 'critical', facts, 'reason.alert.evidenceMissing');
}

/** The same of a province's own gap: the widest that has been possible for so long that it would be alerted. */
export function evaluateOwnEvidence(unit: string, cell: GapCell | null, isDue: boolean): AlertEvaluation {
  const { reported, operating, steps } = cell ?? { reported: 'green', operating: 'green', steps: 0 };
  const facts = { unit, reported, operating, steps, rules: 'gap' };
  return missing(steps > 0, isDue, severityOfGap(steps), facts, 'reason.alert.evidenceMissing.own');
}

/** Tasks of which nobody ever said anything, and which would be late, or due soon, if nothing of them is done. */
export interface UnspokenTasks {
  readonly late: Named;
  readonly soon: Named;
  /** One that is due soon would be behind its pace. */
  readonly isBehind: boolean;
}

/** Overdue, or due soon, unless they were done in silence; until the cut is due a report may still come. */
export function evaluateTasksMissing(
  unit: string,
  { late, soon, isBehind }: UnspokenTasks,
  isDue: boolean,
): AlertEvaluation {
  const { units: codes, more } = listed([...late, ...soon]);
  const rules = [...(late.length > 0 ? ['taskOverdue'] : []), ...(soon.length > 0 ? ['taskDueSoon'] : [])];
  const facts = { unit, tasks: late.length, soon: soon.length, codes, more, rules: rules.join() };
  const severity = late.length > 0 ? 'critical' : isBehind ? 'warning' : 'notice';
  const holds = late.length + soon.length > 0;
  return missing(holds, isDue || !holds, severity, facts, 'reason.alert.evidenceMissing.tasks');
}

/** What the reports that did not come to a cut may hide from the rules that look at reports. */
export interface SilentReports {
  readonly hidden: readonly Hidden[];
  /** Communes that reported nothing, or gave not every answer. */
  readonly silent: Named;
  readonly communes: number;
  /** Of the silent, those that would have fallen if they were RED. */
  readonly fallen: number;
}

/** One alert for each province: what is silent is silent for every rule, and is graver the more it may hide. */
export function evaluateReportsMissing(
  unit: string,
  { hidden, silent, communes, fallen }: SilentReports,
  isDue: boolean,
): AlertEvaluation {
  const counts = { silent: silent.length, communes, fallen };
  const facts = { unit, ...counts, rules: rulesOf(hidden), ...listed(silent) };
  const isKnown = isDue || silent.length === 0;
  const severity = severityOf(hidden);
  return missing(hidden.length > 0, isKnown, severity, facts, 'reason.alert.evidenceMissing.reports');
}

/** The same of one output of a month. */
export function evaluateOutputMissing(
  unit: string,
  indicator: string,
  hidden: readonly Hidden[],
  { silent, worst }: { readonly silent: Named; readonly worst: number },
  isDue: boolean,
): AlertEvaluation {
  const facts = { unit, indicator, silent: silent.length, worst, rules: rulesOf(hidden), ...listed(silent) };
  return missing(hidden.length > 0, isDue, severityOf(hidden), facts, 'reason.alert.evidenceMissing.output');
}

/** The newest month of outputs, where it is too old to say anything, and after how many months one is. */
export interface TooOldMonth {
  readonly cut: string;
  readonly months: number;
}

/** Sentences of outputs where what was sent is too old: then not a commune is asked for a figure, but a newer month. */
const OF_TOO_OLD: Readonly<Record<string, string>> = {
  'reason.alert.evidenceMissing': 'reason.alert.evidenceMissing.old',
  'reason.alert.evidenceMissing.own': 'reason.alert.evidenceMissing.own.old',
  'reason.alert.evidenceMissing.output': 'reason.alert.evidenceMissing.output.old',
};

/** The same, said of a month that is too old. */
export function ofTooOld(evaluation: AlertEvaluation, tooOld: TooOldMonth | null): AlertEvaluation {
  const sentence = OF_TOO_OLD[evaluation.sentence];
  if (tooOld === null || sentence === undefined) return evaluation;
  return { ...evaluation, sentence, facts: { ...evaluation.facts, ...tooOld } };
}

function missing(
  holds: boolean,
  isKnown: boolean,
  severity: Severity,
  facts: AlertEvaluation['facts'],
  sentence: string,
): AlertEvaluation {
  const condition = isKnown ? conditionOf(holds) : 'noData';
  return alertEvaluation('evidenceMissing', condition, severity, facts, sentence);
}

function severityOf(hidden: readonly Hidden[]): Severity {
  return hidden.reduce<Severity>((worst, { severity }) => gravest(worst, severity), 'notice');
}

function rulesOf(hidden: readonly Hidden[]): string {
  return [...new Set(hidden.map(({ rule }) => rule))].join();
}
