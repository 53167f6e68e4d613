import type { Context } from '#main/core/ground/context.ts';

const FIRST_LOOK_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 10 * 60_000;

/** Of a host that stays up: makes each day's backup by itself, a minute after the start at the earliest. */
export function startDailyBackups({ backups, events }: Context): { readonly stop: () => void } {
  const look = async (): Promise<void> => {
    if (await backups.makeDaily()) events.publishChange(['backups']);
  };
  const first = setTimeout(() => void look(), FIRST_LOOK_AFTER_MS).unref();
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref();
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(timer);
    },
  };
}
