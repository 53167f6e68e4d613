import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { explainAlert } from '#shared/domain/alerts/evaluation.ts';
import {
  type AlertEvent,
  type AlertRecord,
  type AlertStep,
  handleAlert,
  stepAlert,
  wakeAlert,
} from '#shared/domain/alerts/life-cycle.ts';
import { compareCutsByTime } from '#shared/domain/cuts.ts';
import type { AlertRule } from '#shared/domain/model.ts';
import { alertInserter, loadAlertsSince, moveSince } from './alert-store.ts';
import { type CutToRaise, loadCutFacts, statusCutAfter, statusCutBefore } from './cut-facts.ts';
import { type AlertEventRow, type Decision, loadDecisions, reconcileEvents } from './event-store.ts';
import { findCommunes } from './find-communes.ts';
import { findProvinces } from './find-provinces.ts';
import { findTasks } from './find-tasks.ts';
import type { Finding } from './finding.ts';
import { openAlerts } from './open-alerts.ts';
import { listAlertsOfCuts, loadReadings, type Reading, replaceReadings } from './reading-store.ts';
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
  const findings = [...findTasks(facts), ...findProvinces(facts)];
  yield;
  findings.push(...findCommunes(facts));
  yield;
  const stored = loadReadings(database, cut.id);
  const book = openBook(database, raised, stored, before);
  for (const finding of findings) {
    const last = open.take(finding.evaluation.rule, finding.subject);
    if (last !== null || finding.evaluation.condition === 'holds') {
      book.enter(last, finding, stepOf(last, finding, raised, cutBefore));
    }
  }
  yield;
  const { positions } = judged.ground;
  for (const last of open.rest()) {
    // Of a unit that was dissolved nothing is to be waited for; else a rule without a say is missing data.
    const condition = positions.has(last.unitId) ? 'noData' : 'clear';
    const step = stepAlert(recordOf(last, cutBefore), last.rule, condition, cut, kept.rules.alerts);
    book.enter(last, null, step);
  }
  yield;
  book.close();
}

function stepOf(
  last: Reading | null,
  { evaluation }: Finding,
  raised: CutToRaise,
  cutBefore: CutRecord | null,
): AlertStep {
  const record = last === null ? null : recordOf(last, cutBefore);
  return stepAlert(record, evaluation.rule, evaluation.condition, raised.cut, raised.kept.rules.alerts);
}

/** The record standing at the cut before. */
function recordOf(last: Reading, before: CutRecord | null): AlertRecord {
  if (before === null) throw new Error('An alert without a cut before');
  return recordAt(last, before);
}

/** Collects the readings and events of a cut and writes them at the end. */
function openBook(
  database: WriteDatabase,
  { cut, cuts, now }: CutToRaise,
  stored: readonly Reading[],
  before: readonly Reading[],
) {
  const readings: Reading[] = [];
  const events: AlertEventRow[] = [];
  const at = now ?? cut.asOf;
  const decisions = Map.groupBy(loadDecisions(database, cut.id), (one) => keyOf(one.rule, one.subject));
  const identify = identifier(database, { cut, cuts }, stored, before);
  return {
    enter(last: Reading | null, finding: Finding | null, step: AlertStep): void {
      if (step.record === null) return;
      const key = keyOf(step.record.rule, last?.subject ?? finding?.subject ?? '');
      const alertId = last?.alertId ?? identify(key, finding);
      const record = decide(step.record, decisions.get(key) ?? []);
      readings.push(readingOf(alertId, record, last, finding));
      events.push(...step.events.map((event) => eventRow(alertId, event)));
    },
    close(): void {
      replaceReadings(database, cut.id, stored, readings);
      reconcileEvents(database, cut.id, at, events);
    },
  };
}

function eventRow(alertId: number, { kind, from, to, who, note }: AlertEvent): AlertEventRow {
  return { alertId, kind, from, to, who, note, until: null };
}

/**
 * Which alert a condition belongs to that was not there at the cut before: the one that was here when the cut was
 * judged earlier; or the one that was thought to begin at the next cut; else a new one.
 */
function identifier(
  database: WriteDatabase,
  { cut, cuts }: Pick<CutToRaise, 'cut' | 'cuts'>,
  stored: readonly Reading[],
  before: readonly Reading[],
) {
  const insert = alertInserter(database, cut);
  // What has been resolved stays so, though it was still open here when this was judged earlier.
  const resolved = new Set(before.map((one) => one.alertId));
  const begun = stored.filter((one) => !resolved.has(one.alertId));
  const earlierCuts = cuts.filter((one) => compareCutsByTime(one, cut) < 0).map(({ id }) => id);
  const ids = begun.map((one) => one.alertId);
  const lived = listAlertsOfCuts(database, ids, earlierCuts);
  const free = begun.filter((one) => !lived.has(one.alertId));
  const here = new Map(free.map((one) => [keyOf(one.rule, one.subject), one.alertId]));
  const next = loadAlertsSince(database, statusCutAfter(cuts, cut)?.id ?? null);
  const following = new Map(next.map((one) => [keyOf(one.rule, one.subject), one.id]));
  return (key: string, finding: Finding | null): number => {
    if (finding === null) throw new Error('A new alert without a finding');
    const known = here.get(key) ?? following.get(key);
    if (known === undefined) return insert(finding, finding.evaluation.rule);
    moveSince(database, known, cut.id);
    return known;
  };
}

function decide(record: AlertRecord, decisions: readonly Decision[]): AlertRecord {
  return decisions.reduce((now, { kind, who, note, until }) => {
    if (kind === 'woken') return wakeAlert(now, who, note).record;
    return handleAlert(now, { kind, who, note, until }).record;
  }, record);
}

function readingOf(
  alertId: number,
  record: AlertRecord,
  last: Reading | null,
  finding: Finding | null,
): Reading {
  const evaluation = finding?.evaluation ?? null;
  const isHeld = evaluation?.condition === 'holds';
  return {
    alertId,
    rule: record.rule,
    subject: last?.subject ?? finding?.subject ?? '',
    unitId: last?.unitId ?? finding?.unitId ?? 0,
    since: record.sinceCut,
    state: record.state,
    severity: isHeld || last === null ? (evaluation?.severity ?? 'notice') : last.severity,
    condition: evaluation?.condition ?? (record.clear > (last?.clear ?? 0) ? 'clear' : 'noData'),
    held: record.held,
    clear: record.clear,
    firedCut: record.firedCut,
    handling: record.handling === null ? null : JSON.stringify(record.handling),
    evidence:
      evaluation !== null && isHeld ? JSON.stringify(explainAlert(evaluation)) : (last?.evidence ?? ''),
  };
}
