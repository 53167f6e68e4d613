import type { ReadDatabase } from '#main/db/open.ts';
import type { ApplicationEvent } from '#shared/contract/application.ts';
import type { Topic } from '#shared/contract/base.ts';
import type { Client } from '#shared/contract/contract.ts';
import type { OpenSnapshotDto } from '#shared/contract/snapshots.ts';
import type { Person } from './settings/person.ts';
import type { Writer } from './writer.ts';

/**
 * What a handler may reach: nothing of the host that serves it. A floor above that keeps something for its handlers
 * adds it to this type where it is made (briefings their jobs, snapshots their service).
 */
export interface Context {
  readonly read: ReadDatabase;
  readonly write: Writer['write'];
  readonly writeSteps: Writer['writeSteps'];
  readonly events: EventStream;
  readonly clock: () => Date;
  readonly dataFolder: string;
  /** The folder of a workspace that can only be read; `dataFolder` holds a copy of it then. Null where one may write. */
  readonly readOnlyFolder: string | null;
  /** Fonts, boundaries and catalogues of the installation. */
  readonly assetsFolder: string;
  readonly startedAt: string;
  /** Who acts at this machine. */
  readonly person: Person;
  /** Id of the open snapshot that the caller wants its figures from; undefined or empty for the workspace. */
  readonly source?: string | undefined;
  /** The snapshot that `read` shows; null in the workspace. */
  readonly snapshot: OpenSnapshotDto | null;
  /** The context whose figures the caller asked for: those of the open snapshot that it names, else its own. */
  readonly contextFor: (caller: Context) => Context;
  /** The whole contract as a caller with this context sees it. */
  readonly clientFor: (caller: Context) => Client;
}

/** Where callers listen, and where work that no procedure was asked for tells what it changed. */
export interface EventStream {
  readonly publishChange: (topics: readonly Topic[]) => void;
  readonly subscribe: (signal: AbortSignal | undefined) => AsyncIterable<ApplicationEvent>;
}
