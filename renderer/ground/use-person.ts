import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';

/** Who sits here: the name used last, changed by typing, remembered when something is done under it. */
export function usePerson() {
  const api = useApi();
  const known = useQuery(api.settings.get.queryOptions()).data?.personName ?? '';
  const { mutateAsync } = useMutation(api.settings.set.mutationOptions());
  const [typed, setTyped] = useState<string | null>(null);
  const who = typed ?? known;
  const remember = async (): Promise<void> => {
    if (who.trim() !== known) await mutateAsync({ personName: who.trim() });
  };
  return { who, known, setWho: setTyped, remember };
}
