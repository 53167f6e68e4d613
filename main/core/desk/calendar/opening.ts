import { listReached } from '#main/core/ground/calendar/planned.ts';
import { openCut } from '#main/core/ground/calendar/store.ts';
import type { Context } from '#main/core/ground/context.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { recomputeSteps } from '#main/core/judge/judgement/recompute.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { PROGRAM_NAME } from '#shared/contract/settings.ts';

/** The first screen is there before anything is judged. */
const FIRST_LOOK_AFTER_MS = 3_000;
const LOOK_EVERY_MS = 30_000;
/** Stands in the course of a cut whose whole time passed while nobody had the workspace open. */
const OPENED_LATE =
  'Mở muộn: không ai mở không gian làm việc trong kỳ / Opened late: the workspace was not open';

/** Of a host that stays up: opens cuts of the calendar when their time begins. */
export function startOpenings(context: Context): { readonly stop: () => void } {
  let running = Promise.resolve();
  const look = () => {
    // A failure (another process is writing for long) is tried again at the next look.
    running = running.then(async () => void (await openReached(context))).catch(() => undefined);
  };
  const first = setTimeout(look, FIRST_LOOK_AFTER_MS).unref();
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(timer);
    },
  };
}

/**
 * Opens every planned cut whose time has begun, and judges from the first of them on; without one nothing happens. The
 * answer is the codes of those that have opened.
 */
export async function openReached({ read, writeSteps, clock, events }: Context): Promise<readonly string[]> {
  const at = clock().toISOString();
  if (listReached(read, at).length === 0) return [];
  const opened = await writeSteps((write) => openingSteps(write, at));
  events.publishChange(['cuts', 'statuses', 'alerts']);
  return opened;
}

function* openingSteps(database: WriteDatabase, at: string): Generator<unknown, readonly string[]> {
  const reached = listReached(database, at);
  for (const cut of reached)
    openCut(database, cut, { who: PROGRAM_NAME, at, reason: cut.asOf < at ? OPENED_LATE : null });
  const first = listCuts(database).find(({ code }) => reached.some((cut) => cut.code === code));
  if (first !== undefined) yield* recomputeSteps(database, first.id, at);
  return reached.map(({ code }) => code);
}
