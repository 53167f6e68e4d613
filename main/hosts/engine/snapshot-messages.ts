import type { SnapshotJobKind, SnapshotJobs } from '#main/core/take/snapshots/jobs.ts';
import type { ErrorCode, ErrorValues } from '#shared/contract/errors.ts';
import type { SnapshotProgress } from '#shared/contract/snapshots.ts';

/** The one piece of work a snapshot thread is started for. */
export interface SnapshotWork {
  readonly kind: SnapshotJobKind;
  readonly input: SnapshotJobs[SnapshotJobKind]['input'];
}

/** What the thread says: how far it is, and once how it ended. Any message to it ends the work. */
export type FromSnapshot =
  | { readonly kind: 'progress'; readonly progress: SnapshotProgress }
  | { readonly kind: 'done'; readonly output: SnapshotJobs[SnapshotJobKind]['output'] }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly values: ErrorValues }
  | { readonly kind: 'failed'; readonly error: Error };
