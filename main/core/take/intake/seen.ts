import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { createFormatter } from '#shared/text/format.ts';
import type { CommitRequest, CommitResult } from './commit.ts';
import { diffFigures } from './diff.ts';
import { diffReports } from './reports/diff.ts';
import { findSeen, type RunRow } from './store.ts';

/**
 * What becomes of a file by its bytes: `new` ones were never taken in; of others nothing would change (`unchanged`),
 * or figures would, because something else came between, and then a person is asked (`question`) or has said so
 * (`again`). The one answer for every door.
 */
export type Known = 'new' | 'unchanged' | 'question' | 'again';

export function knownBytes(seen: RunRow | null, changes: number, isConfirmed: boolean): Known {
  if (seen === null) return 'new';
  if (changes === 0) return 'unchanged';
  return isConfirmed ? 'again' : 'question';
}

/** Values of the sentences about bytes that are in already. */
export function seenValues({ file, at, run }: RunRow) {
  return { file, at: createFormatter('vi').dateTime(at), run };
}

/**
 * The last word inside the transaction that writes, however old the preview is. Bytes that are in already and would
 * change nothing come to the import that brought them; null where they are to be written. IMPORT_SEEN where a person
 * has to be asked.
 */
export function settleSeen(
  database: ReadDatabase,
  request: Pick<CommitRequest, 'sha256' | 'figures' | 'reports'>,
  isConfirmed: boolean,
): CommitResult | null {
  const seen = findSeen(database, request.sha256);
  if (seen === null) return null;
  const { figures } = request;
  const { totals } = diffFigures(database, figures);
  const reports = diffReports(database, request.reports ?? new Map());
  const changes = reports.reduce((sum, one) => sum + one.changes.length, totals.new + totals.changed);
  const known = knownBytes(seen, changes, isConfirmed);
  if (known === 'question') throw new UserError('IMPORT_SEEN', { ...seenValues(seen), changes });
  if (known !== 'unchanged') return null;
  return {
    run: seen.run,
    cuts: figures.cuts.codes,
    totals: { rows: figures.size, added: 0, changed: 0, same: figures.size },
    reports: reports.map(({ table, same }) => ({ kind: table.kind, added: 0, changed: 0, same })),
  };
}
