import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { nextOffset } from '#shared/contract/every-page.ts';

/** How a list is read in pages of so many rows; the page's number is its offset. */
export function inPages<Page>(limit: number, rowsOf: (page: Page) => readonly unknown[]) {
  return {
    initialPageParam: 0,
    getNextPageParam: (_last: Page, pages: readonly Page[]) => nextOffset(pages.map(rowsOf), limit),
  };
}

/** The rows of a list that is wanted whole: the first page at once, the others one after the other behind it. */
export function useEveryRow<Page, Row>(
  query: UseInfiniteQueryResult<InfiniteData<Page, number>>,
  rowsOf: (page: Page) => readonly Row[],
): readonly Row[] | undefined {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return useMemo(() => data?.pages.flatMap(rowsOf), [data, rowsOf]);
}
