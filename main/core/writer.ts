import { setImmediate as nextTurn } from 'node:timers/promises';
import { asUserError } from '#main/db/errors.ts';
import type { WriteDatabase } from '#main/db/open.ts';

/** The queue in front of the one writing connection: writers run in the order they came, one at a time. */
export interface Writer {
  /** One immediate transaction; a throw leaves the database as it was. */
  readonly write: <T>(work: (database: WriteDatabase) => T) => Promise<T>;
  /**
   * The same for long work: between its steps readers get their turn, and the signal can end it. What the work
   * yields goes to `onStep`.
   */
  readonly writeSteps: <T, Step>(
    work: (database: WriteDatabase) => Generator<Step, T>,
    options?: StepOptions<Step>,
  ) => Promise<T>;
  /** Settles when everything that was asked for before has ended. */
  readonly idle: () => Promise<void>;
}

export interface StepOptions<Step> {
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (step: Step) => void;
}

/**
 * A writer over the connection; nothing else may write through it. Work that another process keeps from starting
 * for longer than SQLite's own patience (5 s) fails with DATABASE_BUSY.
 */
export function createWriter(database: WriteDatabase): Writer {
  let tail: Promise<unknown> = Promise.resolve();
  const enqueue = <T>(run: () => T | Promise<T>): Promise<T> => {
    const result = tail.then(run).catch((error: unknown) => {
      throw asUserError(error, database.name);
    });
    tail = result.catch(() => undefined);
    return result;
  };
  return {
    write: (work) => enqueue(() => database.transaction(() => work(database)).immediate()),
    writeSteps: (work, options) => enqueue(() => runSteps(database, work, options ?? {})),
    idle: async () => {
      await tail;
    },
  };
}

async function runSteps<T, Step>(
  database: WriteDatabase,
  work: (database: WriteDatabase) => Generator<Step, T>,
  { signal, onStep }: StepOptions<Step>,
): Promise<T> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const steps = work(database);
    let step = steps.next();
    while (step.done !== true) {
      onStep?.(step.value);
      await nextTurn();
      signal?.throwIfAborted();
      step = steps.next();
    }
    database.exec('COMMIT');
    return step.value;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
