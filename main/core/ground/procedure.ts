import { implement } from '@orpc/server';
import type { ReadDatabase } from '#main/db/open.ts';
import { contract } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Context } from './context.ts';
import { typedError } from './typed-error.ts';

/**
 * The contract ready to be implemented: `procedure.units.list.handler(...)`. A UserError thrown anywhere below,
 * also halfway through a stream, reaches the caller as the contract's typed error of the same code. A caller that
 * names an open snapshot as its source gets that snapshot's figures from every handler, and SNAPSHOT_READ_ONLY from
 * those that write; what they wrote in the workspace is told to every listener when they are done. A question is
 * answered from one state of the data: what it asks the database until its handler first waits is one transaction.
 */
export const procedure = implement(contract)
  .$context<Context>()
  // Before the second of the two steps below: that one then calls the handler itself, not a check that it waits for.
  .$config({ initialInputValidationIndex: -1 })
  .use(async ({ context: caller, next, procedure: { '~orpc': definition } }) => {
    const { writes } = definition.meta;
    try {
      const context = caller.contextFor(caller);
      if (writes.length > 0 && context.snapshot !== null) throw new UserError('SNAPSHOT_READ_ONLY');
      const tell = (): void => {
        if (writes.length > 0) context.events.publishChange(writes);
      };
      const result = await next({ context });
      if (isStream(result.output)) return { ...result, output: followed(result.output, tell) };
      tell();
      return result;
    } catch (error) {
      throw typedError(error);
    }
  })
  .use(({ context, next, procedure: { '~orpc': definition } }) =>
    definition.meta.writes.length > 0 ? next() : fromOneState(context.read, next),
  );

/** Whatever commits meanwhile, a process of its own among them, is seen by no half of an answer. */
function fromOneState<Answer>(database: ReadDatabase, ask: () => Answer): Answer {
  if (database.inTransaction) return ask();
  // In a list: SQLite's wrapper takes no function that gives a promise.
  const asked: Answer[] = [];
  database.transaction(() => {
    asked.push(ask());
  })();
  return asked[0] as Answer;
}

function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/** The stream with the contract's errors. Tells also when the listener goes away: by then the work may be done. */
async function* followed(stream: AsyncIterable<unknown>, tell: () => void): AsyncGenerator<unknown, void> {
  let hasFailed = false;
  try {
    yield* stream;
  } catch (error) {
    hasFailed = true;
    throw typedError(error);
  } finally {
    if (!hasFailed) tell();
  }
}
