import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type ClipboardEvent,
  type CSSProperties,
  type MouseEvent,
  memo,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { writeBlock } from './clipboard.ts';
import classes from './EntryGrid.module.css';
import { EntryRow } from './EntryRow.tsx';
import type { EntryState } from './entry-state.ts';
import { chosenTexts, clear, type Pasted, paste } from './grid-acts.ts';
import { type KeyHelp, takeKey } from './grid-keys.ts';
import type { GridColumn, GridPlace } from './grid-model.ts';
import { type CellTexts, useCellTexts } from './use-cell-text.ts';
import type { GridNames } from './use-grid-names.ts';

const ROW_REM = 2;
const HEAD_REM = 4.25;
const COLUMN_REM = { criterion: 6.5, ratio: 6, count: 7.5 };
const REPORT_REM = { state: 14, progress: 7, doneOn: 10.5, cause: 18, note: 24 };
const LEAD_REM = 16;
/** Names of tasks are sentences. */
const TASK_LEAD_REM = 28;
const remOf = (column: GridColumn): number =>
  column.kind === 'task' ? REPORT_REM[column.part] : COLUMN_REM[column.kind];
const leadOf = ([first]: readonly GridColumn[]): number =>
  first?.kind === 'task' ? TASK_LEAD_REM : LEAD_REM;

interface GridProps {
  readonly state: EntryState;
  readonly names: GridNames;
  readonly label: string;
  readonly onPasted: (pasted: Pasted) => void;
  readonly onCopied: (rows: number, columns: number) => void;
  readonly onStaying: (cells: number) => void;
  readonly onLocked: () => void;
  readonly leave: () => void;
}

