import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { CutDto } from '#shared/contract/words.ts';
import type { CutState } from '#shared/domain/model.ts';
import type { CutPeriod } from '#shared/domain/periods.ts';

export interface CutRecord extends CutPeriod {
  readonly id: number;
  readonly dueAt: string;
  /** A row is a cut that has opened. */
  readonly state: Exclude<CutState, 'planned'>;
  readonly label: string | null;
  readonly corrected: 0 | 1;
  /** The revision of the plan it was closed under; null while it is open. */
  readonly revision: number | null;
  /** Whether it is or once was a picture, and nobody took that back. */
  readonly wasPicture: 0 | 1;
}

/**
 * What SQL puts cuts in the order of time by, as `compareCutsByTime` does: cuts of one instant by their kind. A cut is
 * judged after the one it goes on from, and where both are of one instant only this tells which that is.
 */
export function timeOrder(direction: 'ASC' | 'DESC' = 'ASC'): string {
  const kind = `CASE cut.kind WHEN 'month' THEN 0 WHEN 'week' THEN 1 WHEN 'day' THEN 2 ELSE 3 END`;
  return ['cut.as_of', kind, 'cut.code'].map((key) => `${key} ${direction}`).join(', ');
}

/** Every cut in the order of time, those of one instant by their kind. `corrected` tells that a correction was committed into it after it was closed. */
export function listCuts(database: ReadDatabase): CutRecord[] {
  const sql = `
    SELECT id, code, kind, start, as_of AS asOf, due_at AS dueAt, label, revision,
      CASE state WHEN 'open' THEN 'collecting' ELSE state END AS state,
      EXISTS (SELECT 1 FROM import_run WHERE import_run.cut_id = cut.id
        AND import_run.kind = 'correction' AND import_run.state = 'committed') AS corrected,
      ifnull((SELECT kind <> 'back' FROM picture_event WHERE picture_event.cut_id = cut.id
        ORDER BY id DESC LIMIT 1), 0) AS wasPicture
    FROM cut ORDER BY ${timeOrder()}`;
  return database.prepare(sql).all() as CutRecord[];
}

/** A cut as it stands now. CUT_UNKNOWN. */
export function currentCut(database: ReadDatabase, code: string): CutRecord {
  const cut = listCuts(database).find((candidate) => candidate.code === code);
  if (cut === undefined) throw new UserError('CUT_UNKNOWN', { cut: code });
  return cut;
}

/** A cut as the contract shows it: its code is its id, row ids never leave the machine. */
export function cutDto(cut: CutRecord): CutDto {
  return {
    id: cut.code,
    kind: cut.kind,
    start: cut.start,
    asOf: cut.asOf,
    state: cut.state,
    label: cut.label,
    corrected: cut.corrected === 1,
  };
}

/** Id of the earliest cut that fell due after `since` and up to `now` (UTC ISO), or null. */
export function findFirstDue(database: ReadDatabase, since: string, now: string): number | null {
  const sql = `
    SELECT id FROM cut WHERE due_at > ? AND due_at <= ? ORDER BY as_of, id LIMIT 1`;
  return (database.prepare(sql).pluck().get(since, now) as number | undefined) ?? null;
}
