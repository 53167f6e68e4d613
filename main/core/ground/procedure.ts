import { implement, ORPCError } from '@orpc/server';
import { contract } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Context } from './context.ts';

/**
 * The contract ready to be implemented: `procedure.units.list.handler(...)`. A UserError thrown anywhere below,
 * also halfway through a stream, reaches the caller as the contract's typed error of the same code. A caller that
 * names an open snapshot as its source gets that snapshot's figures from every handler.
 */
export const procedure = implement(contract)
  .$context<Context>()
  .use(async ({ context, next }) => {
    try {
      const result = await next({ context: context.contextFor(context) });
      return isStream(result.output) ? { ...result, output: withTypedErrors(result.output) } : result;
    } catch (error) {
      throw typedError(error);
    }
  });

function typedError(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  return new ORPCError(error.code, {
    data: { values: error.values },
    message: error.message,
    cause: error,
  });
}

function isStream(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

async function* withTypedErrors(stream: AsyncIterable<unknown>): AsyncGenerator<unknown, void> {
  try {
    yield* stream;
  } catch (error) {
    throw typedError(error);
  }
}
