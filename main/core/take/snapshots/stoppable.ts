import type { SnapshotRunner } from './jobs.ts';

/** A runner whose work can be ended as a whole: what was begun then removes what it had written. */
export function stoppable(runner: SnapshotRunner): {
  readonly jobs: SnapshotRunner;
  /** Settles when nothing is under way any more. */
  readonly stopAll: () => Promise<void>;
} {
  const stop = new AbortController();
  const running = new Set<Promise<unknown>>();
  const jobs: SnapshotRunner = {
    run: (kind, input, watch) => {
      const signals = watch.signal === undefined ? [stop.signal] : [stop.signal, watch.signal];
      const work = runner.run(kind, input, { ...watch, signal: AbortSignal.any(signals) });
      const ended = work.catch(() => undefined).finally(() => running.delete(ended));
      running.add(ended);
      return work;
    },
  };
  const stopAll = async (): Promise<void> => {
    stop.abort();
    await Promise.all(running);
  };
  return { jobs, stopAll };
}
