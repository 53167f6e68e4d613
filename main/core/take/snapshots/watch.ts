import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SnapshotProgress, SnapshotStep } from '#shared/contract/snapshots.ts';

/** Whoever waits for long work on a file: hears how far it is, and may end it. */
export interface Watch {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: SnapshotProgress) => void) | undefined;
}

/** Tells how far one part of the work is (0 to 1), which takes the bar from one percentage to another. */
export function part(watch: Watch, step: SnapshotStep, from: number, to: number): (share: number) => void {
  return (share) => watch.onProgress?.({ step, done: Math.round(from + (to - from) * share), total: 100 });
}

/** Lets messages in, one that ends the work among them; throws the signal's reason then. */
export async function pause({ signal }: Watch): Promise<void> {
  await nextTurn();
  signal?.throwIfAborted();
}
