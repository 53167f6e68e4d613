import { listCuts } from '#main/core/ground/cuts/store.ts';
import { addCountryStatuses } from '#main/core/judge/judgement/country.ts';
import { recomputeAllSteps } from '#main/core/judge/judgement/recompute.ts';
import { JUDGEMENT_VERSION, noteJudged } from '#main/core/judge/judgement/version.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { SnapshotManifest, SnapshotReport } from '#shared/contract/snapshots.ts';
import { dropCountryAlerts } from './load-store.ts';
import { refusedFor } from './refused.ts';

/** By which version of the program's judging a file was judged; files of format 1 say nothing of it. */
function judgementOf({ format, judgement }: SnapshotManifest): number {
  return format === 1 ? 1 : (judgement ?? 1);
}

/** Whether statuses, totals and alerts of a file are of an older program than this one. */
export function isOutdated(manifest: SnapshotManifest): boolean {
  return judgementOf(manifest) < JUDGEMENT_VERSION;
}

/**
 * Judges what was loaded of a file as far as it needs to be: everything where an older program has judged it, by the
 * rule set of the file; the country where only one province has come. Yields how far that is, 0 to 1, now and then.
 * SNAPSHOT_REFUSED for rows that cannot be judged: no program of ours has written them.
 */
export function* judgeLoaded(
  database: WriteDatabase,
  { file, isJudgedAnew }: SnapshotReport,
  manifest: SnapshotManifest,
): Generator<number, void> {
  const isOfProvince = manifest.scope.level === 'province';
  try {
    if (isJudgedAnew) {
      // At the times of the cuts: the same file is the same wherever it is opened.
      for (const { done, total } of recomputeAllSteps(database, null)) yield done / total;
      if (isOfProvince) dropCountryAlerts(database);
    } else if (isOfProvince) {
      const total = listCuts(database).length;
      let done = 0;
      for (const _ of addCountryStatuses(database)) yield ++done / total;
    }
  } catch (cause) {
    throw refusedFor(file, undefined, cause);
  }
  noteJudged(database, Math.max(judgementOf(manifest), JUDGEMENT_VERSION));
}
