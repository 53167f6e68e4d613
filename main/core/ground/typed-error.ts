import { ORPCError } from '@orpc/server';
import { UserError } from '#shared/contract/errors.ts';

/** The contract's typed error that stands for a UserError; anything else as it is. */
export function typedError(error: unknown): unknown {
  if (!(error instanceof UserError)) return error;
  return new ORPCError(error.code, {
    data: { values: error.values },
    message: error.message,
    cause: error,
  });
}
