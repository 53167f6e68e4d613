import type { ReadDatabase } from '#main/db/open.ts';
import type { ApplicationEvent, TOPICS } from '#shared/contract/application.ts';
import type { OpenSnapshotDto } from '#shared/contract/snapshots.ts';
import type { JobRunner } from './briefing/jobs.ts';
import type { SnapshotService } from './snapshots/service.ts';
import type { Writer } from './writer.ts';

export type Topic = (typeof TOPICS)[number];

/** What a handler may reach: nothing of the host that serves it. */
export interface Context {
  readonly read: ReadDatabase;
  readonly write: Writer['write'];
  readonly writeSteps: Writer['writeSteps'];
  readonly events: EventStream;
  readonly clock: () => Date;
  readonly dataFolder: string;
  /** Fonts, boundaries and catalogues of the installation. */
  readonly assetsFolder: string;
  readonly startedAt: string;
  /** Where briefings are made, when the host has another thread for them than the one that answers. */
  readonly jobs?: JobRunner | undefined;
  readonly snapshots: SnapshotService;
  /** Id of the open snapshot that the caller wants its figures from; undefined or empty for the workspace. */
  readonly source?: string | undefined;
  /** The snapshot that `read` shows; null in the workspace. */
  readonly snapshot: OpenSnapshotDto | null;
}

/** Where handlers tell what changed, and where callers listen. */
export interface EventStream {
  readonly publishChange: (topics: readonly Topic[]) => void;
  readonly subscribe: (signal: AbortSignal | undefined) => AsyncIterable<ApplicationEvent>;
}
