import { EventPublisher } from '@orpc/server';
import type { ApplicationEvent } from '#shared/contract/application.ts';
import type { EventStream } from './context.ts';

/** Five seconds: a wall display shows that the engine is silent before anybody trusts a stale picture. */
const BEAT_EVERY_MS = 5000;

export interface RunningEvents extends EventStream {
  readonly stop: () => void;
}

/** A stream that beats until stopped; each subscriber gets a beat at once, so that it knows it is connected. */
export function startEvents(clock: () => Date, isDatabaseMoved: () => boolean): RunningEvents {
  const publisher = new EventPublisher<{ event: ApplicationEvent }>();
  const beat = (): ApplicationEvent => ({
    kind: 'beat',
    at: clock().toISOString(),
    everyMs: BEAT_EVERY_MS,
    isDatabaseMoved: isDatabaseMoved(),
  });
  const timer = setInterval(() => publisher.publish('event', beat()), BEAT_EVERY_MS);
  timer.unref();
  return {
    stop: () => clearInterval(timer),
    publishChange: (topics) =>
      publisher.publish('event', { kind: 'changed', at: clock().toISOString(), topics: [...topics] }),
    subscribe: async function* (signal) {
      // Subscribed before the first beat is handed out: a change in between is not lost.
      const live = publisher.subscribe('event', signal ? { signal } : {});
      yield beat();
      yield* live;
    },
  };
}
