import type { AlertRule, AlertState } from '../model.ts';
import { type Day, vietnamDay } from '../periods.ts';
import type { RuleSet } from '../rule-set.ts';
import { ALERT_TRAITS, type AlertCondition } from './evaluation.ts';

/*
 *            holds x pendingCuts            person                    clear x resolveCuts
 *  (none) -> pending ----------> firing <----------> acknowledged ------------------------> resolved
 *               | clear             ^  \--person---> snoozed --- next cut --> firing           |
 *               v                                                                              v holds
 *            resolved                                       no data changes nothing        a new alert
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
}

/** What the cuts alone say of an alert, without what people did. */
export interface AlertCourse {
  readonly phase: 'pending' | 'firing' | 'resolved';
  /** Cuts with data in which the condition held. */
  readonly held: number;
  /** Cuts with data in a row, up to the last, in which it did not. */
  readonly clear: number;
  readonly firedCut: string | null;
}

/** One alert; plain data that can be stored as JSON. */
export interface AlertRecord extends AlertCourse {
  readonly rule: AlertRule;
  readonly state: AlertState;
  readonly sinceCut: string;
  readonly lastCut: AlertCut;
  /** The course as it stood before `lastCut`, so that the same cut can be judged again; null = opened there. */
  readonly before: AlertCourse | null;
  readonly handling: AlertHandling | null;
}

export type AlertEventKind = 'opened' | 'fired' | 'acknowledged' | 'snoozed' | 'woken' | 'noted' | 'resolved';

export interface AlertEvent {
  readonly kind: AlertEventKind;
  readonly from: AlertState | null;
  readonly to: AlertState;
  readonly cut: string;
  /** The person, or null for the program. */
  readonly who: string | null;
  readonly note: string | null;
}

/** `isNew` = this is another alert than the one that came in (which stays resolved as it is). */
export interface AlertStep {
  readonly record: AlertRecord | null;
  readonly isNew: boolean;
  readonly events: readonly AlertEvent[];
}

type CycleRules = Pick<RuleSet['alerts'], 'pendingCuts' | 'resolveCuts'>;

const NO_EVENTS: readonly AlertEvent[] = [];
const GONE: AlertCourse = { phase: 'resolved', held: 0, clear: 0, firedCut: null };

/**
 * The alert after one more cut. `record` is the latest alert of this rule and subject, null when there is
 * none. Judging the same cut again starts from what stood before it: nothing is counted twice, nobody's
 * acknowledgement is lost, and the same condition gives no event. A cut older than the last is ignored.
 * Missing data never starts nor resolves anything. A resolved alert whose condition comes back at a later cut
 * gives a new record.
 */
export function stepAlert(
  record: AlertRecord | null,
  rule: AlertRule,
  condition: AlertCondition,
  cut: AlertCut,
  rules: CycleRules,
): AlertStep {
  if (record === null) return openAlert(rule, condition, cut, rules);
  const order = Date.parse(cut.asOf) - Date.parse(record.lastCut.asOf);
  const isSameCut = record.lastCut.code === cut.code;
  if (!isSameCut && order < 0) return { record, isNew: false, events: NO_EVENTS };
  if (isSameCut) return moveAlert(record, record.before, record.handling, condition, cut, rules);
  if (record.phase !== 'resolved') {
    return moveAlert(record, courseOf(record), handlingAt(record.handling, cut), condition, cut, rules);
  }
  const opened = openAlert(rule, condition, cut, rules);
  return opened.record === null ? { record, isNew: false, events: NO_EVENTS } : opened;
}

function openAlert(rule: AlertRule, condition: AlertCondition, cut: AlertCut, rules: CycleRules): AlertStep {
  const course = advance(null, rule, condition, cut, false, rules);
  if (course === null) return { record: null, isNew: false, events: NO_EVENTS };
  const state = course.phase;
  const record = { rule, state, ...course, sinceCut: cut.code, lastCut: cut, before: null, handling: null };
  return { record, isNew: true, events: eventsBetween(null, state, cut) };
}

function moveAlert(
  record: AlertRecord,
  before: AlertCourse | null,
  handling: AlertHandling | null,
  condition: AlertCondition,
  cut: AlertCut,
  rules: CycleRules,
): AlertStep {
  const isTaken = isTakenBefore(handling, cut);
  const advanced = advance(before, record.rule, condition, cut, isTaken, rules);
  // Data that was withdrawn from the very cut that opened the alert is missing data: it resolves nothing.
  const withoutData = condition === 'noData' ? courseOf(record) : GONE;
  const course = advanced ?? withoutData;
  const state = stateOf(course.phase, handling);
  const moved: AlertRecord = { ...record, ...course, state, lastCut: cut, before, handling };
  return { record: moved, isNew: false, events: eventsBetween(record.state, state, cut) };
}

