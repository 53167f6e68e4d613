import { recordCutEvent } from '#main/core/ground/calendar/store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { rulesAt } from '#main/core/ground/rules/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { isBegun } from '#shared/domain/calendar.ts';
import { createFormatter } from '#shared/text/format.ts';
import { listSubmissions } from './submissions-store.ts';

export interface MissingProvince {
  readonly province: string;
  readonly communes: number;
}

/** Closes the cut and puts on record who did and what was missing then. Of two at once the first wins; CUT_ALREADY_CLOSED names them. A closed cut is everybody's picture: CUT_NOT_BEGUN for one of the future. */
export function closeCut(
  database: WriteDatabase,
  cut: CutRecord,
  who: string,
  at: string,
): MissingProvince[] {
  const missing = listSubmissions(database, cut)
    .filter(({ received, expected }) => received < expected)
    .map(({ code, received, expected }) => ({ province: code, communes: expected - received }));
  if (cut.state === 'closed') throw alreadyClosed(database, cut);
  if (!isBegun(cut, at))
    throw new UserError('CUT_NOT_BEGUN', { cut: cut.code, start: createFormatter('vi').date(cut.start) });
  database
    .prepare(`UPDATE cut SET state = 'closed', closed_at = ?, closed_by = ?, revision = ? WHERE id = ?`)
    .run(at, who, cut.kind === 'month' ? null : rulesAt(database, cut).version, cut.id);
  recordCutEvent(database, { cutId: cut.id, kind: 'closed', at, who, reason: null, detail: { missing } });
  return missing;
}

function alreadyClosed(database: WriteDatabase, cut: CutRecord): UserError {
  const row = database.prepare('SELECT closed_at AS at, closed_by AS who FROM cut WHERE id = ?').get(cut.id);
  const { at, who } = row as { at: string; who: string | null };
  return new UserError('CUT_ALREADY_CLOSED', {
    cut: cut.code,
    who: who ?? '–',
    at: createFormatter('vi').dateTime(at),
  });
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
    .prepare(
      `UPDATE cut SET state = 'open', closed_at = NULL, closed_by = NULL, revision = NULL WHERE id = ?`,
    )
    .run(cut.id);
  recordCutEvent(database, { cutId: cut.id, kind: 'reopened', at, who, reason, detail: null });
}
