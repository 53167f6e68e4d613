import { type CSSProperties, memo, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { EntryVerdictDto } from '#shared/contract/entry.ts';
import classes from './EntryGrid.module.css';
import type { EntryState } from './entry-state.ts';
import { type GridColumn, textAtMost } from './grid-model.ts';
import { blockOf } from './selection.ts';
import type { CellTexts } from './use-cell-text.ts';
import type { GridNames } from './use-grid-names.ts';

interface RowProps {
  readonly state: EntryState;
  readonly texts: CellTexts;
  readonly row: number;
  readonly top: number;
  readonly names: GridNames;
}

/** The row of a unit, or of a task; drawn anew only when something of it changes. */
export const EntryRow = memo(function EntryRow({ state, texts, row, top, names }: RowProps) {
  useSyncExternalStore(state.subscribe, () => state.rowVersion(row));
  const { format } = useText();
  const unit = state.unitAt(row);
  const { top: first, bottom, left, right } = blockOf(state.selection);
  const { active } = state.selection;
  const content = state.rowContent(row);
  const isChosenRow = first <= row && row <= bottom;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field of the active cell has the focus.
    // biome-ignore lint/a11y/useSemanticElements: a table of a thousand cells cannot be drawn row by row.
    <div
      role="row"
      aria-rowindex={row + 3}
      className={classes.row}
      style={{ '--top': `${top}px` } as CSSProperties}
    >
      <span className={classes.number} aria-hidden="true">
        {format.number(row + 1)}
      </span>
      {/* biome-ignore lint/a11y/useFocusableInteractive: a head is read, not acted on. */}
      {/* biome-ignore lint/a11y/useSemanticElements: see above. */}
      <span role="rowheader" aria-colindex={1} className={classes.unit} title={names.row(unit)}>
        {names.row(unit)}
      </span>
      {state.model.columns.map((column, index) => (
        <EntryCell
          key={`${column.indicator} ${column.part}`}
          {...{ state, texts, row, index, unit, column, names }}
          isActive={active.row === row && active.column === index}
          isChosen={isChosenRow && left <= index && index <= right}
          version={active.row === row && active.column === index ? state.rowVersion(row) : content}
        />
      ))}
    </div>
  );
});

interface CellProps extends Omit<RowProps, 'top'> {
  readonly index: number;
  readonly unit: string;
  readonly column: GridColumn;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** Changes with what the cell shows: a key draws the cells anew that it is about, and no others of the row. */
  readonly version: number;
}

const EntryCell = memo(function EntryCell(props: CellProps) {
  const { state, texts, row, index, unit, column, isActive, isChosen } = props;
  const { t } = useText();
  const isLocked = state.isLocked(unit, column);
  const verdicts = (isActive ? state.live : null) ?? state.verdicts(unit, column);
  const mark = markOf(state, unit, column, verdicts);
  const before = isLocked ? '' : texts.past(unit, column);
  // A state lasts: only what differs from the last report is worth its room.
  const past = column.kind === 'task' && before === texts.own(unit, column) ? '' : before;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field inside has the focus.
    // biome-ignore lint/a11y/useSemanticElements: see the row.
    <span
      role="gridcell"
      aria-colindex={index + 2}
      aria-selected={isChosen}
      aria-readonly={isLocked || undefined}
      aria-invalid={mark === 'error' || undefined}
      className={classes.cell}
      data-row={row}
      data-column={index}
      data-kind={column.kind}
      data-chosen={isChosen || undefined}
      data-active={isActive || undefined}
      data-typed={state.cell(unit, column) !== undefined || undefined}
      data-locked={isLocked || undefined}
      data-mark={mark ?? undefined}
    >
      {isActive ? (
        <CellField {...props} isLocked={isLocked} mark={mark} past={past} />
      ) : (
        <span className={classes.own}>{texts.own(unit, column)}</span>
      )}
      {past !== '' && (
        <span className={classes.past} aria-hidden="true" title={t('entry.cell.before', { text: past })}>
          {past}
        </span>
      )}
    </span>
  );
});

type Mark = 'error' | 'question';

function markOf(
  state: EntryState,
  unit: string,
  column: GridColumn,
  verdicts: readonly EntryVerdictDto[],
): Mark | null {
  if (verdicts.some(({ severity }) => severity === 'error')) return 'error';
  const isAsked = state.cell(unit, column) !== undefined && state.isToLookAt(unit, column);
  return verdicts.length > 0 || isAsked || state.others(unit, column).length > 0 ? 'question' : null;
}

/**
 * The field of the active cell. It is there before anything is typed, with its text chosen, so that the first letter, an
 * input method's too, goes straight into it and replaces what stood there.
 */
function CellField(
  props: CellProps & { readonly isLocked: boolean; readonly mark: Mark | null; readonly past: string },
) {
  const { state, texts, unit, column, names, isLocked, mark, past } = props;
  const { t } = useText();
  const field = useRef<HTMLInputElement>(null);
  const more = useId();
  const isReady = state.mode === 'ready';
  const shown = texts.own(unit, column);
  useLayoutEffect(() => {
    const input = field.current;
    if (input === null || !state.wantsFocus) return;
    state.wantsFocus = false;
    input.focus({ preventScroll: true });
    if (state.mode === 'ready') input.select();
  });
  const isEditing = state.mode === 'editing';
  useLayoutEffect(() => {
    const input = field.current;
    if (isEditing && input !== null) input.setSelectionRange(input.value.length, input.value.length);
  }, [isEditing]);
  const notes = [
    ...(shown === '' ? [t('entry.cell.empty')] : []),
    ...(state.cell(unit, column) === undefined ? [] : [t('entry.cell.typed')]),
    ...(mark === null ? [] : [t(`entry.cell.${mark}`)]),
    ...(past === '' ? [] : [t('entry.cell.before', { text: past })]),
  ];
  return (
    <>
      <input
        ref={field}
        className={classes.field}
        aria-label={t('entry.cell', { unit: names.row(unit), column: names.column(column) })}
        aria-describedby={more}
        aria-invalid={mark === 'error' || undefined}
        autoComplete="off"
        spellCheck={false}
        inputMode={column.kind === 'ratio' || column.kind === 'count' ? 'decimal' : 'text'}
        maxLength={textAtMost(column)}
        readOnly={isLocked}
        value={isReady ? shown : state.text}
        onChange={(event) => state.type(event.currentTarget.value)}
        onFocus={(event) => {
          if (state.mode === 'ready') event.currentTarget.select();
        }}
        onBlur={() => state.commit()}
      />
      <span id={more} className="visually-hidden">
        {notes.join(', ')}
      </span>
    </>
  );
}
