import type { ApplicationEvent } from '#shared/contract/application.ts';
import { LineError, type LineTrouble } from './transport.ts';

/** What the frame shows: `starting` before the first beat, `silent` after three beats were missed. */
export interface EngineState {
  readonly state: 'starting' | 'live' | 'silent';
  /** Epoch milliseconds of the last beat heard; null before the first. */
  readonly lastBeatAt: number | null;
  /** Why the line cannot be had again, where that is known. */
  readonly trouble: LineTrouble | null;
  /** As the last beat said: nothing is written any more, and what is shown may be old. */
  readonly isDatabaseMoved: boolean;
}

type Beat = Extract<ApplicationEvent, { kind: 'beat' }>;

const MISSED_BEATS = 3;
/** Until the first beat has told its interval. */
const ASSUMED_BEAT_MS = 5000;

/** The beats of the engine: whether they are heard, and since when they are not. */
export class Pulse {
  readonly #listeners = new Set<() => void>();
  #engine: EngineState = { state: 'starting', lastBeatAt: null, trouble: null, isDatabaseMoved: false };
  #beatEveryMs = ASSUMED_BEAT_MS;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #onSilence: () => void = () => undefined;

  constructor() {
    this.#armWatchdog();
  }

  // Handed to React without the object, so bound.
  readonly engine = (): EngineState => this.#engine;

  /** Tells when the state changes; returns the way to stop listening. */
  readonly onEngine = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  heardBeat({ everyMs, isDatabaseMoved }: Beat): void {
    this.#beatEveryMs = everyMs;
    this.#set({ state: 'live', lastBeatAt: Date.now(), trouble: null, isDatabaseMoved });
    this.#armWatchdog();
  }

  /** A line could not be had. Whoever is refused will be refused again: nothing is won by waiting for missed beats. */
  meetTrouble(error: unknown): void {
    const trouble = error instanceof LineError ? error.trouble : null;
    const state = trouble === 'refused' ? 'silent' : this.#engine.state;
    if (trouble !== this.#engine.trouble || state !== this.#engine.state)
      this.#set({ ...this.#engine, state, trouble });
  }

  /** Settles when beats are missed on a new line. */
  untilSilent(): Promise<void> {
    const silence = Promise.withResolvers<void>();
    this.#onSilence = silence.resolve;
    // Only when it has gone off: a line that opens and breaks over and over must not put silence off for ever.
    if (this.#watchdog === undefined) this.#armWatchdog();
    return silence.promise;
  }

  stop(): void {
    clearTimeout(this.#watchdog);
  }

  #armWatchdog(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      this.#watchdog = undefined;
      this.#set({ ...this.#engine, state: 'silent' });
      this.#onSilence();
    }, this.#beatEveryMs * MISSED_BEATS);
  }

  #set(next: EngineState): void {
    this.#engine = next;
    for (const listener of this.#listeners) listener();
  }
}
