import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Watch } from '#main/core/work/progress.ts';
import { asUserError } from '#main/db/errors.ts';
import type { Connections, WriteDatabase } from '#main/db/open.ts';
import { transact } from '#main/db/transaction.ts';
import { UserError } from '#shared/contract/errors.ts';

/** The queue in front of the one writing connection: writers run in the order they came, one at a time. */
export interface Writer {
  /** One immediate transaction; a throw leaves the database as it was. */
  readonly write: <T>(work: (database: WriteDatabase) => T) => Promise<T>;
  /**
   * The same for long work: between its steps readers get their turn, and the signal can end it. What the work
   * yields goes to `onProgress`.
   */
  readonly writeSteps: <T, Step>(
    work: (database: WriteDatabase) => Generator<Step, T>,
    options?: Watch<Step>,
  ) => Promise<T>;
  /** Settles when everything that was asked for before has ended. */
  readonly idle: () => Promise<void>;
}

/**
 * A writer over the connection; nothing else may write through it. Work that another process keeps from starting
 * for longer than SQLite's own patience (5 s) fails with DATABASE_BUSY, and all work with DATABASE_MOVED while the
 * file is not where it was opened.
 */
export function createWriter({ write: database, isMoved }: Connections): Writer {
  let tail: Promise<unknown> = Promise.resolve();
  const requirePlace = (): void => {
    if (isMoved()) throw new UserError('DATABASE_MOVED', { file: database.name });
  };
  const enqueue = <T>(run: () => T | Promise<T>): Promise<T> => {
    const result = tail.then(run).catch((error: unknown) => {
      throw asUserError(error, database.name);
    });
    tail = result.catch(() => undefined);
    return result;
  };
  return {
    write: (work) =>
      enqueue(() => database.transaction(() => runInPlace(database, work, requirePlace)).immediate()),
    writeSteps: (work, options) => enqueue(() => runSteps(database, work, requirePlace, options ?? {})),
    idle: async () => {
      await tail;
    },
  };
}

/** Of a workspace that can only be read. Everything fails with DATA_FOLDER_UNWRITABLE. */
export function refusingWriter(folder: string): Writer {
  const refuse = (): Promise<never> => Promise.reject(new UserError('DATA_FOLDER_UNWRITABLE', { folder }));
  return { write: refuse, writeSteps: refuse, idle: () => Promise.resolve() };
}

/** Before the work, so that none is done in vain; and after it, before it is committed. */
function runInPlace<T>(
  database: WriteDatabase,
  work: (database: WriteDatabase) => T,
  requirePlace: () => void,
): T {
  requirePlace();
  const result = work(database);
  requirePlace();
  return result;
}

async function runSteps<T, Step>(
  database: WriteDatabase,
  work: (database: WriteDatabase) => Generator<Step, T>,
  requirePlace: () => void,
  { signal, onProgress }: Watch<Step>,
): Promise<T> {
  return await transact(database, 'IMMEDIATE', async () => {
    requirePlace();
    const steps = work(database);
    let step = steps.next();
    while (step.done !== true) {
      onProgress?.(step.value);
      await nextTurn();
      signal?.throwIfAborted();
      step = steps.next();
    }
    requirePlace();
    return step.value;
  });
}
