import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';

/** Enough to fill the panel of a 4K display; the rail, the overview and the wall share one question. */
const TOP = 24;

/** The gravest alerts that wait for somebody at the cut on screen, with totals over all of them. */
export function useTopAlerts() {
  const { id } = useCut();
  return useQuery(
    useApi().alerts.list.queryOptions({
      input: { cut: id, states: ['firing'], limit: TOP },
      placeholderData: (before) => before,
    }),
  );
}
