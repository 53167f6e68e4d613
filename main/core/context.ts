import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { ApplicationEvent, TOPICS } from '#shared/contract/application.ts';

export type Topic = (typeof TOPICS)[number];

/** What a handler may reach: nothing of the host that serves it. */
export interface Context {
  readonly read: ReadDatabase;
  /** Runs one writer at a time, each in one immediate transaction; a throw leaves the database as it was. */
  readonly write: <T>(work: (database: WriteDatabase) => T) => Promise<T>;
  readonly events: EventStream;
  readonly clock: () => Date;
  readonly dataFolder: string;
  readonly startedAt: string;
}

/** Where handlers tell what changed, and where callers listen. */
export interface EventStream {
  readonly publishChange: (topics: readonly Topic[]) => void;
  readonly subscribe: (signal: AbortSignal | undefined) => AsyncIterable<ApplicationEvent>;
}
