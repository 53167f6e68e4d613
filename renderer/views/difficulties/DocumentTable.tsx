import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { inPages, useEveryRow } from '#renderer/ground/client/use-every-row.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import classes from './DifficultyTable.module.css';
import type { DocumentRow } from './difficulty-types.ts';

const PAGE = 1000;
const rowsOf = (page: readonly DocumentRow[]) => page;

/** Documents that localities had issued by the cut, newest first. */
export function DocumentTable({ province }: { readonly province: string | null }) {
  const text = useText();
  const names = useNames();
  const { id } = useCut();
  const columns = useMemo(() => columnsOf(text, names), [text, names]);
  const query = useInfiniteQuery(
    useApi().difficulties.documents.infiniteOptions({
      input: (offset: number) => ({
        cut: id,
        limit: PAGE,
        offset,
        ...(province === null ? {} : { unit: province }),
      }),
      ...inPages(PAGE, rowsOf),
      placeholderData: (before) => before,
    }),
  );
  const documents = useEveryRow(query, rowsOf);
  if (documents === undefined || query.isError) return <QueryState query={query} />;
  if (documents.length === 0) return <EmptyState title={text.t('difficulties.documents.none')} />;
  return (
    <DataTable
      caption={text.t('difficulties.documents')}
      columns={columns}
      rows={documents}
      rowKey={(row) => row.id}
      sort={{ key: 'issuedOn', direction: 'down' }}
      pageSize={100}
      filters={filterWords(text, [
        [text.t('difficulties.province'), province === null ? null : names.fullName(province)],
      ])}
    />
  );
}

function columnsOf(text: Text, names: Names): Column<DocumentRow>[] {
  const { t, tryText } = text;
  const kindOf = (row: DocumentRow) => tryText(`difficulties.kind.${row.kind}`) ?? row.kind;
  return [
    {
      key: 'unit',
      header: t('difficulties.unit'),
      value: (row) => names.fullName(row.unit.code),
      sortBy: (row) => text.pick(row.unit),
      cell: (row) => <AppLink to={`/don-vi/${row.unit.code}`}>{names.fullName(row.unit.code)}</AppLink>,
    },
    {
      key: 'number',
      header: t('difficulties.document.number'),
      value: (row) => row.number,
      cell: (row) => <span className={classes.number}>{row.number}</span>,
    },
    { key: 'kind', header: t('difficulties.document.kind'), value: kindOf },
    { key: 'title', header: t('difficulties.document.title'), value: (row) => row.title, sortBy: null },
    {
      key: 'issuedOn',
      header: t('difficulties.document.issuedOn'),
      value: (row) => row.issuedOn,
      format: 'date',
      firstSort: 'down',
    },
    { key: 'task', header: t('difficulties.document.task'), value: (row) => row.task },
  ];
}