function advance(
  course: AlertCourse | null,
  rule: AlertRule,
  condition: AlertCondition,
  cut: AlertCut,
  isTaken: boolean,
  rules: CycleRules,
): AlertCourse | null {
  if (condition === 'noData') return course;
  if (condition === 'clear') return course === null ? null : cleared(course, rule, isTaken, rules);
  const held = (course?.held ?? 0) + 1;
  const needed = ALERT_TRAITS[rule].isPatient ? rules.pendingCuts : 1;
  const isFiring = course?.phase === 'firing' || held >= needed;
  const firedCut = isFiring ? (course?.firedCut ?? cut.code) : null;
  return { phase: isFiring ? 'firing' : 'pending', held, clear: 0, firedCut };
}

// One that never fired goes with the first clear cut; hysteresis is for those that people have seen.
function cleared(course: AlertCourse, rule: AlertRule, isTaken: boolean, rules: CycleRules): AlertCourse {
  const clear = course.clear + 1;
  const mayGo = isTaken || !ALERT_TRAITS[rule].isQuestion;
  const isGone = course.phase === 'pending' || (mayGo && clear >= rules.resolveCuts);
  return { ...course, clear, phase: isGone ? 'resolved' : course.phase };
}

// Taken at this very cut does not end a question yet: judging the cut again must change nothing.
function isTakenBefore(handling: AlertHandling | null, cut: AlertCut): boolean {
  return handling?.kind === 'acknowledged' && Date.parse(handling.asOf) < Date.parse(cut.asOf);
}

function courseOf({ phase, held, clear, firedCut }: AlertRecord): AlertCourse {
  return { phase, held, clear, firedCut };
}

function handlingAt(handling: AlertHandling | null, cut: AlertCut): AlertHandling | null {
  if (handling === null || handling.kind === 'snoozed') return null;
  const hasEnded = handling.until !== null && vietnamDay(cut.asOf) > handling.until;
  return hasEnded ? null : handling;
}

function stateOf(phase: AlertCourse['phase'], handling: AlertHandling | null): AlertState {
  return phase === 'firing' && handling !== null ? handling.kind : phase;
}

function eventsBetween(from: AlertState | null, to: AlertState, cut: AlertCut): readonly AlertEvent[] {
  if (from === to) return NO_EVENTS;
  const event = (kind: AlertEventKind, before: AlertState | null, after: AlertState): AlertEvent => {
    return { kind, from: before, to: after, cut: cut.code, who: null, note: null };
  };
  if (from === null) {
    const opened = event('opened', null, to === 'firing' ? 'pending' : to);
    return to === 'firing' ? [opened, event('fired', 'pending', to)] : [opened];
  }
  return [event(kindOfMove(from, to), from, to)];
}

function kindOfMove(from: AlertState, to: AlertState): AlertEventKind {
  if (to === 'resolved') return 'resolved';
  if (from === 'resolved' || to === 'pending') return 'opened';
  if (to === 'firing') return from === 'pending' ? 'fired' : 'woken';
  return to === 'snoozed' ? 'snoozed' : 'acknowledged';
}

/**
 * The alert after a person took it or put it aside until the next cut. Possible while it fires, is
 * acknowledged or snoozed; the same decision twice is one. A pending or resolved alert comes back unchanged.
 */
export function handleAlert(
  record: AlertRecord,
  decision: Omit<AlertHandling, 'asOf'>,
): { readonly record: AlertRecord; readonly events: readonly AlertEvent[] } {
  const { kind, who, note } = decision;
  const handling = { ...decision, asOf: record.lastCut.asOf };
  if (record.phase !== 'firing' || isSameHandling(record.handling, handling))
    return { record, events: NO_EVENTS };
  const event = { kind, from: record.state, to: kind, cut: record.lastCut.code, who, note };
  return { record: { ...record, handling, state: kind }, events: [event] };
}

/** The alert after a person gave it back: it fires again if it was taken or put aside, else it is unchanged. */
export function wakeAlert(
  record: AlertRecord,
  who: string,
  note: string,
): { readonly record: AlertRecord; readonly events: readonly AlertEvent[] } {
  if (record.handling === null || record.phase !== 'firing') return { record, events: NO_EVENTS };
  const to = record.phase;
  const event = { kind: 'woken' as const, from: record.state, to, cut: record.lastCut.code, who, note };
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
