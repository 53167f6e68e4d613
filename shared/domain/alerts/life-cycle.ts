import { type AlertRule, type AlertState, SEVERITIES, type Severity } from '../model.ts';
import { type Day, vietnamDay } from '../periods.ts';
import type { RuleSet } from '../rule-set.ts';
import { gravest } from './bounds.ts';
import { ALERT_TRAITS, type AlertCondition } from './evaluation.ts';

/*
 *            holds x pendingCuts            person                    clear x resolveCuts
 *  (none) -> pending ----------> firing <----------> acknowledged ------------------------> resolved
 *               | clear             ^  \--person---> snoozed --- next cut --> firing           |
 *               v                    worse than what was taken --> firing                      v holds
 *            resolved                                       no data changes nothing        a new alert
 *
 * 'x pendingCuts' and 'x resolveCuts' count evidence: a reading counts when it rests on another cut than the last
 * counted one.
 */

export interface AlertCut {
  readonly code: string;
  /** UTC instant in ISO form. */
  readonly asOf: string;
}

/** What a person decided. An acknowledgement ends after its last day; a snooze ends with the next cut. */
export interface AlertHandling {
  readonly kind: 'acknowledged' | 'snoozed';
  readonly who: string;
  readonly note: string;
  /** Last day of an acknowledgement, null = as long as the alert lives. */
  readonly until: Day | null;
  /** asOf of the cut that was the last one when the person decided. */
  readonly asOf: string;
  /** How grave the alert was that they decided about: one that becomes worse than that is theirs no more. */
  readonly severity?: Severity | undefined;
}

/** One alert; plain data that can be stored as JSON. */
export interface AlertRecord {
  readonly rule: AlertRule;
  readonly state: AlertState;
  /** What the cuts alone say of the alert, without what people did. */
  readonly phase: 'pending' | 'firing' | 'resolved';
  /** Of the last cut in which the condition held. */
  readonly severity: Severity;
  /** Pieces of evidence on which the condition held. */
  readonly held: number;
  /** Cuts with data in which it held: more where the same month spoke at several. */
  readonly heldCuts: number;
  /** Pieces of evidence in a row, up to the last, on which it did not. */
  readonly clear: number;
  /** Codes of the cuts that the last counted readings rested on; null before the first. */
  readonly heldOn: string | null;
  readonly clearOn: string | null;
  readonly firedCut: string | null;
  readonly sinceCut: string;
  readonly lastCut: AlertCut;
  readonly handling: AlertHandling | null;
}

type AlertCourse = Pick<
  AlertRecord,
  'phase' | 'severity' | 'held' | 'heldCuts' | 'clear' | 'heldOn' | 'clearOn' | 'firedCut'
>;

/** What a rule finds of an alert at a cut. */
export interface AlertSeen {
  readonly rule: AlertRule;
  readonly condition: AlertCondition;
  readonly severity: Severity;
  /** Not everything is known: an alert that was graver stays so. */
  readonly isAtLeast?: boolean | undefined;
  /** Code of the cut that the figures are of: the month that speaks, or the cut itself. */
  readonly on: string;
}

export type AlertEventKind = 'opened' | 'fired' | 'acknowledged' | 'snoozed' | 'woken' | 'noted' | 'resolved';

/** Why the program did what nobody would expect of the figures alone. */
export const ALERT_CAUSES = ['worse', 'ruleOff', 'retired'] as const;
export type AlertCause = (typeof ALERT_CAUSES)[number];

export interface AlertEvent {
  readonly kind: AlertEventKind;
  readonly from: AlertState | null;
  readonly to: AlertState;
  readonly cut: string;
  /** The person, or null for the program. */
  readonly who: string | null;
  readonly note: string | null;
  readonly cause: AlertCause | null;
}

export interface AlertStep<Outcome extends AlertRecord | null = AlertRecord | null> {
  readonly record: Outcome;
  readonly events: readonly AlertEvent[];
}

type CycleRules = Pick<RuleSet['alerts'], 'pendingCuts' | 'resolveCuts'>;

/**
 * The alert after one more cut. `record` is the alert of this rule and subject that was open at the cut before, null
 * when there was none: one that comes back after it was resolved is another. Missing data never starts nor resolves
 * anything. One that becomes worse than what a person took fires again.
 */
export function stepAlert(
  record: AlertRecord | null,
  seen: AlertSeen,
  cut: AlertCut,
  rules: CycleRules,
): AlertStep {
  const lasting = record === null ? null : handlingAt(record.handling, cut);
  const isWorsened = record !== null && seen.condition === 'holds' && isWorse(seen.severity, record);
  const handling = isWorsened ? null : lasting;
  const course = advance(record, seen, cut, handling, rules);
  if (course === null) return { record: null, events: [] };
  const { rule } = seen;
  const state = stateOf(course.phase, handling);
  const sinceCut = record?.sinceCut ?? cut.code;
  return {
    record: { ...course, rule, state, sinceCut, lastCut: cut, handling },
    events: eventsBetween(record?.state ?? null, state, cut, isWorsened ? 'worse' : null),
  };
}

