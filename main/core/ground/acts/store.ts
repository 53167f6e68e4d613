import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { ActKind } from '#shared/domain/acts.ts';

export interface Act {
  /** UTC ISO with milliseconds. */
  readonly at: string;
  readonly kind: ActKind;
  /** Null where nobody gave a name. */
  readonly who: string | null;
  /** Code of the unit it was about. */
  readonly unit?: string | null | undefined;
  /** Code of the cut it was about. */
  readonly cut?: string | null | undefined;
  /** What it was done with, as it is called: a file (its name, never where it lies), a version, a person. */
  readonly subject?: string | null | undefined;
  /** Of how many. */
  readonly count?: number | null | undefined;
  readonly reason?: string | null | undefined;
}

/**
 * Puts an act into the journal, inside the transaction of what was done. Only what no table of its own tells with who
 * and when: such a table is read by the journal where it is (`ask/journal/sources-store.ts`).
 */
export function recordAct(database: WriteDatabase, act: Act): void {
  const { at, kind, who, unit = null, cut = null, subject = null, count = null, reason = null } = act;
  const sql = `
    INSERT INTO act (at, kind, who, unit, cut, subject, count, reason)
    VALUES (:at, :kind, :who, :unit, :cut, :subject, :count, :reason)`;
  database.prepare(sql).run({ at, kind, who, unit, cut, subject, count, reason });
}

/** Whether an act of that kind and instant is in the journal. */
export function hasAct(database: ReadDatabase, kind: ActKind, at: string): boolean {
  return database.prepare('SELECT 1 FROM act WHERE at = ? AND kind = ?').get(at, kind) !== undefined;
}
