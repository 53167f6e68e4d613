import { hash } from 'node:crypto';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { AlertRule } from '#shared/domain/model.ts';
import type { Finding } from './finding.ts';

export interface AlertKey {
  readonly id: number;
  readonly rule: AlertRule;
  readonly subject: string;
}

/** By rule and subject: the alerts that began at this cut. */
export function loadAlertsSince(database: ReadDatabase, cutId: number | null): AlertKey[] {
  const sql = 'SELECT id, rule, subject FROM alert WHERE since_cut_id = ?';
  return cutId === null ? [] : (database.prepare(sql).all(cutId) as AlertKey[]);
}

/** The alert now begins at this cut: late data showed that it began earlier, or that it began later. */
export function moveSince(database: WriteDatabase, alertId: number, cutId: number): void {
  database
    .prepare('UPDATE alert SET since_cut_id = ? WHERE id = ? AND since_cut_id <> ?')
    .run(cutId, alertId, cutId);
}

/** The row id of the alert with this id, or null. */
export function findRowId(database: ReadDatabase, uuid: string): number | null {
  const id = database.prepare('SELECT id FROM alert WHERE uuid = ?').pluck().get(uuid);
  return (id as number | undefined) ?? null;
}

/** A writer of new alerts of one cut; returns the row id. */
export function alertInserter(
  database: WriteDatabase,
  cut: CutRecord,
): (finding: Finding, rule: AlertRule) => number {
  const known = database.prepare(
    'SELECT id FROM alert WHERE uuid = ? AND NOT EXISTS (SELECT 1 FROM alert_reading WHERE alert_id = alert.id)',
  );
  const insert = database.prepare(`
    INSERT INTO alert (uuid, rule, subject, unit_id, task_id, indicator_id, since_cut_id)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  return (finding, rule) => {
    const { subject, unitId, taskId, indicatorId } = finding;
    for (let attempt = 0; ; attempt += 1) {
      const uuid = alertUuid(rule, subject, cut.code, attempt);
      const { changes, lastInsertRowid } = insert.run(
        uuid,
        rule,
        subject,
        unitId,
        taskId,
        indicatorId,
        cut.id,
      );
      if (changes === 1) return Number(lastInsertRowid);
      // The same alert was withdrawn by a correction and is back: its history goes on, and begins here again.
      const withdrawn = known.pluck().get(uuid) as number | undefined;
      if (withdrawn === undefined) continue;
      moveSince(database, withdrawn, cut.id);
      return withdrawn;
    }
  };
}

/**
 * A name-based UUID (RFC 9562 version 8, SHA-256): the same data gives the same alert on every machine.
 */
function alertUuid(rule: AlertRule, subject: string, cut: string, attempt: number): string {
  const hex = hash('sha256', `alert|${rule}|${subject}|${cut}|${attempt}`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