/** Whether `severity` is worse than what a person decided about; false where nobody has. */
export function isWorse(
  severity: Severity,
  { handling, severity: last }: Pick<AlertRecord, 'handling' | 'severity'>,
): boolean {
  if (handling === null) return false;
  return SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(handling.severity ?? last);
}

/** The alert after its rule was switched off, or what it is about has left the plan or is no more: it ends, not by the data. */
export function endAlert(
  record: AlertRecord,
  cut: AlertCut,
  cause: 'ruleOff' | 'retired',
): AlertStep<AlertRecord> {
  const ended = { ...record, phase: 'resolved', state: 'resolved', lastCut: cut, handling: null } as const;
  return { record: ended, events: eventsBetween(record.state, 'resolved', cut, cause) };
}

function advance(
  course: AlertCourse | null,
  { rule, condition, severity: seen, isAtLeast = false, on }: AlertSeen,
  cut: AlertCut,
  handling: AlertHandling | null,
  rules: CycleRules,
): AlertCourse | null {
  if (condition === 'noData') return course;
  if (condition === 'clear') return course === null ? null : cleared(course, rule, on, handling, rules);
  const held = (course?.held ?? 0) + (course?.heldOn === on ? 0 : 1);
  const severity = isAtLeast && course !== null ? gravest(course.severity, seen) : seen;
  const heldCuts = (course?.heldCuts ?? 0) + 1;
  const needed = ALERT_TRAITS[rule].isPatient ? rules.pendingCuts : 1;
  const isFiring = course?.phase === 'firing' || held >= needed;
  const firedCut = isFiring ? (course?.firedCut ?? cut.code) : null;
  const phase = isFiring ? 'firing' : 'pending';
  return { phase, severity, held, heldCuts, clear: 0, heldOn: on, clearOn: null, firedCut };
}

// One that never fired goes with the first clear cut; hysteresis is for those that people have seen.
function cleared(
  course: AlertCourse,
  rule: AlertRule,
  on: string,
  handling: AlertHandling | null,
  rules: CycleRules,
): AlertCourse {
  const clear = course.clear + (course.clearOn === on ? 0 : 1);
  const mayGo = handling?.kind === 'acknowledged' || !ALERT_TRAITS[rule].isQuestion;
  const isGone = course.phase === 'pending' || (mayGo && clear >= rules.resolveCuts);
  return { ...course, clear, clearOn: on, phase: isGone ? 'resolved' : course.phase };
}

function handlingAt(handling: AlertHandling | null, cut: AlertCut): AlertHandling | null {
  if (handling === null || handling.kind === 'snoozed') return null;
  const hasEnded = handling.until !== null && vietnamDay(cut.asOf) > handling.until;
  return hasEnded ? null : handling;
}

function stateOf(phase: AlertCourse['phase'], handling: AlertHandling | null): AlertState {
  return phase === 'firing' && handling !== null ? handling.kind : phase;
}

function eventsBetween(
  from: AlertState | null,
  to: AlertState,
  cut: AlertCut,
  cause: AlertCause | null,
): readonly AlertEvent[] {
  if (from === to) return [];
  const event = (kind: AlertEventKind, before: AlertState | null, after: AlertState): AlertEvent => {
    return { kind, from: before, to: after, cut: cut.code, who: null, note: null, cause };
  };
  if (from === null) {
    const opened = event('opened', null, to === 'firing' ? 'pending' : to);
    return to === 'firing' ? [opened, event('fired', 'pending', to)] : [opened];
  }
  return [event(kindOfMove(from, to), from, to)];
}

function kindOfMove(from: AlertState, to: AlertState): AlertEventKind {
  if (to === 'resolved') return 'resolved';
  return from === 'pending' ? 'fired' : 'woken';
}

/**
 * The alert after a person took it or put it aside until the next cut. Possible while it fires, is
 * acknowledged or snoozed; the same decision twice is one. A pending or resolved alert comes back unchanged.
 */
export function handleAlert(
  record: AlertRecord,
  decision: Omit<AlertHandling, 'asOf'>,
): AlertStep<AlertRecord> {
  const { kind, who, note, severity = record.severity } = decision;
  const handling = { ...decision, severity, asOf: record.lastCut.asOf };
  if (record.phase !== 'firing' || isSameHandling(record.handling, handling)) return { record, events: [] };
  const event = { kind, from: record.state, to: kind, cut: record.lastCut.code, who, note, cause: null };
  return { record: { ...record, handling, state: kind }, events: [event] };
}

/** The alert after a person gave it back: it fires again if it was taken or put aside, else it is unchanged. */
export function wakeAlert(record: AlertRecord, who: string, note: string): AlertStep<AlertRecord> {
  if (record.handling === null || record.phase !== 'firing') return { record, events: [] };
  const to = record.phase;
  const { code: cut } = record.lastCut;
  const event = { kind: 'woken' as const, from: record.state, to, cut, who, note, cause: null };
  return { record: { ...record, handling: null, state: to }, events: [event] };
}

function isSameHandling(left: AlertHandling | null, right: AlertHandling): boolean {
  return (
    left !== null &&
    left.kind === right.kind &&
    left.who === right.who &&
    left.note === right.note &&
    left.until === right.until &&
    left.asOf === right.asOf
  );
}
