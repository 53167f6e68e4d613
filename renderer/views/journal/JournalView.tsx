import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { everyAct } from '#shared/contract/every-act.ts';
import type { JournalFilter } from '#shared/contract/journal.ts';
import { JournalFilters } from './JournalFilters.tsx';
import { JournalTable } from './JournalTable.tsx';
import classes from './JournalView.module.css';
import { filterOf, type JournalChoice, useJournalChoice } from './use-journal-filter.ts';

/** Nhật ký: what people did in this workspace, the newest first, page by page. */
export function JournalView() {
  const { t } = useText();
  return sourceOfWindow() === null ? (
    <Journal />
  ) : (
    <EmptyState title={t('journal.notInFile')} hint={t('journal.notInFile.hint')} />
  );
}

function Journal() {
  const { t } = useText();
  const api = useApi();
  const choice = useJournalChoice();
  const filter = filterOf(choice);
  const query = usePages(filter);
  const words = useFilterWords(choice);
  if (query.data === undefined || query.isError) return <QueryState query={query} />;
  const acts = query.data.pages.flatMap((page) => page.acts);
  return (
    <div className={classes.page} aria-busy={query.isPlaceholderData || undefined}>
      <Toolbar lead={t('journal.lead')}>
        <JournalFilters choice={choice} />
      </Toolbar>
      <Panel title={t('journal.title')} note={t('journal.shown', { count: acts.length })} flush>
        {acts.length === 0 && !query.isFetching ? (
          <EmptyState
            title={t('journal.none')}
            hint={t(words.length === 0 ? 'journal.none.hint' : 'state.empty.filtered.hint')}
          />
        ) : (
          <JournalTable
            acts={acts}
            everyAct={() => everyAct((asked) => api.journal.list.call(asked), filter)}
            filters={words}
          />
        )}
        <Before query={query} />
      </Panel>
    </div>
  );
}

const PAGE = 100;

function usePages(filter: JournalFilter) {
  const query = useInfiniteQuery(
    useApi().journal.list.infiniteOptions({
      input: (before: string | undefined) => ({
        ...filter,
        limit: PAGE,
        ...(before === undefined ? {} : { before }),
      }),
      initialPageParam: undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
      placeholderData: (before) => before,
    }),
  );
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
  const found = data?.pages.at(-1)?.acts.length ?? 0;
  // A page that was read to its limit without a find says nothing yet: the search goes on by itself.
  useEffect(() => {
    if (data !== undefined && found === 0 && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [data, found, hasNextPage, isFetching, isError, fetchNextPage]);
  return query;
}

function Before({ query }: { readonly query: ReturnType<typeof usePages> }) {
  const { t, format } = useText();
  const searchedTo = query.data?.pages.at(-1)?.searchedTo ?? null;
  if (!query.hasNextPage || searchedTo === null) return null;
  return (
    <p className={classes.before} data-control>
      <span>{t('journal.searchedTo', { at: format.dateTime(searchedTo) })}</span>
      <Button
        variant="default"
        size="sm"
        loading={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {t('journal.before')}
      </Button>
    </p>
  );
}

/** What was chosen, in words, for the head of a file. */
function useFilterWords({ kind, who, text, province, since, until }: JournalChoice): string[] {
  const speaker = useText();
  const names = useNames();
  const { t, format } = speaker;
  return filterWords(speaker, [
    [t('journal.kind'), kind === null ? null : t(`journal.act.${kind}`)],
    [t('journal.who'), who],
    [t('journal.words'), text],
    [t('journal.province'), province === null ? null : names.fullName(province)],
    [t('journal.since'), since === '' ? null : format.date(since)],
    [t('journal.until'), until === '' ? null : format.date(until)],
  ]);
}
