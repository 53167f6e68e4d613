import { useMemo } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { whyColumn } from '#renderer/panels/why/why-column.tsx';
import { boundColumns } from '#renderer/tables/bound-columns.ts';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { SplitGlyph } from '#renderer/ui/SplitGlyph.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import type { GapUnitDto } from '#shared/contract/gap.ts';
import { gapEmpty } from '#shared/domain/gap.ts';

/** Units in the order the rules rank them (widest, then longest); any column can sort them anew. */
export function GapList(props: {
  readonly caption: string;
  readonly units: readonly GapUnitDto[];
  readonly withProvince: boolean;
  readonly pageSize?: number;
  /** What was filtered, in words. */
  readonly filters?: readonly string[];
}) {
  const text = useText();
  const names = useNames();
  const { id: cut } = useCut();
  const columns = useMemo(
    () => [
      ...columnsOf(text, names).filter((column) => column.key !== 'province' || props.withProvince),
      whyColumn<GapUnitDto>(text.t('units.why'), cut),
    ],
    [text, names, props.withProvince, cut],
  );
  return (
    <DataTable
      caption={props.caption}
      columns={columns}
      rows={props.units}
      rowKey={(unit) => unit.code}
      pageSize={props.pageSize ?? 100}
      fileColumns={[
        { header: text.t('status.reported.long'), value: (unit) => text.t(statusKey(unit.reported)) },
        { header: text.t('status.operating.long'), value: (unit) => text.t(statusKey(unit.operating)) },
        ...boundColumns<GapUnitDto>(text, 'reported', (unit) => unit),
        ...boundColumns<GapUnitDto>(text, 'operating', (unit) => unit),
        { header: text.t('tableExport.code'), value: (unit) => unit.code },
      ]}
      filters={props.filters ?? []}
    />
  );
}

function columnsOf(text: Text, names: Names): Column<GapUnitDto>[] {
  const { t } = text;
  return [
    {
      key: 'unit',
      header: t('gap.column.unit'),
      value: (unit) => names.fullName(unit.code),
      sortBy: (unit) => text.pick(unit),
      cell: (unit) => <AppLink to={`/don-vi/${unit.code}`}>{names.fullName(unit.code)}</AppLink>,
    },
    {
      key: 'province',
      header: t('gap.column.province'),
      value: (unit) => (unit.province === null ? null : names.shortName(unit.province)),
    },
    {
      key: 'pair',
      header: t('gap.column.pair'),
      value: null,
      cell: (unit) => <SplitGlyph reported={unit.reported} operating={unit.operating} bounds={unit} />,
    },
    {
      key: 'steps',
      header: t('gap.column.steps'),
      value: (unit) => unit.steps,
      format: 'integer',
      // Written in words, which may break.
      numeric: false,
      empty: (unit) =>
        unit.last === null ? gapEmpty(unit) : { words: t('gap.steps.last', { steps: unit.last.steps }) },
      cell: (unit) => (unit.steps === null ? undefined : t('gap.steps.value', { steps: unit.steps })),
    },
    {
      key: 'cuts',
      header: t('gap.column.cuts'),
      value: (unit) =>
        unit.steps === null && unit.last === null
          ? null
          : t('gap.cuts.value', { months: unit.months, cuts: unit.cuts }),
      empty: gapEmpty,
      sortBy: (unit) => unit.cuts,
      width: '24%',
    },
  ];
}
