import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useThresholds } from '#renderer/ground/use-thresholds.ts';
import { classText, positionOf } from '#renderer/map/class-text.ts';
import type { ClassifiedMap, MapClass } from '#renderer/map/map-classes.ts';
import { Swatch } from '#renderer/map/Swatch.tsx';
import { layerName } from '#renderer/map/UnitCard.tsx';
import { boundColumns } from '#renderer/tables/bound-columns.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { StatusBadge, statusKey } from '#renderer/ui/StatusBadge.tsx';
import type { MapColumnsDto } from '#shared/contract/map.ts';
import {
  boundsByPlace,
  boundsOfSide,
  type StatusBounds,
  type StatusSide,
  statusOrder,
} from '#shared/domain/bounds.ts';
import type { IndicatorKind, OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import { foldText } from '#shared/text/fold.ts';
import { titleWithMonth } from '#shared/text/reason-text.ts';
import classes from './MapView.module.css';

interface UnitRow {
  readonly code: string;
  readonly name: string;
  readonly folded: string;
  readonly province: string;
  readonly item: MapClass | undefined;
  readonly place: number;
  readonly value: number | null;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly bounds: StatusBounds | undefined;
  readonly missing: number | null;
  readonly coverage: number | null;
}

interface MapTableProps {
  readonly classified: ClassifiedMap;
  readonly columns: MapColumnsDto;
  readonly province: string | null;
  readonly selected: string | null;
  readonly cut: string | undefined;
  readonly onSelect: (code: string) => void;
}

/** The map's twin: every unit with its class and figures, sortable, for people and screen readers alike. */
export function MapTable(props: MapTableProps) {
  const text = useText();
  const names = useNames();
  const [filter, setFilter] = useState('');
  const rows = useUnitRows(props);
  const kind = names.indicator(props.classified.layer)?.kind;
  const ofLayer = useThresholds(props.classified.layer);
  const ofCoverage = useThresholds('coverage');
  const tableColumns = useMemo(
    () => columnsOf(props, text, kind, { layer: ofLayer, coverage: ofCoverage }),
    [props, text, kind, ofLayer, ofCoverage],
  );
  const wanted = foldText(filter);
  const shown = rows.filter((row) => row.folded.includes(wanted) || row.code.startsWith(filter.trim()));
  // The statuses beside the values of a month are those of the cut.
  const layer = titleWithMonth(
    layerName(props.classified.layer, text, names),
    props.classified.figuresCut,
    text,
  );
  const caption = text.t('map.table.caption', {
    layer,
    scope: names.fullName(props.province ?? 'VN'),
    cut: props.cut === undefined ? '' : names.cut(props.cut),
  });
  return (
    <section className={classes.table} aria-label={caption}>
      <TextInput
        size="xs"
        className={classes.filter ?? ''}
        leftSection={<IconSearch size="1rem" aria-hidden="true" />}
        aria-label={text.t('map.table.filter')}
        placeholder={text.t('map.table.filter')}
        value={filter}
        onChange={(event) => setFilter(event.currentTarget.value)}
      />
      <div className={classes.rows}>
        {shown.length === 0 ? (
          <EmptyState title={text.t('state.empty.filtered')} hint={text.t('state.empty.filtered.hint')} />
        ) : (
          <DataTable
            caption={caption}
            columns={tableColumns}
            rows={shown}
            rowKey={(row) => row.code}
            isSelected={(row) => row.code === props.selected}
            pageSize={150}
            fileColumns={fileColumnsOf(text)}
            fileTitle={`${layer}: ${names.fullName(props.province ?? 'VN')}`}
            filters={filterWords(text, [
              [text.t('map.table.filter'), filter],
              [text.t('map.scope'), props.province === null ? null : names.fullName(props.province)],
            ])}
          />
        )}
      </div>
    </section>
  );
}

function fileColumnsOf(text: ReturnType<typeof useText>) {
  const columnsOfSide = (side: StatusSide) => boundColumns<UnitRow>(text, side, (row) => row.bounds);
  return [...columnsOfSide('reported'), ...columnsOfSide('operating')];
}

function useUnitRows({ classified, columns, province }: MapTableProps): readonly UnitRow[] {
  const names = useNames();
  return useMemo(() => {
    const rows: UnitRow[] = [];
    const bounds = boundsByPlace(columns.undetermined);
    classified.codes.forEach((code, at) => {
      const parent = names.unit(code)?.parent ?? '';
      if (province !== null && parent !== province) return;
      const place = classified.classOf[at] ?? 0;
      const statusAt = positionOf(columns, code) ?? -1;
      const name = names.fullName(code);
      rows.push({
        code,
        name,
        folded: foldText(name),
        province: parent === 'VN' ? '' : names.shortName(parent),
        item: classified.classes[place],
        place,
        value: classified.values[at] ?? null,
        reported: columns.reported[statusAt] ?? 'notReported',
        operating: columns.operating[statusAt] ?? 'noEvidence',
        bounds: bounds.get(statusAt),
        missing: columns.missing[statusAt] ?? null,
        coverage: columns.coverage[statusAt] ?? null,
      });
    });
    return rows;
  }, [classified, columns, province, names]);
}

function columnsOf(
  props: MapTableProps,
  text: ReturnType<typeof useText>,
  kind: IndicatorKind | undefined,
  thresholds: { readonly layer: readonly number[]; readonly coverage: readonly number[] },
): Column<UnitRow>[] {
  const { t } = text;
  const { level, layer } = props.classified;
  // Met or not is said by the class.
  const isCriterion = kind === 'criterion' && level === 'commune';
  const isIndicator = !['reported', 'operating', 'coverage', 'gap'].includes(layer);
  const nameColumns: Column<UnitRow>[] = [
    {
      key: 'name',
      header: t('map.table.name'),
      value: (row) => row.name,
      cell: (row) => (
        <button type="button" className={classes.unit} onClick={() => props.onSelect(row.code)}>
          {row.name}
        </button>
      ),
    },
    { key: 'code', header: t('map.table.code'), value: (row) => row.code },
  ];
  const provinceColumn: Column<UnitRow> = {
    key: 'province',
    header: t('map.table.province'),
    value: (row) => row.province,
  };
  const classColumn: Column<UnitRow> = {
    key: 'class',
    header: t('map.table.class'),
    value: (row) => (row.item === undefined ? null : classText(row.item.label, text)),
    sortBy: (row) => row.place,
    cell: (row) =>
      row.item !== undefined && (
        <span className={classes.class}>
          <Swatch item={row.item} hasPatterns={false} />
          {classText(row.item.label, text)}
        </span>
      ),
  };
  const valueColumn: Column<UnitRow> = {
    key: 'value',
    header: titleWithMonth(t('map.table.value'), props.classified.figuresCut, text),
    value: (row) => row.value,
    format: kind === 'count' ? 'decimal' : 'percent',
    thresholds: thresholds.layer,
    empty: (row) => ({ words: row.item === undefined ? '' : classText(row.item.label, text) }),
  };
  const empty = (row: UnitRow) =>
    level === 'province' || row.reported === 'notReported' ? 'notReported' : 'notApplicable';
  return [
    ...nameColumns,
    ...(level === 'commune' ? [provinceColumn] : []),
    classColumn,
    ...(isIndicator && !isCriterion ? [valueColumn] : []),
    {
      key: 'reported',
      header: t('map.table.reported'),
      value: (row) => t(statusKey(row.reported)),
      sortBy: (row) => statusOrder(row.reported, boundsOfSide(row.bounds, 'reported')),
      cell: (row) => <StatusBadge status={row.reported} bounds={boundsOfSide(row.bounds, 'reported')} />,
    },
    {
      key: 'operating',
      header: t('map.table.operating'),
      value: (row) => t(statusKey(row.operating)),
      sortBy: (row) => statusOrder(row.operating, boundsOfSide(row.bounds, 'operating')),
      cell: (row) => <StatusBadge status={row.operating} bounds={boundsOfSide(row.bounds, 'operating')} />,
    },
    {
      key: 'missing',
      header: t(`map.table.missing.${level}`),
      value: (row) => row.missing,
      format: 'integer',
      empty,
    },
    {
      key: 'coverage',
      header: t(`map.table.coverage.${level}`),
      value: (row) => row.coverage,
      format: 'percent',
      empty,
      thresholds: thresholds.coverage,
    },
  ];
}
