import { useMemo } from 'react';
import { type Names, useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import type { Column } from '#renderer/tables/column.ts';
import { DataTable } from '#renderer/tables/DataTable.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { DifficultyRowDto } from '#shared/contract/difficulties.ts';
import classes from './DifficultyTable.module.css';
import type { Category } from './difficulty-types.ts';

/** What was reported, by whom, since when; the oldest open ones first. */
export function DifficultyTable(props: {
  readonly rows: readonly DifficultyRowDto[];
  readonly categories: readonly Category[];
  /** What was filtered, in words. */
  readonly filters: readonly string[];
}) {
  const text = useText();
  const names = useNames();
  const columns = useMemo(
    () =>
      columnsOf(
        text,
        names,
        new Map(props.categories.map((category) => [category.code, text.pick(category)])),
      ),
    [text, names, props.categories],
  );
  return (
    <DataTable
      caption={text.t('difficulties.list')}
      columns={columns}
      rows={props.rows}
      rowKey={(row) => row.id}
      sort={{ key: 'age', direction: 'down' }}
      pageSize={100}
      filters={props.filters}
      fileColumns={[
        { header: text.t('difficulties.resolvedOn'), value: (row) => row.resolvedOn, format: 'date' },
        { header: text.t('difficulties.province'), value: (row) => provinceOf(row, names) },
        { header: text.t('tableExport.code'), value: (row) => row.unit.code },
      ]}
    />
  );
}

function provinceOf({ unit }: DifficultyRowDto, names: Names): string | null {
  return unit.province === null ? null : names.shortName(unit.province);
}

function columnsOf(
  text: Text,
  names: Names,
  categories: ReadonlyMap<string, string>,
): Column<DifficultyRowDto>[] {
  const { t, format } = text;
  return [
    {
      key: 'unit',
      header: t('difficulties.unit'),
      value: (row) => names.fullName(row.unit.code),
      sortBy: (row) => text.pick(row.unit),
      cell: (row) => (
        <span className={classes.unit}>
          <AppLink to={`/don-vi/${row.unit.code}`}>{names.fullName(row.unit.code)}</AppLink>
          {row.unit.province !== null && row.unit.province !== row.unit.code && (
            <small>{names.shortName(row.unit.province)}</small>
          )}
        </span>
      ),
    },
    {
      key: 'category',
      header: t('difficulties.category'),
      value: (row) => categories.get(row.category) ?? row.category,
    },
    { key: 'text', header: t('difficulties.text'), value: (row) => row.text, sortBy: null },
    {
      key: 'reportedOn',
      header: t('difficulties.reportedOn'),
      value: (row) => row.reportedOn,
      format: 'date',
      cell: (row) => (
        <span className={classes.unit}>
          {format.date(row.reportedOn)}
          {row.resolvedOn !== null && (
            <small>
              {t('difficulties.resolvedOn')} {format.date(row.resolvedOn)}
            </small>
          )}
        </span>
      ),
    },
    {
      key: 'age',
      header: t('difficulties.age'),
      value: (row) => row.ageDays,
      format: 'integer',
      cell: (row) => <span className={classes.age}>{t('difficulties.age.days', { days: row.ageDays })}</span>,
    },
  ];
}
