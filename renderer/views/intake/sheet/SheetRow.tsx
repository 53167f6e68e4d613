import { memo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { problemSentence } from '#shared/text/intake-text.ts';
import { useProblemNames } from '../use-problem-names.ts';
import { CellEditor } from './CellEditor.tsx';
import { cellText, isNumeric } from './cell-text.ts';
import { lettersOf, roleOf, type SheetView, severityOf } from './overlay.ts';
import classes from './Sheet.module.css';
import { BLOCK_COLUMNS } from './sheet-rows.ts';
import { GUTTER_PX } from './sizes.ts';
import type { GridData } from './use-grid.ts';

interface RowProps {
  readonly data: GridData;
  readonly view: SheetView;
  readonly index: number;
  readonly row: number;
  readonly top: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
  /** The column with the keyboard, where it is in this row. */
  readonly active: number | null;
  readonly cellId: string | null;
  readonly isChosen: boolean;
  readonly editing: string | null;
  readonly onEdit: (text: string | null) => void;
  readonly onFix: (text: string) => void;
  /** The first one that is wholly in sight: cells that began above it go on here, with their text. */
  readonly isFirst: boolean;
  /** Of the data, so that what comes later is drawn. */
  readonly version: number;
}

/** A row of the sheet: its number, what was understood of it, its cells as they stand in the file. */
export const SheetRow = memo(function SheetRow(props: RowProps) {
  const { data, view, index, row, top, height, from, to, active } = props;
  const { t } = useText();
  const names = useNames();
  const first = data.part(index, from) ?? data.part(index, 0);
  const role = roleOf(view, row, first?.mark ?? null);
  const isHeld = role === 'used' || role === 'rejected';
  const unit = first?.unit ?? null;
  const understood =
    isHeld && unit !== null ? names.fullName(unit) : role === null ? '' : t(`intake.sheet.role.${role}`);
  const problems = view.problems.get(row) ?? [];
  const cells = [];
  for (let column = from; column < to; column += 1) {
    const merged = data.merges.at(row, column);
    const isCovered = merged !== undefined && (merged.row !== row || merged.column !== column);
    // Of a merged cell that begins left of what is in sight the first part still shows.
    if (isCovered && merged.row === row && column === from)
      cells.push(<SheetCell key={merged.column} {...props} column={merged.column} />);
    else if (isCovered && props.isFirst && merged.row < row && column === Math.max(from, merged.column))
      cells.push(<SheetCell key={`${merged.column} goes on`} {...props} column={merged.column} />);
    if (!isCovered || active === column) cells.push(<SheetCell key={column} {...props} column={column} />);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard.
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={props.isChosen}
      className={classes.row}
      data-role={role ?? undefined}
      data-excluded={view.excluded.has(row) || undefined}
      data-chosen={props.isChosen || undefined}
      style={{ transform: `translateY(${top}px)`, height }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see the grid. */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard. */}
      <span
        role="rowheader"
        className={classes.gutter}
        style={{ width: GUTTER_PX }}
        data-index={index}
        data-severity={severityOf(problems) ?? undefined}
        title={understood}
      >
        <b>{row}</b>
        <span className={classes.understood} data-unit={(isHeld && unit !== null) || undefined}>
          {understood}
        </span>
      </span>
      {cells}
    </div>
  );
});

/** Where a cell stands, and over how many rows and columns; one that began above the rows in sight goes on in their first. */
function cellPlace({ data, index, row, column, active, isFirst }: RowProps & { readonly column: number }) {
  const { lefts } = data;
  const merged = data.merges.at(row, column);
  const isOwn = merged !== undefined && merged.column === column;
  // A cell with the keyboard is drawn by itself, also where another one covers it.
  const isBegun = isOwn && merged.row < row && isFirst && active !== column;
  const isAnchor = isBegun || (isOwn && merged.row === row);
  const above = isBegun ? row - merged.row : 0;
  const tall = isAnchor ? merged.rows - above : 1;
  const start = lefts[column] ?? 0;
  const end = lefts[Math.min(column + (isAnchor ? merged.columns : 1), lefts.length - 1)] ?? 0;
  const style = {
    left: GUTTER_PX + start,
    width: end - start,
    ...(tall > 1 ? { height: data.heightOf(index, tall), zIndex: 1 } : {}),
  };
  return { isAnchor, above, style };
}

function SheetCell(props: RowProps & { readonly column: number }) {
  const { data, view, index, row, column, active, editing } = props;
  const text = useText();
  const names = useProblemNames();
  const { isAnchor, above, style } = cellPlace(props);
  // Among rows that were filtered its first one may not be.
  const part = data.rowAt(index - above) === row - above ? data.part(index - above, column) : undefined;
  const at = column % BLOCK_COLUMNS;
  const letters = lettersOf(column);
  const kind = part?.kinds[at];
  const fix = view.fixes.get(row - above)?.get(letters);
  const shown = fix ?? cellText(part?.texts[at], kind, text.format);
  const problems = (view.problems.get(row - above) ?? []).filter((one) => one.column === letters);
  const isActive = active === column;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the grid.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the keyboard.
    <span
      role="gridcell"
      aria-colindex={column + 2}
      id={isActive ? (props.cellId ?? undefined) : undefined}
      className={classes.cell}
      data-index={index}
      data-column={column}
      data-numeric={isNumeric(kind) || undefined}
      data-fixed={fix !== undefined || undefined}
      data-severity={severityOf(problems) ?? undefined}
      data-meaning={view.columns.get(letters)?.meaning === 'ignored' ? 'ignored' : undefined}
      data-merged={isAnchor || undefined}
      data-active={isActive || undefined}
      aria-invalid={problems.some(({ severity }) => severity === 'error') || undefined}
      title={
        problems.length === 0 ? shown : problems.map((one) => problemSentence(one, text, names)).join('\n')
      }
      style={style}
    >
      {isActive && editing !== null ? (
        <CellEditor
          label={text.t('intake.problems.fix', { cell: `${letters}${row}` })}
          text={editing === '' ? shown : editing}
          onDone={props.onFix}
          onCancel={() => props.onEdit(null)}
        />
      ) : (
        shown
      )}
    </span>
  );
}
