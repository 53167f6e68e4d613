import { implement, ORPCError } from '@orpc/server';
import { contract } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Context } from './context.ts';

/**
 * The contract ready to be implemented: `procedure.units.list.handler(...)`. A UserError thrown anywhere below
 * reaches the caller as the contract's typed error of the same code.
 */
export const procedure = implement(contract)
  .$context<Context>()
  .use(async ({ next }) => {
    try {
      return await next();
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
