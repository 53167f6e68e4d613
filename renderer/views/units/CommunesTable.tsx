import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import classes from '#renderer/panels/units/CommunesTable.module.css';
import { boundColumns } from '#renderer/tables/bound-columns.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { SplitGlyph } from '#renderer/ui/SplitGlyph.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import type { MapColumnsDto } from '#shared/contract/map.ts';
import { boundsByPlace, boundsOfSide, type StatusBounds, statusOrder } from '#shared/domain/bounds.ts';
import { gapEmpty } from '#shared/domain/gap.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import { foldText } from '#shared/text/fold.ts';

interface CommuneRow {
  readonly code: string;
  readonly name: string;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly bounds: StatusBounds | undefined;
  readonly missing: number | null;
  readonly share: number | null;
  readonly gap: number | null;
}

/** The communes of a province: sortable, filtered by name with or without accents. */
export function CommunesTable(props: { readonly province: string; readonly cut: string | undefined }) {
  const text = useText();
  const names = useNames();
  const [filter, setFilter] = useState('');
  const columns = useMemo(() => columnsOf(text), [text]);
  const statuses = useQuery(
    useApi().map.statuses.queryOptions({
      input: { cut: props.cut, level: 'commune' },
      placeholderData: (before) => before,
    }),
  );
  const rows = useMemo(() => {
    if (statuses.data === undefined) return [];
    const isInside = (code: string) => names.unit(code)?.parent === props.province;
    return rowsOf(statuses.data, isInside, names.fullName);
  }, [statuses.data, names, props.province]);
  const wanted = foldText(filter);
  const shown = rows.filter((row) => foldText(row.name).includes(wanted));
  return (
    <Panel
      title={text.t('units.communes')}
      note={text.format.number(rows.length)}
      flush
      scrolls
      className={classes.panel}
      actions={
        <TextInput
          size="xs"
          aria-label={text.t('units.communes.filter')}
          placeholder={text.t('units.communes.filter')}
          leftSection={<IconSearch size="0.875rem" aria-hidden="true" />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      }
    >
      {statuses.data === undefined ? (
        <QueryState query={statuses} />
      ) : shown.length === 0 ? (
        <EmptyState title={text.t('state.empty.filtered')} hint={text.t('state.empty.filtered.hint')} />
      ) : (
        <DataTable
          caption={text.t('units.communes')}
          columns={columns}
          rows={shown}
          rowKey={(row) => row.code}
          sort={{ key: 'missing', direction: 'down' }}
          fileTitle={`${text.t('units.communes')}: ${names.fullName(props.province)}`}
          fileColumns={[
            { header: text.t('status.reported.long'), value: (row) => text.t(statusKey(row.reported)) },
            { header: text.t('status.operating.long'), value: (row) => text.t(statusKey(row.operating)) },
            ...boundColumns<CommuneRow>(text, 'operating', (row) => row.bounds),
            { header: text.t('tableExport.code'), value: (row) => row.code },
          ]}
          filters={filterWords(text, [[text.t('units.communes.filter'), filter]])}
        />
      )}
    </Panel>
  );
}

function rowsOf(
  data: MapColumnsDto,
  isInside: (code: string) => boolean,
  fullName: (code: string) => string,
): CommuneRow[] {
  const bounds = boundsByPlace(data.undetermined);
  return data.codes.flatMap((code, position) => {
    if (!isInside(code)) return [];
    return [
      {
        code,
        name: fullName(code),
        reported: data.reported[position] ?? 'notReported',
        operating: data.operating[position] ?? 'noEvidence',
        bounds: bounds.get(position),
        missing: data.missing[position] ?? null,
        share: data.coverage[position] ?? null,
        gap: data.gapSteps[position] ?? null,
      },
    ];
  });
}

/** A commune that reported, and owes nothing, has nothing to which a criterion applies. */
const emptyOf = ({ reported }: CommuneRow) => (reported === 'notReported' ? 'notReported' : 'notApplicable');

function columnsOf(text: Text): Column<CommuneRow>[] {
  const { t, format } = text;
  return [
    {
      key: 'name',
      header: t('units.communes.name'),
      value: (row) => row.name,
      cell: (row) => <AppLink to={`/don-vi/${row.code}`}>{row.name}</AppLink>,
    },
    {
      key: 'status',
      header: t('units.communes.status'),
      value: null,
      sortBy: (row) => statusOrder(row.reported, boundsOfSide(row.bounds, 'reported')),
      cell: (row) => <SplitGlyph reported={row.reported} operating={row.operating} bounds={row.bounds} />,
    },
    {
      key: 'missing',
      header: t('units.communes.missing'),
      value: (row) => row.missing,
      format: 'integer',
      empty: emptyOf,
    },
    {
      key: 'share',
      header: t('units.communes.share'),
      value: (row) => row.share,
      format: 'percent',
      empty: emptyOf,
      firstSort: 'up',
    },
    {
      key: 'gap',
      header: t('units.communes.gap'),
      value: (row) => row.gap,
      format: 'integer',
      empty: gapEmpty,
      cell: (row) => (row.gap === null ? undefined : format.signed(row.gap)),
    },
  ];
}
