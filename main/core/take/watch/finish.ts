import { randomUUID } from 'node:crypto';
import { lstat, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '#main/core/files/atomic-write.ts';
import type { Context } from '#main/core/ground/context.ts';
import { revisionOf } from '#main/core/take/intake/inbox/revision.ts';
import { inspectFile } from '#main/core/take/intake/inspect.ts';
import { findInboxRow, findSeen } from '#main/core/take/intake/offers.ts';
import { writeRejected } from '#main/core/take/intake/rejected.ts';
import { type ReturnWay, WATCH_FOLDERS } from '#shared/contract/choices.ts';
import { glimpse, withBytes } from './folder.ts';
import { otherName, safeName } from './names.ts';
import { reportOf } from './report.ts';
import type { Glimpse } from './settle.ts';
import { finishWatchRow, settleWatchRow, type WatchRow } from './store.ts';

/**
 * Finishes what is decided about a file: its report is written, then it is moved beside it. Whatever was cut off is
 * done again under the same names. A file that is gone or was replaced meanwhile is left alone. A waiting one is
 * finished once a person has committed or discarded it; until then nothing happens (false).
 */
export async function finishFile(context: Context, open: WatchRow, signal: AbortSignal): Promise<boolean> {
  const row = open.outcome === 'waiting' ? await settleWaiting(context, open) : open;
  if (row === null) return false;
  const { folder, name } = row;
  const isThere = isSame(await glimpse(folder, name), row);
  const place = isThere ? await moveWithReport(context, row, signal) : null;
  const at = context.clock().toISOString();
  await context.write((write) => finishWatchRow(write, row.id, at, place));
  return true;
}

/** What a person made of a file that waited; null while it still waits. */
async function settleWaiting(context: Context, row: WatchRow): Promise<WatchRow | null> {
  if (row.inboxId !== null && findInboxRow(context.read, row.inboxId) !== null) return null;
  const newest = findSeen(context.read, row.sha256)?.run ?? null;
  // Bytes that were in before the file came say nothing of what became of it.
  const run = newest === row.facts.seen ? null : newest;
  const outcome = run === null ? 'discarded' : 'committed';
  await context.write((write) => settleWatchRow(write, row.id, outcome, run));
  return { ...row, outcome, run };
}

function isSame(found: Glimpse | null, { bytes, modifiedMs }: WatchRow): boolean {
  return found !== null && found.bytes === bytes && found.modifiedMs === modifiedMs;
}

/** The place below the folder; null when the file was replaced at the last moment, and lies where it was. */
async function moveWithReport(context: Context, row: WatchRow, signal: AbortSignal): Promise<string | null> {
  const isGood = row.outcome === 'committed' || row.outcome === 'duplicate';
  const below = isGood ? WATCH_FOLDERS.done : WATCH_FOLDERS.rejected;
  const folder = join(row.folder, below);
  const target = await freeName(folder, row);
  const report = join(folder, `${target}${isGood ? '.bien-nhan.txt' : '.ly-do.txt'}`);
  const marked = join(folder, `${stemOf(target)}-can-sua.xlsx`);
  const isMarked = !isGood && row.facts.problems.some((one) => one.row !== null);
  const way = isMarked ? await writeMarked(context, row, marked, signal) : null;
  writeAtomically(report, reportOf(context, row, way));
  await rename(join(row.folder, row.name), join(folder, target));
  if (isSame(await glimpse(folder, target), row)) return `${below}/${target}`;
  await putBack(join(folder, target), row);
  for (const companion of isGood ? [report] : [report, marked]) await rm(companion, { force: true });
  return null;
}

/** What came in the place of the file while its report was written is nobody's to move: it has not been read yet. */
async function putBack(moved: string, { folder, name }: WatchRow): Promise<void> {
  const isTaken = (await lstat(join(folder, name)).catch(() => null)) !== null;
  await rename(moved, join(folder, isTaken ? otherName(name, randomUUID().slice(0, 8)) : name));
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

/** Its own name, or that with its content's hash, or with a number more where the same bytes came again. */
async function freeName(folder: string, { name, sha256 }: WatchRow): Promise<string> {
  const own = safeName(name);
  const isFree = async (target: string) => (await lstat(join(folder, target)).catch(() => null)) === null;
  if (await isFree(own)) return own;
  for (let count = 1; ; count += 1) {
    const other = otherName(own, count === 1 ? sha256.slice(0, 8) : `${sha256.slice(0, 8)}-${count}`);
    if (await isFree(other)) return other;
  }
}

/** The sender's own workbook with the cells marked that are to be mended, or another; null where it is none by now. */
async function writeMarked(
  context: Context,
  row: WatchRow,
  target: string,
  signal: AbortSignal,
): Promise<ReturnWay | null> {
  return await withBytes(row.folder, row, async (source) => {
    const inspected = await inspectFile(context.read, source, revisionOf(), {
      now: context.clock().toISOString(),
      signal,
    });
    if ('refused' in inspected) return null;
    const { bytes, way } = await writeRejected(inspected);
    writeAtomically(target, bytes);
    return way;
  });
}
