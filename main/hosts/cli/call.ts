import { ORPCError } from '@orpc/server';
import { type Application, createApp } from '#main/core/app.ts';
import { logCopy } from '#main/hosts/engine/log.ts';
import { chooseDataFolder } from '#main/hosts/options.ts';
import type { Client } from '#shared/contract/contract.ts';
import { type ErrorValues, isErrorCode, UserError } from '#shared/contract/errors.ts';
import type { CommonOptions } from './options.ts';

/**
 * Runs work on the application in this process and closes it afterwards, also when the work fails. The contract's
 * typed errors come out as the UserError they started as.
 */
export async function withApplication<T>(
  options: CommonOptions,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const application: Application = await createApp({
    dataFolder: chooseDataFolder(options.data),
    beginsAnew: options['begin-anew'],
    onCopy: logCopy,
  });
  try {
    return await work(application.client);
  } catch (error) {
    throw asUserError(error);
  } finally {
    await application.close();
  }
}

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
