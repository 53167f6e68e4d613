import { useEffect, useRef } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useOnPaper } from '#renderer/ground/paper.ts';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { useRowsInSight } from '#renderer/ui/use-rows-in-sight.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';
import { type Row, readUpTo } from './rows.ts';
import type { Cursor } from './use-cursor.ts';
import type { Selection } from './use-selection.ts';
import classes from './WorkList.module.css';
import { WorkRow } from './WorkRow.tsx';

/** Height of a line of two rows of text, for those that have not been measured yet. */
const USUAL_HEIGHT = 48;
/** So many lines before the end of what has been read the next page is asked for. */
const LOOK_AHEAD = 60;

/** The alerts as lines; only those in sight are drawn, so that a thousand of them scroll as one. */
export function WorkList(props: {
  readonly rows: readonly Row[];
  readonly order: readonly string[];
  readonly selection: Selection;
  readonly cursor: Cursor;
  readonly openId: string | null;
  readonly onOpen: (id: string | null) => void;
  readonly readMore: () => void;
}) {
  const { t } = useText();
  const { cursor, readMore } = props;
  const isOnPaper = useOnPaper();
  const read = readUpTo(props.rows);
  const rows = isOnPaper ? props.rows.slice(0, read) : props.rows;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRowsInSight({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    overscan: 8,
    getItemKey: (index) => keyOf(rows[index], index),
  });
  const at = rows.findIndex((row) => row.kind === 'alert' && row.alert.id === cursor.id);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [at, virtual]);
  const inSight = virtual.getVirtualItems();
  const isNearEnd = (inSight.at(-1)?.index ?? 0) + LOOK_AHEAD >= read;
  // Whoever drags to the end gets page after page until what is in sight has been read: `readMore` is another one then.
  useEffect(() => {
    if (isNearEnd) readMore();
  }, [isNearEnd, readMore]);
  return (
    <div ref={scroller} className={classes.scroller}>
      <ul
        className={classes.list}
        data-rows-in-sight
        style={{ height: `${virtual.getTotalSize()}px` }}
        aria-label={t('alerts.list')}
      >
        {inSight.map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className={classes.item}
            style={{ transform: `translateY(${start}px)` }}
          >
            <Line {...props} row={rows[index]} />
          </li>
        ))}
      </ul>
      {isOnPaper && read < props.rows.length && (
        <p>{t('table.showing', { shown: read, total: props.rows.length })}</p>
      )}
    </div>
  );
}

function keyOf(row: Row | undefined, index: number): string | number {
  if (row === undefined || row.kind === 'waiting') return index;
  return row.kind === 'alert' ? row.alert.id : row.province;
}

function Line(
  props: Omit<Parameters<typeof WorkList>[0], 'rows' | 'readMore'> & { readonly row: Row | undefined },
) {
  const { row, order, selection, cursor, openId, onOpen } = props;
  if (row === undefined || row.kind === 'waiting') return <Waiting />;
  if (row.kind === 'heading') return <Heading province={row.province} count={row.count} />;
  const { alert } = row;
  return (
    <WorkRow
      alert={alert}
      isSelected={selection.has(alert.id)}
      isOpen={openId === alert.id}
      isCursor={cursor.id === alert.id}
      onKeyDown={cursor.onKeyDown}
      onSelect={(isRange) => (isRange ? selection.extendTo(alert.id, order) : selection.toggle(alert.id))}
      onOpen={() => {
        cursor.moveTo(alert.id);
        onOpen(openId === alert.id ? null : alert.id);
      }}
    />
  );
}

function Waiting() {
  const { t } = useText();
  return <div className={classes.waiting}>{t('state.loading')}</div>;
}

function Heading(props: { readonly province: string; readonly count: number }) {
  const { t, format } = useText();
  const names = useNames();
  return (
    <h3 className={classes.heading}>
      {props.province === COUNTRY_CODE ? (
        t('alerts.central')
      ) : (
        <AppLink to={`/don-vi/${props.province}`}>{names.fullName(props.province)}</AppLink>
      )}
      <span>{format.number(props.count)}</span>
    </h3>
  );
}
