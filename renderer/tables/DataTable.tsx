import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { type Column, isFigures, sortOf, type WriteNumber, writeCell, writerOf } from './column.ts';
import classes from './DataTable.module.css';
import { nextSort, type Sort, sortRows } from './sort-rows.ts';
import { TableMenu } from './TableMenu.tsx';
import type { FileColumn } from './table-file.ts';

/** A sortable table with a caption for screen readers; a link in the first cell covers its whole row. */
export function DataTable<Row>(props: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort;
  readonly isSelected?: (row: Row) => boolean;
  /** Rows drawn at first; a button below draws more. Everything by default. */
  readonly pageSize?: number;
  /** Name of the exported file, where the caption is too long for one. */
  readonly fileTitle?: string;
  /** Columns that only a file has: codes, the parts of a share. */
  readonly fileColumns?: readonly FileColumn<Row>[];
  /** What was filtered, in words. */
  readonly filters?: readonly string[];
  /** The cut the rows speak of; by default the one on screen. */
  readonly cut?: string;
  /** Fetches every row for a file, where the table shows only those that were read so far. */
  readonly everyRow?: () => Promise<readonly Row[]>;
}) {
  const text = useText();
  const { t, locale, format } = text;
  const [sort, setSort] = useState<Sort | undefined>(props.sort);
  const [shown, setShown] = useState(props.pageSize ?? Number.POSITIVE_INFINITY);
  const column = props.columns.find((candidate) => candidate.key === sort?.key);
  const rows = useMemo(() => {
    const sortBy = column === undefined ? null : sortOf(column);
    return sort === undefined || sortBy === null
      ? props.rows
      : sortRows(props.rows, sortBy, sort.direction, locale);
  }, [props.rows, column, sort, locale]);
  const visible = rows.slice(0, shown);
  const writers = useMemo(
    () => props.columns.map((item) => writerOf(item, props.rows, format)),
    [props.columns, props.rows, format],
  );
  return (
    <>
      {rows.length > 0 && (
        <TableMenu
          title={props.fileTitle ?? props.caption}
          columns={[...fileColumnsOf(props.columns), ...(props.fileColumns ?? [])]}
          rows={props.everyRow ?? (() => rows)}
          count={props.everyRow === undefined ? rows.length : null}
          filters={props.filters}
          cut={props.cut}
        />
      )}
      <table className={classes.table}>
        <caption className="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((item) => (
              <Header
                key={item.key}
                column={item}
                sort={sort}
                onSort={() =>
                  setSort(nextSort(sort, item.key, item.firstSort ?? (isFigures(item) ? 'down' : 'up')))
                }
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {visible.map((row) => (
            <tr
              key={props.rowKey(row)}
              className={classes.row}
              aria-selected={props.isSelected?.(row) === true ? true : undefined}
            >
              {props.columns.map((item, at) => (
                <td key={item.key} data-numeric={isNumeric(item)}>
                  {contentOf(item, row, writers[at] ?? format.number, text)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {visible.length < rows.length && (
        <p className={classes.more}>
          <span>{t('table.showing', { shown: visible.length, total: rows.length })}</span>
          <button type="button" onClick={() => setShown(shown + (props.pageSize ?? 100))}>
            {t('table.showMore')}
          </button>
        </p>
      )}
    </>
  );
}

function contentOf<Row>(column: Column<Row>, row: Row, write: WriteNumber, text: Text): ReactNode {
  const drawn = column.cell?.(row, write);
  return drawn === undefined ? writeCell(column, row, write, text) : drawn;
}

function isNumeric<Row>(column: Column<Row>): true | undefined {
  return (column.numeric ?? isFigures(column)) || undefined;
}

function fileColumnsOf<Row>(columns: readonly Column<Row>[]): FileColumn<Row>[] {
  return columns.flatMap(({ header, value, format, empty }) =>
    value === null ? [] : [{ header, value, format, empty }],
  );
}

function Header<Row>(props: {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: () => void;
}) {
  const { t } = useText();
  const { column, sort } = props;
  const direction = sort?.key === column.key ? sort.direction : null;
  const Icon = direction === null ? IconArrowsSort : direction === 'up' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      style={{ width: column.width }}
      data-numeric={isNumeric(column)}
      aria-sort={direction === null ? undefined : direction === 'up' ? 'ascending' : 'descending'}
    >
      {sortOf(column) === null ? (
        column.header
      ) : (
        <button
          type="button"
          className={classes.sort}
          data-active={direction !== null || undefined}
          onClick={props.onSort}
          title={t('table.sortBy', { column: column.header })}
        >
          {column.header}
          <Icon size="0.875em" aria-hidden="true" />
        </button>
      )}
    </th>
  );
}
