import { type ErrorValues, UserError } from '#shared/contract/errors.ts';
import type { Reason } from '#shared/domain/model.ts';
import { snapshotReason } from './snapshot-reason.ts';

/** SNAPSHOT_REFUSED with the sentence of the reason. */
export function refusedFor(
  file: string,
  why: Reason = snapshotReason('DAMAGED'),
  cause?: unknown,
): UserError {
  const values = { ...presentOf(why.values), file, reason: why.code };
  return new UserError('SNAPSHOT_REFUSED', values, { cause });
}

function presentOf(values: Reason['values']): ErrorValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}
