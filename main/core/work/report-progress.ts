/**
 * Work that tells how far it is, as a stream: each event in its order, the result last. When the listener goes
 * away or `signal` is aborted, the work's own signal is; its error reaches the listener.
 */
export async function* reportProgress<Event>(
  signal: AbortSignal | undefined,
  work: (stop: AbortSignal, tell: (event: Event) => void) => Promise<Event>,
): AsyncGenerator<Event, void, void> {
  const stop = new AbortController();
  const onAbort = (): void => stop.abort();
  if (signal?.aborted) stop.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const events: Event[] = [];
  let wake: () => void = () => undefined;
  let isOver = false;
  const running = work(stop.signal, (event) => {
    events.push(event);
    wake();
  })
    .then((event) => events.push(event))
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
