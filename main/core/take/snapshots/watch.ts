import type { Watch as WatchOf } from '#main/core/work/progress.ts';
import type { SnapshotProgress, SnapshotStep } from '#shared/contract/snapshots.ts';

export type Watch = WatchOf<SnapshotProgress>;

/** Tells how far one part of the work is (0 to 1), which takes the bar from one percentage to another. */
export function part(watch: Watch, step: SnapshotStep, from: number, to: number): (share: number) => void {
  return (share) => watch.onProgress?.({ step, done: Math.round(from + (to - from) * share), total: 100 });
}
