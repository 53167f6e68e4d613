import { implement } from '@orpc/server';
import { contract } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Context } from './context.ts';
import { typedError } from './typed-error.ts';

/**
 * The contract ready to be implemented: `procedure.units.list.handler(...)`. A UserError thrown anywhere below,
 * also halfway through a stream, reaches the caller as the contract's typed error of the same code. A caller that
 * names an open snapshot as its source gets that snapshot's figures from every handler, and SNAPSHOT_READ_ONLY from
 * those that write; what they wrote in the workspace is told to every listener when they are done.
 */
export const procedure = implement(contract)
  .$context<Context>()
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
  });

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
