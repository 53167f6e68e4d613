import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { loadLateMessages } from '#renderer/ground/messages.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { Hits } from './search-index.ts';

const MOST_FOUND = 12;
const LEAST_LETTERS = 2;

const NOTHING: Hits = { hits: [], total: 0, named: 0 };

/** Fetched with its sentences when somebody first searches: no first screen speaks of units of old. */
async function loadEntries() {
  const [{ formerHits }] = await Promise.all([import('./former-hits.ts'), loadLateMessages()]);
  return formerHits;
}

/** Units that are no more, asked of the engine letter by letter. */
export function useFormerEntries(query: string): Hits {
  const text = useText();
  const { fullName } = useNames();
  const asked = query.trim();
  const isLongEnough = asked.length >= LEAST_LETTERS;
  const entries = useQuery({
    queryKey: ['palette', 'former'],
    queryFn: loadEntries,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: isLongEnough,
  });
  const found = useQuery(
    useApi().units.former.queryOptions({
      input: { text: asked.slice(0, 100), limit: MOST_FOUND },
      enabled: isLongEnough,
      placeholderData: (before) => before,
    }),
  );
  if (!isLongEnough || entries.data === undefined || found.data === undefined) return NOTHING;
  return entries.data(found.data, { ...text, province: fullName });
}
