import type { WriteDatabase } from '#main/db/open.ts';

/** The queue in front of the one writing connection. */
export interface Writer {
  readonly write: <T>(work: (database: WriteDatabase) => T) => Promise<T>;
  /** For work that must pause between steps (long imports): nobody else writes until it has settled. */
  readonly exclusive: <T>(work: (database: WriteDatabase) => Promise<T>) => Promise<T>;
  /** Settles when everything that was asked for before has ended. */
  readonly idle: () => Promise<void>;
}

/** Writers run in the order they came, each alone and in one immediate transaction. */
export function createWriter(database: WriteDatabase): Writer {
  let tail: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(run: () => T | Promise<T>): Promise<T> => {
    const result = tail.then(run);
    tail = result.catch(() => undefined);
    return result;
  };
  return {
    write: (work) => enqueue(() => database.transaction(() => work(database)).immediate()),
    exclusive: (work) => enqueue(() => work(database)),
    idle: async () => {
      await tail;
    },
  };
}
