import { setImmediate as nextTurn } from 'node:timers/promises';
import { UserError } from '#shared/contract/errors.ts';

/** Whoever waits for long work: hears how far it is, and may end it. */
export interface Watch<Progress = never> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Throws CANCELLED once whoever waits has ended the work. */
export function stopWhenAsked(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new UserError('CANCELLED');
}

/** Lets messages in, one that ends the work among them: a thread that only computes never hears of it. CANCELLED. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  await nextTurn();
  stopWhenAsked(signal);
}

type Told<Progress, Result> = ({ kind: 'progress' } & Progress) | ({ kind: 'done' } & Result);

/**
 * Work that tells how far it is, as a stream: each step in its order, the result last. When the listener goes
 * away or `signal` is aborted, the work's own signal is; its error reaches the listener.
 */
export async function* reportProgress<Progress extends object, Result extends object>(
  signal: AbortSignal | undefined,
  work: (watch: Required<Watch<Progress>> & { readonly signal: AbortSignal }) => Promise<Result>,
): AsyncGenerator<Told<Progress, Result>, void, void> {
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  if (signal?.aborted) stop.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const events: Told<Progress, Result>[] = [];
  let wake: () => void = () => undefined;
  let isOver = false;
  const onProgress = (progress: Progress): void => {
    events.push({ ...progress, kind: 'progress' });
    wake();
  };
  const running = work({ signal: stop.signal, onProgress })
    .then((result) => events.push({ ...result, kind: 'done' }))
    .finally(() => {
      isOver = true;
      wake();
    });
  // Awaited below; until then a failure must not count as unhandled.
  running.catch(() => undefined);
  try {
    while (!isOver || events.length > 0) {
      const event = events.shift();
      if (event !== undefined) yield event;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    await running;
  } finally {
    signal?.removeEventListener('abort', onAbort);
    stop.abort();
    // Whoever goes away early is told only when what was begun is cleared away.
    await running.catch(() => undefined);
  }
}
