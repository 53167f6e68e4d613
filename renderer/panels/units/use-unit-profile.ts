import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';

/** Everything of one unit at a cut; what was on screen stays until the new figures are there. */
export function useUnitProfile(code: string, cut: string | undefined) {
  return useQuery(
    useApi().units.profile.queryOptions({
      input: { code, cut },
      placeholderData: (before) => (before?.unit.code === code ? before : undefined),
    }),
  );
}
