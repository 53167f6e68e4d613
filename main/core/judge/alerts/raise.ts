import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { type AlertEvaluation, evidenceUnitOf, explainAlert } from '#shared/domain/alerts/evaluation.ts';
import {
  type AlertEvent,
  type AlertRecord,
  type AlertStep,
  endAlert,
  handleAlert,
  isWorse,
  stepAlert,
  wakeAlert,
} from '#shared/domain/alerts/life-cycle.ts';
import type { AlertRule, Reason, ReportedStatus } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { colourRank } from '#shared/domain/ranking.ts';
import { alertKeeper } from './alert-store.ts';
import { takeOver } from './alias-store.ts';
import { type CutToRaise, loadCutFacts, statusCutBefore } from './cut-facts.ts';
import {
  type AlertEventRow,
  type Decision,
  eventRow,
  loadDecisions,
  reconcileEvents,
} from './event-store.ts';
import { findCommunes } from './find-communes.ts';
import { findMissingEvidence } from './find-missing.ts';
import { findProvinces } from './find-provinces.ts';
import { findTasks } from './find-tasks.ts';
import type { Finding } from './finding.ts';
import { openAlerts } from './open-alerts.ts';
import { loadReadings, type Reading, replaceReadings } from './reading-store.ts';
import { recordAt } from './record.ts';

const keyOf = (rule: AlertRule, subject: string) => `${rule}|${subject}`;

/**
 * Steps the life cycle of every alert to this cut: from how each stood at the status cut before, what the rules
 * find now, and what people decided at this cut. Runs in the caller's transaction, after the statuses of the cut
 * and in the order of cuts; a cut judged again gives the same rows, so nothing is doubled and no decision lost.
 * Pauses now and then.
 */
export function* raiseSteps(database: WriteDatabase, raised: CutToRaise): Generator<void, void> {
  const { cut, cuts, judged, kept } = raised;
  // Once for all alerts: among the cuts of a year it would take longer than everything else here.
  const cutBefore = statusCutBefore(cuts, cut);
  const before = loadReadings(database, cutBefore?.id ?? null);
  const open = openAlerts(before);
  const facts = loadCutFacts(database, raised, open);
  yield;
  const { isOff } = facts;
  const findings = [...findTasks(facts), ...findProvinces(facts)];
  yield;
  findings.push(...findMissingEvidence(facts, findings), ...findCommunes(facts));
  yield;
  const book = openBook(database, raised);
  for (const finding of findings) {
    const { rule, condition } = finding.evaluation;
    if (isOff(rule)) continue;
    const last = open.take(rule, finding.subject);
    if (last !== null || condition === 'holds') {
      book.enter(last, finding, stepOf(last, finding, raised, cutBefore));
    }
  }
  yield;
  const { positions } = judged.ground;
  const isRetired = retiredAt(raised);
  for (const last of open.rest()) {
    const record = recordOf(last, cutBefore);
    // Of a unit that is no more nothing is to be waited for, an answer neither; else a rule without a say is missing data.
    const isGone = !positions.has(last.unitId) || isRetired(last.subject);
    const cause = isOff(last.rule) ? 'ruleOff' : isGone ? 'retired' : null;
    const seen = { rule: last.rule, condition: 'noData', severity: last.severity, on: cut.code } as const;
    book.enter(
      last,
      null,
      cause === null ? stepAlert(record, seen, cut, kept.rules.alerts) : endAlert(record, cut, cause),
    );
  }
  yield;
  book.close();
}

/** Whether what an alert is about is no longer in the plan on the day of the cut: its task, or its indicator. */
function retiredAt({ cut, kept }: CutToRaise): (subject: string) => boolean {
  const day = vietnamDay(cut.asOf);
  const held = new Set([
    ...kept.tasksOn(day).map(({ code }) => `task:${code}`),
    ...kept.indicatorsOn(day).map(({ code }) => `indicator:${code}`),
  ]);
  return (subject) => {
    const about = /\|((?:task|indicator):.*)$/.exec(subject)?.[1];
    return about !== undefined && !held.has(about);
  };
}

function stepOf(
  last: Reading | null,
  finding: Finding,
  raised: CutToRaise,
  cutBefore: CutRecord | null,
): AlertStep {
  const record = last === null ? null : recordOf(last, cutBefore);
  const { rule, condition, severity, isAtLeast } = finding.evaluation;
  const seen = { rule, condition, severity, isAtLeast, on: evidenceCut(last, finding, raised) };
  return stepAlert(record, seen, raised.cut, raised.kept.rules.alerts);
}

