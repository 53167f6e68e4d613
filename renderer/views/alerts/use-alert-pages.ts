import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import type { AlertListDto } from '#shared/contract/alerts.ts';
import { alertPageInput, type PageStart } from './alert-pages.ts';
import { type AlertFilter, alertQueryOf } from './use-alert-filter.ts';

/** A list that is read page by page, always from its beginning. */
export interface AlertPages {
  /** Names the list: another filter, cut or order is another list. */
  readonly key: string;
  /** The pages read so far are in the order of provinces. */
  readonly isGrouped: boolean;
  readonly isComplete: boolean;
  /** Asks for the page after those that are there; nothing happens while one is on its way. */
  readonly readMore: () => void;
}

/** The alerts that the filter leaves at the cut: the counts of all of them, and the pages read so far. */
export function useAlertPages(filter: AlertFilter, cut: string | undefined) {
  const asked = alertQueryOf(filter, cut);
  const { isGrouped } = filter;
  const query = useInfiniteQuery(
    useApi().alerts.list.infiniteOptions({
      input: (start: PageStart) => alertPageInput(asked, cut, start),
      initialPageParam: { offset: 0, isGrouped },
      getNextPageParam: (last, pages) => {
        const offset = pages.reduce((sum, page) => sum + page.alerts.length, 0);
        return offset < last.total ? { offset, isGrouped } : undefined;
      },
      placeholderData: (before) => before,
    }),
  );
  const { data, fetchNextPage, isFetching, isPlaceholderData, hasNextPage } = query;
  const list = useMemo(() => wholeOf(data?.pages ?? []), [data]);
  const readMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);
  const pages: AlertPages = {
    key: JSON.stringify([asked, cut, isGrouped]),
    isGrouped: data?.pageParams[0]?.isGrouped ?? isGrouped,
    isComplete: !hasNextPage && !isPlaceholderData,
    readMore,
  };
  return { query, list, pages };
}

/** One list of the pages, with the counts that came last. */
function wholeOf(pages: readonly AlertListDto[]): AlertListDto | undefined {
  const last = pages.at(-1);
  return last && { ...last, alerts: pages.flatMap((page) => page.alerts) };
}

/**
 * Gives back a function that runs some work with the ids of the whole list, after the pages that are missing have been
 * read in the background. Choosing another list before that drops the work.
 */
export function useAfterAll(pages: AlertPages, order: readonly string[]) {
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const { key, isComplete, readMore } = pages;
  useEffect(() => {
    if (waiting === null) return;
    if (waiting.key === key && !isComplete) readMore();
    else {
      setWaiting(null);
      if (waiting.key === key) waiting.work(order);
    }
  }, [waiting, key, isComplete, readMore, order]);
  return useCallback((work: Waiting['work']) => setWaiting({ key, work }), [key]);
}

interface Waiting {
  readonly key: string;
  readonly work: (order: readonly string[]) => void;
}
