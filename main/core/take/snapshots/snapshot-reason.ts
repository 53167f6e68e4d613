import type { Reason } from '#shared/domain/model.ts';
import { reason } from '#shared/domain/reason.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';

type CodeOf<Key> = Key extends `snapshots.reason.${infer Code}` ? Code : never;
export type SnapshotReasonCode = CodeOf<MessageKey>;

/** A reason of a verdict; its sentence is `snapshots.reason.<code>` of the catalogue. */
export function snapshotReason(
  code: SnapshotReasonCode,
  values: Readonly<Record<string, string | number>> = {},
): Reason {
  return reason(`snapshots.reason.${code}`, values);
}
