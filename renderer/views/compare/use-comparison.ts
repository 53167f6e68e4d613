import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/app/address.ts';
import { useCut } from '#renderer/app/cut.tsx';

export interface ComparisonChoice {
  /** Codes of the two cuts; null when the data folder has fewer than one. */
  readonly from: string | null;
  readonly to: string | null;
  readonly level: 'province' | 'commune';
  readonly side: 'reported' | 'operating';
}

/** The two cuts of the address; without them the cut on screen and the one before it. */
export function useComparison(): ComparisonChoice {
  const { query } = useAddress();
  const { cut, cuts, previous } = useCut();
  return useMemo(() => {
    const known = (name: string) => cuts.find((one) => one.id === query.get(name))?.id;
    const to = known('to') ?? cut?.id ?? null;
    return {
      from: known('from') ?? previous?.id ?? cut?.id ?? null,
      to,
      level: query.get('level') === 'province' ? 'province' : 'commune',
      side: query.get('side') === 'operating' ? 'operating' : 'reported',
    };
  }, [query, cut, cuts, previous]);
}

/** The first cut becomes the second and the other way round. */
export function swapCuts(choice: ComparisonChoice): void {
  changeQuery({ from: choice.to, to: choice.from }, { push: true });
}
