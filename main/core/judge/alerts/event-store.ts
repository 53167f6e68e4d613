import { insertRows } from '#main/db/insert-rows.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { AlertEvent, AlertEventKind } from '#shared/domain/alerts/life-cycle.ts';
import type { AlertRule, AlertState, Severity } from '#shared/domain/model.ts';

/** What a person decided at a cut, in the order it was decided. */
export interface Decision {
  readonly rule: AlertRule;
  readonly subject: string;
  readonly kind: 'acknowledged' | 'snoozed' | 'woken';
  readonly who: string;
  readonly note: string;
  readonly until: string | null;
  /** How grave the alert was that they saw; null where older versions did not say. */
  readonly severity: Severity | null;
}

/** Decisions of people at a cut: judged again, the cut gets them again. */
export function loadDecisions(database: ReadDatabase, cutId: number): Decision[] {
  const sql = `
    SELECT alert.rule, alert.subject, event.kind, event.who, ifnull(event.note, '') AS note, event.until,
      event.severity
    FROM alert_event AS event JOIN alert ON alert.id = event.alert_id
    WHERE event.cut_id = ? AND event.who IS NOT NULL AND event.kind IN ('acknowledged', 'snoozed', 'woken')
    ORDER BY event.id`;
  return database.prepare(sql).all(cutId) as Decision[];
}

export interface SeenEvent {
  readonly id: number;
  readonly alertId: number;
  readonly kind: AlertEventKind;
  readonly from: AlertState | null;
  readonly to: AlertState;
  readonly note: string | null;
}

/** What the program saw at a cut and still holds to. */
function loadSeenEvents(database: ReadDatabase, cutId: number): SeenEvent[] {
  const sql = `
    SELECT id, alert_id AS alertId, kind, from_state AS "from", to_state AS "to", note FROM alert_event
    WHERE cut_id = ? AND who IS NULL AND withdrawn_at IS NULL ORDER BY id`;
  return database.prepare(sql).all(cutId) as SeenEvent[];
}

/** An event with its alert. */
export interface AlertEventRow extends Omit<AlertEvent, 'cut' | 'cause'> {
  readonly alertId: number;
  readonly until: string | null;
  /** Of what a person decided: how grave the alert was that they saw. */
  readonly severity: Severity | null;
}

/** An event of the life cycle as a row. The program writes no notes: in their place stands why it did it. */
export function eventRow(
  alertId: number,
  { kind, from, to, who, note, cause }: AlertEvent,
  decided: Pick<AlertEventRow, 'until' | 'severity'> = { until: null, severity: null },
): AlertEventRow {
  return { alertId, kind, from, to, who, note: who === null ? cause : note, ...decided };
}

const COLUMNS = 'alert_id at cut_id who kind from_state to_state note until severity'.split(' ');

/** Appends events of a cut, all at one instant. */
export function appendEvents(
  database: WriteDatabase,
  cutId: number,
  at: string,
  events: readonly AlertEventRow[],
): void {
  const rows = events.map(({ alertId, who, kind, from, to, note, until, severity }) => {
    return [alertId, at, cutId, who, kind, from, to, note, until, severity];
  });
  insertRows(database, 'alert_event', COLUMNS, rows);
}

/**
 * Makes what the program saw at a cut equal to `events`. What it no longer sees stays, marked as withdrawn; what
 * it sees anew is appended; what is the same is left alone.
 */
export function reconcileEvents(
  database: WriteDatabase,
  cutId: number,
  at: string,
  events: readonly AlertEventRow[],
): void {
  const stored = Map.groupBy(loadSeenEvents(database, cutId), (event) => event.alertId);
  const added: AlertEventRow[] = [];
  for (const [alertId, seen] of Map.groupBy(events, (event) => event.alertId)) {
    if (wordsOf(stored.get(alertId) ?? []) === wordsOf(seen)) stored.delete(alertId);
    else added.push(...seen);
  }
  const withdraw = database.prepare('UPDATE alert_event SET withdrawn_at = ? WHERE id = ?');
  for (const { id } of [...stored.values()].flat()) withdraw.run(at, id);
  appendEvents(database, cutId, at, added);
}

// With the states on both sides: an alert that ends having fired tells another story than one that never did.
function wordsOf(events: readonly Pick<SeenEvent, 'kind' | 'from' | 'to' | 'note'>[]): string {
  return events.map(({ kind, from, to, note }) => `${kind} ${from} ${to} ${note}`).join();
}
