import { implement, ORPCError } from '@orpc/server';
import { contract } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Context } from './context.ts';
import { contextFor } from './snapshots/source.ts';

/**
 * The contract ready to be implemented: `procedure.units.list.handler(...)`. A UserError thrown anywhere below
 * reaches the caller as the contract's typed error of the same code. A caller that names an open snapshot as its
 * source gets that snapshot's figures from every handler.
 */
export const procedure = implement(contract)
  .$context<Context>()
  .use(async ({ context, next }) => {
    try {
      return await next({ context: contextFor(context, context.source) });
    } catch (error) {
      if (error instanceof UserError) {
        throw new ORPCError(error.code, {
          data: { values: error.values },
          message: error.message,
          cause: error,
        });
      }
      throw error;
    }
  });
