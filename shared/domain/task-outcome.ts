import type { SumBounds } from './figure-bounds.ts';
import type { FigureOrEmpty, FigureTotal } from './figures.ts';
import type { IndicatorKind, Reason, TaskOutcome } from './model.ts';
import type { NoEvidence } from './operating.ts';
import { evaluateSum } from './operating-sums.ts';
import { reason } from './reason.ts';
import type { ScheduleEvaluation } from './task-schedule.ts';

/** An output a task is to bring about. Target: fraction for a ratio, per commune and month for a count. */
export interface TaskOutputTarget {
  readonly indicator: string;
  readonly kind: IndicatorKind;
  readonly direction: 'up' | 'down';
  readonly target: number;
}

export type OutputState = 'working' | 'notWorking' | 'noEvidence';

export interface TaskOutputEvaluation {
  readonly indicator: string;
  readonly kind: IndicatorKind;
  readonly direction: 'up' | 'down';
  readonly target: number;
  /** `undetermined`: it hangs on what was not sent. */
  readonly state: OutputState | 'undetermined';
  readonly value: number | null;
  readonly empty: NoEvidence | null;
}

export interface TaskOutcomeEvaluation {
  readonly outcome: TaskOutcome;
  readonly outputState: OutputState;
  readonly schedule: ScheduleEvaluation;
  readonly outputs: readonly TaskOutputEvaluation[];
}

/** A target weighs nothing and is reached with however few files. */
const OF_A_TARGET = { weight: 0, minDenominator: 0, decisive: false } as const;

const STATES = {
  green: 'working',
  yellow: 'notWorking',
  red: 'notWorking',
  undetermined: 'undetermined',
  noEvidence: 'noEvidence',
} as const;

/**
 * One output against its target; without a figure there is no evidence, a real zero is one. It works, or does not, where
 * it does so at both ends of the sum's bounds.
 */
export function evaluateTaskOutput(
  output: TaskOutputTarget,
  figure: FigureOrEmpty | FigureTotal | undefined,
  bounds: SumBounds | null = null,
): TaskOutputEvaluation {
  const { indicator, kind, direction, target } = output;
  const thresholds = { direction, greenFrom: target, yellowFrom: target, ...OF_A_TARGET };
  const { status, value, empty } = evaluateSum({ code: indicator, kind, thresholds }, figure, bounds);
  return { indicator, kind, direction, target, state: STATES[status], value, empty };
}

/** Working only when every output is shown to reach its target; one that fails is enough for not working. */
export function combineOutputs(outputs: readonly TaskOutputEvaluation[]): OutputState {
  if (outputs.some((output) => output.state === 'notWorking')) return 'notWorking';
  const isComplete = outputs.length > 0 && outputs.every((output) => output.state === 'working');
  return isComplete ? 'working' : 'noEvidence';
}

/**
 * What a task's report says beside its outputs. Order: before its start `notYetDue`; no
 * report `notReported`; done: working / not working / no evidence (also when a task has no outputs); past
 * the deadline `late`, even if the outputs work; outputs reach their targets before it is done
 * `workingBeforeDone`; else `open`.
 */
export function evaluateOutcome(
  schedule: ScheduleEvaluation,
  outputs: readonly TaskOutputEvaluation[],
): TaskOutcomeEvaluation {
  const outputState = combineOutputs(outputs);
  return { outcome: outcomeOf(schedule, outputState), outputState, schedule, outputs };
}

function outcomeOf({ schedule, empty }: ScheduleEvaluation, outputs: OutputState): TaskOutcome {
  if (empty !== null) return empty;
  if (schedule === 'done') {
    if (outputs === 'noEvidence') return 'doneNoEvidence';
    return outputs === 'working' ? 'doneWorking' : 'doneNotWorking';
  }
  if (schedule === 'overdue') return 'late';
  return outputs === 'working' ? 'workingBeforeDone' : 'open';
}

/** The sentences behind an outcome: the outcome, then every output with its target. */
export function explainOutcome(evaluation: TaskOutcomeEvaluation): Reason[] {
  const { outcome, outputs, outputState } = evaluation;
  const count = outputs.length;
  const head =
    count === 0 && outcome === 'doneNoEvidence'
      ? reason('reason.outcome.doneNoOutputs')
      : reason(`reason.outcome.${outcome}`, { count, outputState });
  return [head, ...outputs.map(explainOutput)];
}

function explainOutput(output: TaskOutputEvaluation): Reason {
  const { indicator, kind, direction, target, state, value, empty } = output;
  if (value === null) return reason(`reason.indicator.${empty ?? 'notReported'}`, { indicator });
  const code = kind === 'count' ? 'reason.output.count' : 'reason.output.ratio';
  return reason(code, { indicator, state, value, direction, target });
}
