import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { listSubmissions } from './submissions-store.ts';

export interface MissingProvince {
  readonly province: string;
  readonly communes: number;
}

/** Closes the cut and puts on record who did and what was missing then. A closed cut stays as it is. */
export function closeCut(
  database: WriteDatabase,
  cut: CutRecord,
  who: string,
  at: string,
): MissingProvince[] {
  const missing = listSubmissions(database, cut)
    .filter(({ received, expected }) => received < expected)
    .map(({ code, received, expected }) => ({ province: code, communes: expected - received }));
  if (cut.state === 'closed') return missing;
  database
    .prepare(`UPDATE cut SET state = 'closed', closed_at = ?, closed_by = ? WHERE id = ?`)
    .run(at, who, cut.id);
  recordEvent(database, { cutId: cut.id, kind: 'closed', at, who, reason: null, detail: { missing } });
  return missing;
}

/** Opens it again; throws CUT_NOT_CLOSED when it is open. */
export function reopenCut(
  database: WriteDatabase,
  cut: CutRecord,
  who: string,
  reason: string,
  at: string,
): void {
  if (cut.state !== 'closed') throw new UserError('CUT_NOT_CLOSED', { cut: cut.code });
  database
    .prepare(`UPDATE cut SET state = 'open', closed_at = NULL, closed_by = NULL WHERE id = ?`)
    .run(cut.id);
  recordEvent(database, { cutId: cut.id, kind: 'reopened', at, who, reason, detail: null });
}

interface CutEvent {
  readonly cutId: number;
  readonly kind: 'closed' | 'reopened';
  readonly at: string;
  readonly who: string;
  readonly reason: string | null;
  readonly detail: object | null;
}

function recordEvent(database: WriteDatabase, event: CutEvent): void {
  const sql = `
    INSERT INTO cut_event (cut_id, kind, at, who, reason, detail)
    VALUES (:cutId, :kind, :at, :who, :reason, :detail)`;
  database
    .prepare(sql)
    .run({ ...event, detail: event.detail === null ? null : JSON.stringify(event.detail) });
}
