import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';

export interface DifficultyFilter {
  readonly category: string | null;
  readonly province: string | null;
  /** Resolved ones as well. */
  readonly all: boolean;
}

/** The filter of the lists, kept in the address. */
export function useDifficultyFilter(): DifficultyFilter {
  const { query } = useAddress();
  return useMemo(
    () => ({
      category: query.get('category'),
      province: query.get('province'),
      all: query.has('all'),
    }),
    [query],
  );
}

/** Changes part of the filter. */
export function changeFilter(patch: Partial<DifficultyFilter>): void {
  const { all, ...rest } = patch;
  changeQuery({ ...rest, ...(all === undefined ? {} : { all: all ? 'yes' : null }) });
}
