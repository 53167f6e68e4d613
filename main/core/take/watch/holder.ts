import { z } from 'zod';
import type { Context } from '#main/core/ground/context.ts';
import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import { isRunning } from '#main/core/work/is-running.ts';
import type { ReadDatabase } from '#main/db/open.ts';

const SETTING = 'watch.holder';
/** How often whoever holds the folder says so again. */
const RENEW_MS = 60_000;
/** Longer than any file is in hand: the holder hangs, or its number belongs to another process by now. */
const STALE_MS = 30 * 60_000;

const schema = z.object({ id: z.string(), pid: z.number(), at: z.number() });
type Holder = z.infer<typeof schema>;

/**
 * True when this watch is the one that looks after the folder. Of several programs on one data folder (a second
 * host, `kh02 watch --once` beside it) only one takes files in hand: two would each take what the other has begun.
 */
export async function holdFolder({ read, write, clock }: Context, id: string): Promise<boolean> {
  const now = clock().getTime();
  const mine = { id, pid: process.pid, at: now };
  const seen = readHolder(read);
  if (seen !== null && isHeldByOther(seen, mine)) return false;
  if (seen?.id === id && Math.abs(now - seen.at) < RENEW_MS) return true;
  return await write((database) => {
    const found = readHolder(database);
    if (found !== null && isHeldByOther(found, mine)) return false;
    writeSetting(database, SETTING, mine);
    return true;
  });
}

/** Lets another program take over at once. */
export async function releaseFolder({ read, write }: Context, id: string): Promise<void> {
  if (readHolder(read)?.id !== id) return;
  await write((database) => {
    if (readHolder(database)?.id === id) writeSetting(database, SETTING, null);
  });
}

/** Whether another watch than the one with this id has the folder in hand. */
export function isHeldElsewhere({ read, clock }: Context, id: string): boolean {
  const found = readHolder(read);
  return found !== null && isHeldByOther(found, { id, pid: process.pid, at: clock().getTime() });
}

function isHeldByOther(found: Holder, { id, at }: Holder): boolean {
  return found.id !== id && Math.abs(at - found.at) < STALE_MS && isRunning(found.pid);
}

function readHolder(database: ReadDatabase): Holder | null {
  return schema.safeParse(readSetting(database, SETTING)).data ?? null;
}
