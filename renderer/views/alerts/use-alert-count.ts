import { useQuery } from '@tanstack/react-query';
import { useCut } from '#renderer/app/cut.tsx';
import { useApi } from '#renderer/client/ApiProvider.tsx';

/** How many critical alerts wait for somebody at the cut on screen; undefined until known. */
export function useAlertCount(): number | undefined {
  const { id } = useCut();
  const query = useQuery(
    useApi().alerts.list.queryOptions({
      input: { cut: id, states: ['firing'], limit: 8 },
      placeholderData: (before) => before,
    }),
  );
  return query.data?.bySeverity.critical;
}
