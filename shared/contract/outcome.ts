/** The last message of a stream of progress. Throws when the stream ends without one: that is our own mistake. */
export async function outcomeOf<Event extends { readonly kind: string }>(
  stream: AsyncIterable<Event>,
  onProgress?: (event: Exclude<Event, { kind: 'done' }>) => void,
): Promise<Extract<Event, { kind: 'done' }>> {
  for await (const event of stream) {
    if (event.kind === 'done') return event as Extract<Event, { kind: 'done' }>;
    onProgress?.(event as Exclude<Event, { kind: 'done' }>);
  }
  throw new Error('The stream ended before the work was done');
}
