import { useMemo } from 'react';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { whyColumn } from '#renderer/panels/why/why-column.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { writtenDifference } from '#shared/text/format.ts';
import classes from './CoverageChanges.module.css';
import { comparedCuts } from './compared-cuts.ts';

type Row = ComparisonDto['provinces'][number];

/** Coverage of each province at both cuts on the same communes, the largest fall first. */
export function CoverageChanges(props: {
  readonly comparison: ComparisonDto;
  readonly className?: string | undefined;
}) {
  const text = useText();
  const names = useNames();
  const { id: cut } = props.comparison.to;
  const columns = useMemo(
    () => [...columnsOf(text, names), whyColumn<Row>(text.t('units.why'), cut)],
    [text, names, cut],
  );
  return (
    <Panel
      title={text.t('compare.provinces')}
      note={text.t('compare.provinces.note')}
      className={props.className}
      flush
      scrolls
    >
      <DataTable
        caption={text.t('compare.provinces')}
        columns={columns}
        rows={props.comparison.provinces}
        rowKey={(row) => row.code}
        sort={{ key: 'change', direction: 'down' }}
        fileColumns={[
          {
            header: text.t('compare.file.greenBefore'),
            value: (row) => row.greenBefore,
            format: 'integer',
            empty: emptyOf,
          },
          {
            header: text.t('compare.file.greenAfter'),
            value: (row) => row.greenAfter,
            format: 'integer',
            empty: emptyOf,
          },
          { header: text.t('unitLevel.commune'), value: (row) => row.communes, format: 'integer' },
          { header: text.t('tableExport.code'), value: (row) => row.code },
        ]}
        filters={comparedCuts(props.comparison, text, names)}
        cut={props.comparison.to.id}
      />
    </Panel>
  );
}

/** No commune is in both cuts, or not one of them reported. */
const emptyOf = ({ communes }: Row) => (communes === 0 ? 'notApplicable' : 'notReported');

function columnsOf({ t, format }: Text, names: Names): Column<Row>[] {
  return [
    {
      key: 'province',
      header: t('compare.column.province'),
      value: (row) => names.fullName(row.code),
      sortBy: (row) => names.shortName(row.code),
      cell: (row) => <AppLink to={`/don-vi/${row.code}`}>{names.shortName(row.code)}</AppLink>,
    },
    {
      key: 'before',
      header: t('compare.column.before'),
      value: (row) => row.coverageBefore,
      format: 'percent',
      empty: emptyOf,
      cell: (row, write) => share(row.coverageBefore, row.greenBefore, row.communes, write),
    },
    {
      key: 'after',
      header: t('compare.column.after'),
      value: (row) => row.coverageAfter,
      format: 'percent',
      empty: emptyOf,
      cell: (row, write) => share(row.coverageAfter, row.greenAfter, row.communes, write),
    },
    {
      key: 'change',
      header: t('compare.column.change'),
      value: (row) => row.coverageChange,
      format: 'percent',
      isChange: true,
      empty: emptyOf,
      cell: (row, write) =>
        row.coverageChange === null ? undefined : (
          <span className={classes.change} data-sign={Math.sign(row.coverageChange)}>
            {write(writtenDifference(row.coverageAfter, row.coverageBefore) ?? row.coverageChange)}
          </span>
        ),
    },
  ];

  function share(
    value: number | null,
    green: number | null,
    communes: number,
    write: (value: number) => string,
  ) {
    if (value === null) return undefined;
    return <span title={`${format.number(green)}/${format.number(communes)}`}>{write(value)}</span>;
  }
}
