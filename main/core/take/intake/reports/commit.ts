import type { WriteDatabase } from '#main/db/open.ts';
import type { ReportCounts } from '#shared/contract/report-kinds.ts';
import { type BroughtReports, countsOf, diffReports, type ReportDiff } from './diff.ts';
import { keyText, pastWriter, reportFinder, reportWriter } from './store.ts';
import type { ReportBody } from './tables-store.ts';

/** Which run a report belongs to: that of its cut, or the first for one without a cut. */
export type RunOfCut = (cut: string | null) => number;

export interface WrittenReports {
  readonly counts: readonly ReportCounts[];
  /** What is new or another now, with the run it was written under. */
  readonly written: readonly { readonly body: ReportBody; readonly run: number; readonly isNew: boolean }[];
}

/**
 * Writes new and changed reports inside the caller's transaction; what they replace goes to the past. Compares anew:
 * what a preview saw may have changed since.
 */
export function commitReports(
  database: WriteDatabase,
  brought: BroughtReports,
  runOfCut: RunOfCut,
  at: string,
): WrittenReports {
  const diffs = diffReports(database, brought);
  const written = diffs.flatMap((diff) => writeChanges(database, diff, runOfCut, at));
  return { counts: diffs.map(countsOf), written };
}

function writeChanges(
  database: WriteDatabase,
  { table, changes }: ReportDiff,
  runOfCut: RunOfCut,
  at: string,
): WrittenReports['written'] {
  const find = reportFinder(database, table);
  const writer = reportWriter(database, table);
  const keep = pastWriter(database);
  return changes.map(({ body }) => {
    const run = runOfCut(typeof body.cut === 'string' ? body.cut : null);
    const before = find(body);
    if (before !== null) {
      const key = keyText(table, body);
      keep({ kind: table.kind, key, ...before, state: 'replaced', replacedBy: run, at });
    }
    writer.put(body, run);
    return { body, run, isNew: before === null };
  });
}
