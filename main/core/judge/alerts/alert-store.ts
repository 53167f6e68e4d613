import { hash } from 'node:crypto';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { AlertRule } from '#shared/domain/model.ts';
import type { Finding } from './finding.ts';

/**
 * A writer of alerts that begin at a cut; returns the row id. An alert is known by its rule, its subject and the cut
 * at which it now begins, so one that a correction took away and another brought back is the same.
 */
export function alertKeeper(
  database: WriteDatabase,
  cut: CutRecord,
): (finding: Finding, rule: AlertRule) => number {
  const known = database.prepare('SELECT id FROM alert WHERE uuid = ?').pluck();
  const insert = database.prepare(`
    INSERT INTO alert (uuid, rule, subject, unit_id, task_id, indicator_id, since_cut_id)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (uuid) DO NOTHING`);
  return (finding, rule) => {
    const { subject, unitId, taskId, indicatorId } = finding;
    const uuid = alertUuid(rule, subject, cut.code);
    const { changes, lastInsertRowid } = insert.run(uuid, rule, subject, unitId, taskId, indicatorId, cut.id);
    return changes === 1 ? Number(lastInsertRowid) : (known.get(uuid) as number);
  };
}

/**
 * A name-based UUID (RFC 9562 version 8, SHA-256): the same data gives the same alert on every machine, in whatever
 * order it came.
 */
export function alertUuid(rule: AlertRule, subject: string, cut: string): string {
  // The nought is of ids that were counted once; without it every alert would change its name.
  const hex = hash('sha256', `alert|${rule}|${subject}|${cut}|0`);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
