import { foreignCommits } from '#main/db/foreign-commits.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { TOPICS } from '#shared/contract/base.ts';
import type { Context } from './context.ts';

/** Screens follow within two seconds: half a second until it is seen, the rest for asking and drawing anew. */
const LOOK_EVERY_MS = 500;

export interface OthersWatch {
  readonly stop: () => void;
}

/**
 * Notices what another process (a command beside a running host, a second host) has written, and treats it as a change
 * of this one: `doubt` has what this process keeps in memory of the data read again, and whoever listens asks anew.
 * What was written is not known, so all topics are told.
 */
export function watchOtherProcesses(
  { events }: Context,
  write: WriteDatabase,
  doubt: () => void,
): OthersWatch {
  const hasChanged = foreignCommits(write);
  const look = (): void => {
    if (!hasChanged()) return;
    doubt();
    events.publishChange(TOPICS);
  };
  const timer = setInterval(() => {
    try {
      look();
    } catch {
      // Another process keeps the file to itself for the moment: the next look sees what it did.
    }
  }, LOOK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
