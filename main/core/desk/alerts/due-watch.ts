import type { Context } from '#main/core/ground/context.ts';
import { findFirstDue } from '#main/core/ground/cuts/store.ts';
import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import { readWorkspace } from '#main/core/ground/workspace/store.ts';
import { recomputeSteps } from '#main/core/judge/judgement/recompute.ts';
import type { ReadDatabase } from '#main/db/open.ts';

/** Half a minute: silence is alerted within the minute after the hour it was due. */
const CHECK_EVERY_MS = 30_000;
/** Setting: until when passed due times have been looked at (UTC ISO). */
const CHECKED_UNTIL = 'alerts.dueCheckedUntil';

export interface DueWatch {
  readonly stop: () => void;
}

/**
 * Judges a cut again when its reports fall due, because silence before that hour says nothing and afterwards it
 * does, though nobody sends anything. Looks for the first time after half a minute, so that no start waits for it; a
 * short command has it looked at before it does its own work (`catchUp`).
 */
export function startDueWatch(context: Context): DueWatch {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    // A failure (another process is writing for long) is tried again at the next look.
    running = running.then(() => judgeDueCuts(context)).catch(() => undefined);
  }, CHECK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/**
 * Judges every status cut anew, from the first one whose due time, or that of the month it rests on, has passed since
 * this was last asked; when there is none, nothing happens.
 */
export async function judgeDueCuts({ read, writeSteps, clock, events }: Context): Promise<void> {
  const now = clock().toISOString();
  const since = checkedUntil(read);
  const first = since === null ? null : findFirstDue(read, since, now);
  if (since !== null && first === null) return;
  await writeSteps(function* (database) {
    if (first !== null) yield* recomputeSteps(database, first, now);
    writeSetting(database, CHECKED_UNTIL, now);
  });
  if (first !== null) events.publishChange(['statuses', 'alerts']);
}

/**
 * Where nobody ever asked, a real workspace is looked at from its beginning: commands may have filled it before the hour.
 * Null for an illustrative one, whose figures were judged as due.
 */
function checkedUntil(database: ReadDatabase): string | null {
  const value = readSetting(database, CHECKED_UNTIL);
  if (typeof value === 'string') return value;
  const workspace = readWorkspace(database);
  return workspace?.kind === 'real' ? workspace.createdAt : null;
}
