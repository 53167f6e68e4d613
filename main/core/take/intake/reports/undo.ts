import type { WriteDatabase } from '#main/db/open.ts';
import {
  bridgeLaterReports,
  keyText,
  listReportsOfRun,
  pastWriter,
  reportWriter,
  takeReplaced,
} from './store.ts';
import { REPORT_TABLES } from './tables-store.ts';

/**
 * Takes a run's reports back, inside the caller's transaction: each is again what it would be had the file never
 * come, also where a later import has replaced it. The withdrawn ones stay in the past.
 */
export function undoReports(
  database: WriteDatabase,
  run: number,
  at: string,
): { readonly restored: number; readonly removed: number } {
  bridgeLaterReports(database, run);
  const earlier = takeReplaced(database, run);
  const keep = pastWriter(database);
  let removed = 0;
  for (const table of REPORT_TABLES) {
    const writer = reportWriter(database, table);
    const own = listReportsOfRun(database, table, run);
    for (const { body } of own) {
      const key = keyText(table, body);
      keep({ kind: table.kind, key, body, run, state: 'withdrawn', replacedBy: run, at });
      writer.remove(body);
    }
    const back = earlier.filter(({ kind }) => kind === table.kind);
    for (const { body, run: origin } of back) writer.put(body, origin);
    removed += own.length - back.length;
  }
  return { restored: earlier.length, removed };
}
