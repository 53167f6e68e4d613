import type { WriteDatabase } from '#main/db/open.ts';
import type { ReportCounts } from '#shared/contract/snapshots.ts';
import { type BroughtReports, diffReports, type ReportChange } from './diff.ts';
import { keyText, pastWriter, reportFinder, reportWriter } from './store.ts';
import type { ReportTable } from './tables-store.ts';

/** Which run a report belongs to: that of its cut, or the first for one without a cut. */
export type RunOfCut = (cut: string | null) => number;

/**
 * Writes new and changed reports inside the caller's transaction; what they replace goes to the past. Compares anew:
 * what a preview saw may have changed since.
 */
export function commitReports(
  database: WriteDatabase,
  brought: BroughtReports,
  runOfCut: RunOfCut,
  at: string,
): ReportCounts[] {
  return diffReports(database, brought).map(({ table, changes, same }) => {
    writeChanges(database, table, changes, runOfCut, at);
    const added = changes.filter(({ before }) => before === null).length;
    return { kind: table.kind, added, changed: changes.length - added, same };
  });
}

function writeChanges(
  database: WriteDatabase,
  table: ReportTable,
  changes: readonly ReportChange[],
  runOfCut: RunOfCut,
  at: string,
): void {
  const find = reportFinder(database, table);
  const writer = reportWriter(database, table);
  const keep = pastWriter(database);
  for (const { body } of changes) {
    const run = runOfCut(typeof body.cut === 'string' ? body.cut : null);
    const before = find(body);
    if (before !== null) {
      const key = keyText(table, body);
      keep({ kind: table.kind, key, ...before, state: 'replaced', replacedBy: run, at });
    }
    writer.put(body, run);
  }
}
