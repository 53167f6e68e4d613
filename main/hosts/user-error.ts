import { ORPCError } from '@orpc/server';
import { type ErrorValues, isErrorCode, UserError } from '#shared/contract/errors.ts';

/** The UserError that a typed error of the contract started as; anything else as it is. */
export function asUserError(error: unknown): unknown {
  if (!(error instanceof ORPCError)) return error;
  if (isErrorCode(error.code)) return new UserError(error.code, valuesOf(error.data), { cause: error });
  if (error.code !== 'BAD_REQUEST') return error.cause ?? error;
  return new UserError('INPUT_INVALID', { problem: problemOf(error.data) }, { cause: error });
}

function valuesOf(data: unknown): ErrorValues {
  const hasValues = typeof data === 'object' && data !== null && 'values' in data;
  return hasValues ? (data.values as ErrorValues) : {};
}

/** The first issue that the contract's schema found, with the place it is about. */
function problemOf(data: unknown): string {
  const { issues } = (data ?? {}) as {
    issues?: readonly { path?: readonly PropertyKey[]; message: string }[];
  };
  const first = issues?.[0];
  return first === undefined ? '?' : `${first.path?.join('.') ?? ''}: ${first.message}`;
}
