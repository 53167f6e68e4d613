import { parseBlock } from './clipboard.ts';
import type { CellChange, EntryState } from './entry-state.ts';
import { type GridColumn, textAtMost } from './grid-model.ts';
import { type Block, blockOf } from './selection.ts';

/** A pasted value that found no place. */
export interface LeftCell {
  readonly why: 'outside' | 'notAsked' | 'tooLong';
  readonly text: string;
  /** Inside the pasted block, from 0. */
  readonly row: number;
  readonly column: number;
  readonly unit: string | null;
  readonly at: GridColumn | null;
}

export interface Pasted {
  readonly cells: number;
  readonly left: readonly LeftCell[];
}

/**
 * Pastes a block from the clipboard at the cell with the keyboard; one single value fills all chosen cells. What has no
 * place comes back, cell by cell.
 */
export function paste(state: EntryState, clipboard: string): Pasted {
  const rows = parseBlock(clipboard);
  const chosen = blockOf(state.selection);
  const single = rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? '') : null;
  const block = single === null ? rows : rowsOf(chosen).map(() => columnsOf(chosen).map(() => single));
  const changes: CellChange[] = [];
  const left: LeftCell[] = [];
  for (const [row, cells] of block.entries())
    for (const [column, text] of cells.entries()) {
      const one = placeOf(state, chosen.top + row, chosen.left + column);
      const why = whyNot(state, one, text);
      if (why === null && one !== null) changes.push({ ...one, text });
      else if (text.trim() !== '')
        left.push({
          why: why ?? 'outside',
          text,
          row,
          column,
          unit: one?.unit ?? null,
          at: one?.column ?? null,
        });
    }
  state.change(changes);
  const most = block.reduce((widest, cells) => Math.max(widest, cells.length), 1);
  const { rows: units, columns } = state.model;
  state.select({
    active: { row: chosen.top, column: chosen.left },
    anchor: {
      row: Math.min(units.length - 1, chosen.top + Math.max(1, block.length) - 1),
      column: Math.min(columns.length - 1, chosen.left + most - 1),
    },
  });
  return { cells: changes.filter(({ text }) => text.trim() !== '').length, left };
}

function placeOf({ model }: EntryState, row: number, at: number) {
  const unit = model.rows[row];
  const column = model.columns[at];
  return unit === undefined || column === undefined ? null : { unit, column };
}

function whyNot(
  state: EntryState,
  place: { readonly unit: string; readonly column: GridColumn } | null,
  text: string,
): LeftCell['why'] | null {
  if (place === null) return 'outside';
  if (state.isLocked(place.unit, place.column)) return 'notAsked';
  return state.model.settle(place.column, text).length > textAtMost(place.column) ? 'tooLong' : null;
}

/** Takes typed texts out of the chosen cells; says how many of them hold a figure in force, which stays. */
export function clear(state: EntryState): number {
  let staying = 0;
  const changes: CellChange[] = [];
  for (const { unit, column } of chosenCells(state)) {
    if (state.cell(unit, column) !== undefined) changes.push({ unit, column, text: '' });
    else if (state.model.textInForce(unit, column) !== '') staying += 1;
  }
  state.change(changes);
  return changes.length > 0 ? 0 : staying;
}

/** The chosen cells as they are shown, row by row. */
export function chosenTexts(
  state: EntryState,
  show: (unit: string, column: GridColumn) => string,
): string[][] {
  const block = blockOf(state.selection);
  return rowsOf(block).map((row) =>
    columnsOf(block).map((column) => show(state.unitAt(row), state.columnAt(column))),
  );
}

function chosenCells(state: EntryState): { readonly unit: string; readonly column: GridColumn }[] {
  const block = blockOf(state.selection);
  return rowsOf(block).flatMap((row) =>
    columnsOf(block).map((column) => ({ unit: state.unitAt(row), column: state.columnAt(column) })),
  );
}

const rowsOf = ({ top, bottom }: Block) =>
  Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
const columnsOf = ({ left, right }: Block) =>
  Array.from({ length: right - left + 1 }, (_, index) => left + index);

/** The next cell in reading order that a person should look at, beginning anew after the last; null when there is none. */
export function nextToLookAt(state: EntryState) {
  const { rows, columns } = state.model;
  const { active } = state.selection;
  const all = rows.length * columns.length;
  const from = active.row * columns.length + active.column;
  for (let step = 1; step <= all; step += 1) {
    const at = (from + step) % all;
    const place = { row: Math.floor(at / columns.length), column: at % columns.length };
    if (state.isToLookAt(state.unitAt(place.row), state.columnAt(place.column))) return place;
  }
  return null;
}
