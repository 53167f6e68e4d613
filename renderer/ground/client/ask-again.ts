import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Has what is shown of these questions asked for again, because something changed. A first answer that is on its way may
 * have been read before the change, and the cache never asks twice while it has no answer at all: such a question is asked
 * again as soon as the first answer is there.
 */
export function askAgain(queries: QueryClient, queryKey: QueryKey): void {
  const first = queries.getQueryCache().findAll({
    queryKey,
    fetchStatus: 'fetching',
    predicate: ({ state }) => state.data === undefined,
  });
  void queries.invalidateQueries({ queryKey });
  for (const query of first)
    void query
      .fetch()
      .catch(() => undefined)
      .then(() => queries.invalidateQueries({ queryKey: query.queryKey, exact: true }));
}
