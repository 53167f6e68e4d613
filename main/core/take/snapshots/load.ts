import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pause } from '#main/core/work/progress.ts';
import { type OpenOptions, openDatabase } from '#main/db/open.ts';
import { transact } from '#main/db/transaction.ts';
import type { SnapshotManifest, SnapshotReport, TrustedKeyDto } from '#shared/contract/snapshots.ts';
import { formatOf } from './format/versions.ts';
import { inspectSnapshot, type Trust } from './inspect.ts';
import { judgeLoaded } from './judge-loaded.ts';
import { attachSnapshot, computeRates, detachSnapshot, loadTables } from './load-store.ts';
import { refusedFor } from './refused.ts';
import { copyPrivately, isWithinLimit } from './stable-file.ts';
import { part, type Watch } from './watch.ts';

export interface LoadInput {
  readonly path: string;
  /** What the person calls the file. */
  readonly shownPath: string;
  /** A folder of its own; the database is written into it as `READING_NAME`. Removed when this fails. */
  readonly folder: string;
  readonly trusted: readonly TrustedKeyDto[];
  readonly database: OpenOptions;
}

/** The private workspace that an open snapshot is read from. */
export const READING_NAME = 'reading.db';

/** Judging takes the bar this far when the file is opened afterwards. */
const JUDGED = 60;
/** Loading takes it on from there, this far where statuses are judged anew afterwards. */
const LOADED = 75;

/**
 * Copies, judges and loads a file into a workspace of its own in `folder`. SNAPSHOT_REFUSED when its structure
 * cannot be relied on, FILE_UNREADABLE; nothing is left then.
 */
export async function loadSnapshot(input: LoadInput, trust: Trust, watch: Watch): Promise<SnapshotReport> {
  const { path, shownPath, folder, database } = input;
  try {
    const copy = (await isWithinLimit(path)) ? await copyPrivately(path, folder, watch) : path;
    const report = await inspectSnapshot(copy, shownPath, trust, database, watch, JUDGED);
    await fill(input, copy, report, watch);
    await rm(copy);
    return report;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function requireOpenable(report: SnapshotReport): SnapshotManifest {
  if (report.canOpen && report.manifest !== null) return report.manifest;
  throw refusedFor(report.file, report.reasons[0]);
}

async function fill(
  { folder, shownPath, database }: LoadInput,
  copy: string,
  report: SnapshotReport,
  watch: Watch,
): Promise<void> {
  const manifest = requireOpenable(report);
  const format = formatOf(manifest.format, database);
  if (format === undefined) throw refusedFor(shownPath);
  const connections = openDatabase(join(folder, READING_NAME), database);
  const { write } = connections;
  const { isJudgedAnew } = report;
  const tell = part(watch, 'load', JUDGED, isJudgedAnew ? LOADED : 100);
  const tellJudged = isJudgedAnew ? part(watch, 'judge', LOADED, 100) : () => tell(1);
  let done = 0;
  try {
    attachSnapshot(write, copy);
    await transact(write, 'DEFERRED', async () => {
      for (const _ of loadTables(write, format, { manifest, isJudgedAnew })) {
        tell(done / format.dataTables.length);
        done += 1;
        await pause(watch.signal);
      }
      if (report.verdict !== 'verified') computeRates(write);
      for (const share of judgeLoaded(write, report, manifest)) {
        tellJudged(share);
        await pause(watch.signal);
      }
    });
    detachSnapshot(write);
  } catch (error) {
    throw isForbiddenValue(error) ? refusedFor(shownPath) : error;
  } finally {
    connections.close();
  }
}

/** A row that the workspace's own rules forbid, in a file that no program of ours has written. */
function isForbiddenValue(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}
