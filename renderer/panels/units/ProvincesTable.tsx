import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { useThresholds } from '#renderer/ground/use-thresholds.ts';
import { boundColumns } from '#renderer/tables/bound-columns.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { CorrectedMark } from '#renderer/ui/CorrectedMark.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { SplitGlyph } from '#renderer/ui/SplitGlyph.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import type { ProvinceFiguresDto } from '#shared/contract/status.ts';
import { boundsOfSide, statusOrder } from '#shared/domain/bounds.ts';
import { coverageText } from '#shared/text/coverage-text.ts';
import classes from './CommunesTable.module.css';

/** The 34 provinces with coverage, progress and operation. */
export function ProvincesTable(props: { readonly cut: string | undefined }) {
  const text = useText();
  const names = useNames();
  const status = useQuery(
    useApi().status.get.queryOptions({ input: { cut: props.cut }, placeholderData: (before) => before }),
  );
  const thresholds = useThresholds('coverage');
  const columns = useMemo(() => columnsOf(text, names.fullName, thresholds), [text, names, thresholds]);
  return (
    <Panel title={text.t('units.provinces')} flush scrolls className={classes.panel}>
      {status.data === undefined ? (
        <QueryState query={status} />
      ) : (
        <DataTable
          caption={text.t('units.provinces')}
          columns={columns}
          rows={status.data.provinces}
          rowKey={(row) => row.code}
          sort={{ key: 'coverage', direction: 'down' }}
          fileColumns={provinceFileColumns(text)}
        />
      )}
    </Panel>
  );
}

/** What a file says of a province besides its place in the list. */
export function provinceFileColumns(text: Text): FileColumn<ProvinceFiguresDto>[] {
  const { t } = text;
  return [
    { header: t('unitLevel.commune'), value: (row) => row.communes, format: 'integer' },
    {
      header: t('coverage.file.atMost'),
      value: (row) => row.bounds?.atMost ?? null,
      format: 'percent',
      empty: (row) => row.state,
    },
    { header: t('coverage.file.reported'), value: (row) => row.reportedUnits, format: 'integer' },
    { header: t('status.reported.long'), value: (row) => t(statusKey(row.progress)) },
    { header: t('status.operating.long'), value: (row) => t(statusKey(row.operating)) },
    ...boundColumns<ProvinceFiguresDto>(text, 'reported', (row) => row),
    ...boundColumns<ProvinceFiguresDto>(text, 'operating', (row) => row),
    { header: t('tableExport.code'), value: (row) => row.code },
    { header: t('cut.corrected'), value: ({ corrected }) => (corrected ? t('cut.corrected') : null) },
  ];
}

function columnsOf(
  text: Text,
  fullName: (code: string) => string,
  thresholds: readonly number[],
): Column<ProvinceFiguresDto>[] {
  const { t, format } = text;
  return [
    {
      key: 'name',
      header: t('units.communes.name'),
      value: (row) => fullName(row.code),
      sortBy: (row) => text.pick(row),
      cell: (row) => (
        <>
          <AppLink to={`/don-vi/${row.code}`}>{fullName(row.code)}</AppLink>{' '}
          {row.corrected && <CorrectedMark />}
        </>
      ),
    },
    {
      key: 'coverage',
      header: t('units.provinces.coverage'),
      value: (row) => row.coverage,
      format: 'percent',
      thresholds,
      empty: ({ state }) => state,
      cell: (row, write) =>
        row.coverage === null ? undefined : (
          <strong title={coverageText(text, row, write)}>{write(row.coverage)}</strong>
        ),
    },
    {
      key: 'green',
      header: t('units.provinces.green'),
      value: (row) => (row.state === 'value' ? row.green : null),
      format: 'integer',
      empty: ({ state }) => state,
      cell: (row) =>
        row.state === 'value' ? `${format.number(row.green)} / ${format.number(row.communes)}` : undefined,
    },
    {
      key: 'progress',
      header: t('units.provinces.progress'),
      value: null,
      sortBy: (row) => statusOrder(row.progress, boundsOfSide(row, 'reported')),
      cell: (row) => <SplitGlyph reported={row.progress} operating={row.operating} bounds={row} />,
    },
  ];
}
