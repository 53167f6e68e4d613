import { ORPCError } from '@orpc/server';
import { isErrorCode, UserError } from '#shared/contract/errors.ts';
import { oneLine } from '#shared/text/clean-text.ts';
import type { Progress } from './export.ts';

/** Whether the error says by itself what a person can do: made here, or by the contract that was asked for figures. */
export function isRefusal(error: unknown): boolean {
  return error instanceof UserError || (error instanceof ORPCError && isErrorCode(error.code));
}

/** JOB_FAILED: the job ended by a mistake of ours or for want of memory, at what it was last heard to be doing. */
export function jobFailure(cause: unknown, last: Progress | undefined): UserError {
  const { code, message }: NodeJS.ErrnoException = cause instanceof Error ? cause : new Error(String(cause));
  const values = {
    place: last === undefined ? 'none' : last.title === undefined ? 'file' : 'page',
    step: last?.step ?? '',
    total: last?.total ?? 0,
    title: oneLine(last?.title ?? ''),
    reason: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'mistake',
    detail: message,
  };
  return new UserError('JOB_FAILED', values, { cause });
}