/**
 * Code of the cut that a finding rests on. A gap lasts by its outputs and ends by the side that changed: where the
 * locality lowered its own report, by its reports. What it did not report lowers nothing.
 */
function evidenceCut(
  last: Reading | null,
  finding: Finding,
  { cut, outputsCut, tooOld }: CutToRaise,
): string {
  const { rule, condition, facts } = finding.evaluation;
  const month = (outputsCut ?? tooOld)?.code ?? cut.code;
  if (rule === 'gap' && condition === 'clear' && last !== null) {
    const { reported } = (JSON.parse(last.evidence) as Reason).values;
    return isLowered(reported, facts.reportedAtMost) ? cut.code : month;
  }
  return evidenceUnitOf(rule, finding.subject) === 'month' ? month : cut.code;
}

function isLowered(before: unknown, now: unknown): boolean {
  return (colourRank(now as ReportedStatus) ?? 0) < (colourRank(before as ReportedStatus) ?? 0);
}

/** The record standing at the cut before. */
function recordOf(last: Reading, before: CutRecord | null): AlertRecord {
  if (before === null) throw new Error('An alert without a cut before');
  return recordAt(last, before);
}

/** Collects the readings and events of a cut and writes them at the end. */
function openBook(database: WriteDatabase, { cut, now }: CutToRaise) {
  const readings: Reading[] = [];
  const events: AlertEventRow[] = [];
  const at = now ?? cut.asOf;
  const decisions = Map.groupBy(loadDecisions(database, cut.id), (one) => keyOf(one.rule, one.subject));
  const identify = alertKeeper(database, cut);
  return {
    enter(last: Reading | null, finding: Finding | null, step: AlertStep): void {
      if (step.record === null) return;
      const { rule } = step.record;
      const alertId = last?.alertId ?? identify(finding ?? missing(), rule);
      const key = keyOf(rule, last?.subject ?? finding?.subject ?? '');
      const decided = decide(step.record, decisions.get(key) ?? []);
      readings.push(readingOf(alertId, decided.record, last, finding));
      events.push(...[...step.events, ...decided.events].map((event) => eventRow(alertId, event)));
    },
    close(): void {
      takeOver(database, cut.id, readings);
      replaceReadings(database, cut.id, readings);
      reconcileEvents(database, cut.id, at, events);
    },
  };
}

function missing(): never {
  throw new Error('A new alert without a finding');
}

/**
 * What people decided at the cut, as far as it holds: where the cut has become worse since than what they saw, their
 * word stays in the history, and the program says that the alert is back.
 */
function decide(record: AlertRecord, decisions: readonly Decision[]): AlertStep<AlertRecord> {
  const events: AlertEvent[] = [];
  let now = record;
  for (const { kind, who, note, until, severity } of decisions) {
    if (kind === 'woken') {
      now = wakeAlert(now, who, note).record;
      continue;
    }
    const handled = handleAlert(now, { kind, who, note, until, severity: severity ?? undefined }).record;
    if (isWorse(now.severity, handled)) events.push(reopened(handled));
    else now = handled;
  }
  return { record: now, events };
}

function reopened({ state, lastCut }: AlertRecord): AlertEvent {
  const cut = lastCut.code;
  return { kind: 'woken', from: state, to: 'firing', cut, who: null, note: null, cause: 'worse' };
}

function readingOf(
  alertId: number,
  record: AlertRecord,
  last: Reading | null,
  finding: Finding | null,
): Reading {
  const evaluation = finding?.evaluation ?? null;
  const isHeld = evaluation?.condition === 'holds';
  const { held, heldCuts } = isHeld ? lastingOf(record, evaluation) : record;
  return {
    alertId,
    rule: record.rule,
    subject: last?.subject ?? finding?.subject ?? '',
    unitId: last?.unitId ?? finding?.unitId ?? 0,
    since: record.sinceCut,
    state: record.state,
    severity: record.severity,
    condition: evaluation?.condition ?? (record.clear > (last?.clear ?? 0) ? 'clear' : 'noData'),
    held,
    heldCuts,
    clear: record.clear,
    heldOn: record.heldOn,
    clearOn: record.clearOn,
    firedCut: record.firedCut,
    handling: record.handling === null ? null : JSON.stringify(record.handling),
    evidence:
      evaluation !== null && isHeld ? JSON.stringify(explainAlert(evaluation)) : (last?.evidence ?? ''),
  };
}

/** How long an alert has lasted. That of a gap is as old as the cell in which its unit stands, wherever it is asked. */
function lastingOf(record: AlertRecord, { rule, facts }: AlertEvaluation) {
  if (rule !== 'gap') return record;
  return { held: Number(facts.months), heldCuts: Number(facts.cuts) };
}