/** Units down and parts of indicators across, or tasks and what is said of them; only the rows in sight are drawn. */
export function EntryGrid(props: GridProps) {
  const { state, names, label } = props;
  const { t } = useText();
  const help = useId();
  const room = useRef<HTMLDivElement>(null);
  const texts = useCellTexts(state, names);
  const { rows, top } = useRows(state, room);
  const keyHelp: KeyHelp = {
    show: (place) => texts.own(state.unitAt(place.row), state.columnAt(place.column)),
    page: () => Math.max(1, Math.floor(((room.current?.clientHeight ?? 0) - top.head) / top.row) - 1),
    ...{ onStaying: props.onStaying, onLocked: props.onLocked, leave: props.leave },
  };
  const { columns } = state.model;
  const width = columns.reduce((sum, column) => sum + remOf(column), leadOf(columns));
  return (
    <>
      <p id={help} className={classes.help}>
        {t('entry.grid.help')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn row by row. */}
      <div
        ref={room}
        role="grid"
        tabIndex={-1}
        className={classes.room}
        aria-label={label}
        aria-describedby={help}
        aria-multiselectable="true"
        aria-rowcount={state.model.rows.length + 2}
        aria-colcount={columns.length + 1}
        onKeyDown={(event) => {
          if (!takeKey(state, event, keyHelp)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        {...clipboardOf(props, texts)}
        {...mouseOf(state, keyHelp)}
      >
        <div
          className={classes.sheet}
          style={{ '--columns': columnsOf(columns), width: `${width}rem` } as CSSProperties}
        >
          <GridHead columns={columns} names={names} />
          {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
          <div role="rowgroup" className={classes.body} style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map(({ index, start }) => (
              <EntryRow key={index} {...{ state, texts, names }} row={index} top={start} />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

function columnsOf(columns: readonly GridColumn[]): string {
  return ['3rem', `${leadOf(columns) - 3}rem`, ...columns.map((column) => `${remOf(column)}rem`)].join(' ');
}

/** The rows in sight; the row with the keyboard is always drawn, so that the focus is never lost to scrolling. */
function useRows(state: EntryState, room: RefObject<HTMLDivElement | null>) {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const top = useMemo(() => ({ row: ROW_REM * rem, head: HEAD_REM * rem }), [rem]);
  const active = useSyncExternalStore(state.subscribe, () => state.selection.active.row);
  const column = useSyncExternalStore(state.subscribe, () => state.selection.active.column);
  const rows = useVirtualizer({
    count: state.model.rows.length,
    getScrollElement: () => room.current,
    estimateSize: () => top.row,
    overscan: 6,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])].toSorted((a, b) => a - b),
  });
  useEffect(() => {
    if (room.current !== null) reveal(room.current, active, column, top);
  }, [room, active, column, top]);
  return { rows, top };
}

/** Scrolls so far that the cell stands clear of the heads. */
function reveal(
  room: HTMLElement,
  row: number,
  column: number,
  { row: height, head }: { readonly row: number; readonly head: number },
): void {
  const from = row * height;
  const above = room.scrollTop;
  const seen = room.clientHeight - head - height;
  if (from < above) room.scrollTop = from;
  else if (from > above + seen) room.scrollTop = from - seen;
  const cell = room.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (cell === null) return;
  const lead = room.querySelector<HTMLElement>('[role="rowheader"]');
  const covered = (lead?.offsetLeft ?? 0) + (lead?.offsetWidth ?? 0) - (lead === null ? 0 : room.scrollLeft);
  const start = cell.offsetLeft;
  if (start - room.scrollLeft < covered) room.scrollLeft = start - covered;
  else if (start + cell.offsetWidth > room.scrollLeft + room.clientWidth)
    room.scrollLeft = start + cell.offsetWidth - room.clientWidth;
}

/** Drawn once: a key moves the rows below it only. */
const GridHead = memo(function GridHead(props: {
  readonly columns: readonly GridColumn[];
  readonly names: GridNames;
}) {
  const { t } = useText();
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: heads are read, not acted on.
    <div role="row" aria-rowindex={1} className={classes.head}>
      <span className={classes.number} aria-hidden="true">
        {t('entry.number')}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above. */}
      <span role="columnheader" aria-colindex={1} className={classes.unit}>
        {t(props.columns[0]?.kind === 'task' ? 'entry.task' : 'entry.unit')}
      </span>
      {props.columns.map((column, index) => (
        // biome-ignore lint/a11y/useSemanticElements: see the grid.
        // biome-ignore lint/a11y/useFocusableInteractive: see above.
        <span
          key={`${column.indicator} ${column.part}`}
          role="columnheader"
          aria-colindex={index + 2}
          className={classes.title}
          title={props.names.column(column)}
        >
          <span className={classes.titleText}>{props.names.column(column)}</span>
        </span>
      ))}
    </div>
  );
});

/** Copy, cut and paste of the chosen cells; in a text that is being written the keys are the field's own. */
function clipboardOf({ state, onPasted, onCopied, onStaying }: GridProps, texts: CellTexts) {
  const copy = (event: ClipboardEvent): boolean => {
    if (state.mode !== 'ready') return false;
    const rows = chosenTexts(state, texts.own);
    event.clipboardData.setData('text/plain', writeBlock(rows));
    event.preventDefault();
    onCopied(rows.length, rows[0]?.length ?? 0);
    return true;
  };
  return {
    onCopy: copy,
    onCut: (event: ClipboardEvent) => {
      if (!copy(event)) return;
      const staying = clear(state);
      if (staying > 0) onStaying(staying);
    },
    onPaste: (event: ClipboardEvent) => {
      const text = event.clipboardData.getData('text/plain');
      const isBlock = /[\t\n\r]/.test(text.replace(/\r?\n$/, ''));
      if (text === '' || (state.mode !== 'ready' && !isBlock)) return;
      event.preventDefault();
      if (state.mode !== 'ready') state.cancel();
      onPasted(paste(state, text));
    },
  };
}

function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell === null ? null : { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
}

function mouseOf(state: EntryState, { show, onLocked }: KeyHelp) {
  const isActive = ({ row, column }: GridPlace) =>
    state.selection.active.row === row && state.selection.active.column === column;
  return {
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (place === null || event.button !== 0) return;
      // Inside a text that is being written the mouse sets the caret.
      if (isActive(place) && state.mode !== 'ready') return;
      event.preventDefault();
      state.move(place, { extend: event.shiftKey });
    },
    onMouseOver: (event: MouseEvent) => {
      const place = event.buttons === 1 ? placeOf(event.target) : null;
      if (place !== null && state.mode === 'ready' && !isActive(place)) state.move(place, { extend: true });
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (place === null || state.mode !== 'ready') return;
      const { row, column } = place;
      if (state.isLocked(state.unitAt(row), state.columnAt(column))) onLocked();
      else state.edit(show(place));
    },
  };
}
