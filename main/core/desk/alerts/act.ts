import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { findAlert } from '#main/core/judge/alerts/alias-store.ts';
import { appendEvents, eventRow } from '#main/core/judge/alerts/event-store.ts';
import { findReading, type Reading, updateHandling } from '#main/core/judge/alerts/reading-store.ts';
import { recordAt } from '#main/core/judge/alerts/record.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { ActResultDto } from '#shared/contract/alerts.ts';
import { UserError } from '#shared/contract/errors.ts';
import {
  type AlertEvent,
  type AlertRecord,
  handleAlert,
  wakeAlert,
} from '#shared/domain/alerts/life-cycle.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** What somebody does to many alerts at once. */
export interface Act {
  readonly ids: readonly string[];
  readonly who: string;
  readonly note: string;
}

export type ActKind = 'acknowledged' | 'snoozed' | 'woken' | 'noted';

interface Acted {
  readonly record: AlertRecord;
  readonly events: readonly AlertEvent[];
}

/**
 * Does one thing to every alert that is open for it at the picture, and records who did it and why.
 * Runs in the caller's transaction. The others come back with the reason why nothing was done.
 */
export function actOnAlerts(
  database: WriteDatabase,
  kind: ActKind,
  act: Act,
  until: string | null,
  now: string,
): ActResultDto {
  const { statusCut: cut } = requireCut(database, undefined);
  if (until !== null && until < vietnamDay(cut.asOf)) {
    throw new UserError('ALERT_UNTIL_PAST', { until });
  }
  const skipped: ActResultDto['skipped'] = [];
  for (const id of new Set(act.ids)) {
    const why =
      kind === 'noted'
        ? noteOne(database, cut, id, act, now)
        : actOnOne(database, cut, id, kind, act, until, now);
    if (why !== null) skipped.push({ id, why });
  }
  return { changed: new Set(act.ids).size - skipped.length, skipped };
}

type Why = ActResultDto['skipped'][number]['why'];

function actOnOne(
  database: WriteDatabase,
  cut: CutRecord,
  id: string,
  kind: Exclude<ActKind, 'noted'>,
  { who, note }: Act,
  until: string | null,
  now: string,
): Why | null {
  const alert = findAlert(database, id);
  if (alert === null) return 'unknown';
  const reading = findReading(database, cut.id, alert.rowId);
  if (reading === null) return 'resolved';
  if (reading.state === 'pending' || reading.state === 'resolved') return reading.state;
  const record = recordAt(reading, cut);
  const acted: Acted =
    kind === 'woken' ? wakeAlert(record, who, note) : handleAlert(record, { kind, who, note, until });
  if (acted.events.length === 0) return 'same';
  updateHandling(database, cut.id, reading.alertId, acted.record.state, acted.record.handling);
  const decided = { until, severity: reading.severity };
  const rows = acted.events.map((event) => eventRow(reading.alertId, event, decided));
  appendEvents(database, cut.id, now, rows);
  return null;
}

function noteOne(
  database: WriteDatabase,
  cut: CutRecord,
  id: string,
  { who, note }: Act,
  now: string,
): Why | null {
  const alert = findAlert(database, id);
  if (alert === null) return 'unknown';
  const state: Reading['state'] = findReading(database, cut.id, alert.rowId)?.state ?? 'resolved';
  const said = { from: state, to: state, who, note, until: null, severity: null };
  appendEvents(database, cut.id, now, [{ alertId: alert.rowId, kind: 'noted', ...said }]);
  return null;
}
