import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '#main/core/ground/context.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { WatchSettings } from '#shared/contract/watch.ts';
import { requireFitFolder } from './folder.ts';
import { SETTLE_MS } from './settle.ts';
import { readWatchSettings, writeWatchSettings } from './store.ts';
import { watchOf } from './watcher.ts';

const FILES_SHOWN = 100;
/** A timer may go off a little before the clock that judges a file says so. */
const TIMER_EARLY_MS = 10;

export const watch = {
  state: procedure.watch.state.handler(({ context, input }) => watchOf(context).state(input.files)),
  choose: procedure.watch.choose.handler(async ({ context, input }) => {
    const folder = await requireFitFolder(input.folder, context.dataFolder);
    const since = context.clock().toISOString();
    const before = readWatchSettings(context.read);
    const policy = input.policy ?? (before?.folder === folder ? before.policy : 'inbox');
    return await keep(context, { folder, policy, isPaused: false, who: input.who, since });
  }),
  change: procedure.watch.change.handler(async ({ context, input }) => {
    const { policy, isPaused, who } = input;
    const before = requireSettings(context);
    return await keep(context, {
      ...before,
      who,
      policy: policy ?? before.policy,
      isPaused: isPaused ?? before.isPaused,
    });
  }),
  forget: procedure.watch.forget.handler(({ context }) => keep(context, null)),
  once: procedure.watch.once.handler(async ({ context, signal }) => {
    requireSettings(context);
    const folderWatch = watchOf(context);
    await folderWatch.look();
    // Each look tells only how the file stood at its time.
    await wait(SETTLE_MS + TIMER_EARLY_MS, undefined, signal === undefined ? {} : { signal });
    await folderWatch.look();
    return folderWatch.state(FILES_SHOWN);
  }),
};

function requireSettings(context: Context): WatchSettings {
  const settings = readWatchSettings(context.read);
  if (settings === null) throw new UserError('WATCH_OFF');
  return settings;
}

async function keep(context: Context, settings: WatchSettings | null) {
  await context.write((write) => writeWatchSettings(write, settings));
  return watchOf(context).state(FILES_SHOWN);
}
