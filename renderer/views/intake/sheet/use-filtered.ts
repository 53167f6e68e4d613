import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import type { SHEET_FILTERS } from '#shared/contract/choices.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';

export type Only = (typeof SHEET_FILTERS)[number];

/** What is looked for in a sheet, and the rows that have it; null where all of them are shown. */
export interface Filtered {
  readonly text: string;
  readonly only: Only;
  readonly setText: (text: string) => void;
  readonly setOnly: (only: Only) => void;
  readonly rows: readonly number[] | null;
  readonly total: number | null;
}

export function useFiltered({ id, sha256, ...preview }: IntakePreviewDto, sheet: string): Filtered {
  const [text, setText] = useState('');
  const [only, setOnly] = useState<Only>('all');
  const words = useDeferredValue(text.trim());
  const isFiltered = words !== '' || only !== 'all';
  const { data } = useQuery({
    ...useApi().intake.sheetSearch.queryOptions({
      input: { id: id ?? '', sheet, text: words, only },
      // What was made of the rows is another thing with every preview.
      queryKey: ['sheetSearch', id, sheet, words, only, only === 'all' ? sha256 : preview.problems],
      placeholderData: (before) => before,
      gcTime: 0,
    }),
    enabled: isFiltered,
  });
  const found = isFiltered ? data : undefined;
  return { text, only, setText, setOnly, rows: found?.rows ?? null, total: found?.total ?? null };
}
