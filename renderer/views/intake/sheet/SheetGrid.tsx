import { type CSSProperties, type KeyboardEvent, type MouseEvent, memo, useId } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { type Act, actOf, moved, type Selection } from './keys.ts';
import { lettersOf, type SheetView } from './overlay.ts';
import classes from './Sheet.module.css';
import { SheetRow } from './SheetRow.tsx';
import { GUTTER_PX, HEAD_PX } from './sizes.ts';
import { heightOf, topOf } from './space.ts';
import { type GridData, useGrid } from './use-grid.ts';
import { useMeaningText } from './use-meaning-text.ts';

export interface GridProps {
  readonly data: GridData;
  readonly view: SheetView;
  readonly selection: Selection;
  readonly label: string;
  readonly isBusy: boolean;
  readonly editing: string | null;
  readonly onSelect: (selection: Selection) => void;
  readonly onAct: (act: Act) => void;
  /** A cell is to be written anew; null ends it without. */
  readonly onEdit: (text: string | null) => void;
  readonly onFix: (text: string) => void;
  readonly onTrouble: (step: 1 | -1) => void;
  readonly onUndo: (isRedo: boolean) => void;
  readonly onSearch: () => void;
  readonly onLeave: () => void;
}

/** The sheet as it stands in the file, what was understood drawn over it; only rows and columns in sight are drawn. */
export function SheetGrid(props: GridProps) {
  const { data, view, selection, editing } = props;
  const { t } = useText();
  const help = useId();
  const grid = useGrid(data, selection, { head: HEAD_PX, gutter: GUTTER_PX });
  const { active } = selection;
  const chosen = {
    from: Math.min(active.index, selection.anchor),
    to: Math.max(active.index, selection.anchor),
  };
  return (
    <>
      <p id={help} className={classes.help}>
        {t('intake.sheet.help')}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be drawn row by row. */}
      <div
        ref={grid.room}
        role="grid"
        tabIndex={0}
        className={classes.room}
        aria-label={props.label}
        aria-describedby={help}
        aria-busy={props.isBusy}
        aria-multiselectable="true"
        aria-rowcount={data.count + 1}
        aria-colcount={data.widths.length + 2}
        aria-activedescendant={`${help}-cell`}
        onScroll={grid.onScroll}
        onKeyDown={(event) => takeKey(event, props, grid.page)}
        {...mouseOf(props)}
      >
        <div className={classes.area} style={{ height: grid.area + HEAD_PX, width: grid.width }}>
          <Head
            view={view}
            lefts={data.lefts}
            from={grid.columns.from}
            to={grid.columns.to}
            active={active.column}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
          <div role="rowgroup" className={classes.body}>
            {grid.rows.map(({ index, slot }) => (
              <SheetRow
                key={slot}
                cellId={index === active.index ? `${help}-cell` : null}
                {...{ data, view, index }}
                row={data.rowAt(index)}
                top={topOf(data.space, index) + grid.shift}
                height={heightOf(data.space, index)}
                from={grid.columns.from}
                to={grid.columns.to}
                active={index === active.index ? active.column : null}
                isChosen={index >= chosen.from && index <= chosen.to}
                editing={index === active.index ? editing : null}
                onEdit={props.onEdit}
                onFix={props.onFix}
                isFirst={index === grid.firstWhole}
                version={data.version}
              />
            ))}
          </div>
        </div>
      </div>
    </>
  );
}

function takeKey(event: KeyboardEvent, props: GridProps, page: number): void {
  // In a cell that is being written the keys are the field's own.
  if (props.editing !== null) return;
  if (!handleKey(event, props, page)) return;
  event.preventDefault();
  event.stopPropagation();
}

function handleKey(event: KeyboardEvent, props: GridProps, page: number): boolean {
  const { data, selection } = props;
  const next = moved(selection, event, { rows: data.count, columns: data.widths.length, page });
  if (next !== null) {
    props.onSelect(next);
    return true;
  }
  const isControl = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (isControl && (key === 'z' || key === 'y')) props.onUndo(key === 'y' || event.shiftKey);
  else if (isControl && key === 'f') props.onSearch();
  else if (isControl || event.altKey) return false;
  else if (key === 'f6') props.onLeave();
  else if (key === 'f2' || key === 'enter') props.onEdit('');
  else if (key === 'f8') props.onTrouble(event.shiftKey ? -1 : 1);
  else {
    const act = actOf(event);
    if (act === null) return false;
    props.onAct(act);
  }
  return true;
}

function spotOf(target: EventTarget): { index: number; column: number | null } | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  if (cell === null) return null;
  const column = cell.dataset.column === undefined ? null : Number(cell.dataset.column);
  return { index: Number(cell.dataset.index), column };
}

function mouseOf({ selection, editing, onSelect, onEdit }: GridProps) {
  return {
    onMouseDown: (event: MouseEvent) => {
      const head = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-head]') : null;
      const spot =
        head === null
          ? spotOf(event.target)
          : { index: selection.active.index, column: Number(head.dataset.head) };
      if (spot === null || event.button !== 0) return;
      const active = { index: spot.index, column: spot.column ?? selection.active.column };
      // Inside a text that is being written the mouse sets the caret.
      if (
        editing !== null &&
        active.index === selection.active.index &&
        active.column === selection.active.column
      )
        return;
      onEdit(null);
      onSelect({ active, anchor: event.shiftKey ? selection.anchor : active.index });
    },
    onDoubleClick: (event: MouseEvent) => {
      if (spotOf(event.target)?.column != null) onEdit('');
    },
  };
}

/** The columns by their letters, with what they were taken to mean. */
const Head = memo(function Head(props: {
  readonly view: SheetView;
  readonly lefts: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly active: number;
}) {
  const { view, lefts, from, to, active } = props;
  const { t } = useText();
  const meaning = useMeaningText();
  const columns = Array.from({ length: to - from }, (_, step) => from + step);
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: heads are chosen through their cells.
    <div role="row" aria-rowindex={1} className={classes.head}>
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: see above. */}
      <span role="columnheader" className={classes.corner} style={{ width: GUTTER_PX }}>
        {t('intake.sheet.understood')}
      </span>
      {columns.map((column) => {
        const known = view.columns.get(lettersOf(column));
        const place = {
          left: GUTTER_PX + (lefts[column] ?? 0),
          width: (lefts[column + 1] ?? 0) - (lefts[column] ?? 0),
        };
        return (
          // biome-ignore lint/a11y/useSemanticElements: see the grid.
          // biome-ignore lint/a11y/useFocusableInteractive: see above.
          <span
            key={column}
            role="columnheader"
            aria-colindex={column + 2}
            className={classes.columnHead}
            data-head={column}
            data-certainty={known?.certainty}
            data-meaning={known?.meaning === 'ignored' ? 'ignored' : undefined}
            data-active={column === active || undefined}
            title={known === undefined ? undefined : `${known.header}: ${meaning(known)}`}
            style={place as CSSProperties}
          >
            <b>{lettersOf(column)}</b>
            <span>{known === undefined ? '' : meaning(known)}</span>
          </span>
        );
      })}
    </div>
  );
});
