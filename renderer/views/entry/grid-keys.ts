import type { KeyboardEvent } from 'react';
import type { EntryState } from './entry-state.ts';
import { clear } from './grid-acts.ts';
import type { GridPlace } from './grid-model.ts';
import { jump, stepAlong } from './selection.ts';

const ARROWS: Readonly<Record<string, GridPlace>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** What keys need besides the state. */
export interface KeyHelp {
  /** The text of a cell as it is shown. */
  readonly show: (place: GridPlace) => string;
  /** Rows in sight: how far the page keys go. */
  readonly page: () => number;
  /** Cells hold figures in force that cannot be deleted. */
  readonly onStaying: (cells: number) => void;
  readonly onLocked: () => void;
  /** F6: to what stands below the grid. */
  readonly leave: () => void;
}

/** The keys of a spreadsheet. True when the key was one of them and nobody else is to have it. */
export function takeKey(state: EntryState, event: KeyboardEvent, help: KeyHelp): boolean {
  if (event.altKey) return false;
  if (event.key === 'F6') {
    state.commit();
    help.leave();
    return true;
  }
  if (state.mode === 'ready') return takeReady(state, event, help);
  return takeWriting(state, event);
}

function takeWriting(state: EntryState, event: KeyboardEvent): boolean {
  if (event.key === 'Escape') {
    state.cancel();
    return true;
  }
  if (event.key === 'Enter' || event.key === 'Tab') return moveOn(state, event);
  const arrow = ARROWS[event.key];
  // In a text that F2 opened arrows move inside it.
  if (arrow === undefined || state.mode === 'editing' || event.ctrlKey || event.metaKey) return false;
  state.move(along(state, arrow));
  return true;
}

/** Enter goes down, Tab along the row; Tab at either end leaves the grid. */
function moveOn(state: EntryState, event: KeyboardEvent): boolean {
  const step = event.shiftKey ? -1 : 1;
  if (event.key === 'Enter') {
    state.move(along(state, { row: step, column: 0 }));
    return true;
  }
  const next = stepAlong(state.selection.active, step, sizeOf(state));
  if (next === null) state.commit();
  else state.move(next);
  return next !== null;
}

function takeReady(state: EntryState, event: KeyboardEvent, help: KeyHelp): boolean {
  const arrow = ARROWS[event.key];
  const isControl = event.ctrlKey || event.metaKey;
  if (arrow !== undefined) {
    const isFilled = (place: GridPlace) => help.show(place) !== '';
    const { active } = state.selection;
    const to = isControl ? jump(active, arrow, sizeOf(state), isFilled) : along(state, arrow);
    state.move(to, { extend: event.shiftKey });
    return true;
  }
  if (event.key === 'Enter' || event.key === 'Tab') return moveOn(state, event);
  return isControl ? takeControl(state, event) : takePlain(state, event, help);
}

function takePlain(state: EntryState, event: KeyboardEvent, help: KeyHelp): boolean {
  const { active } = state.selection;
  const { rows, columns } = sizeOf(state);
  const extend = event.shiftKey;
  switch (event.key) {
    case 'Home':
      state.move({ ...active, column: 0 }, { extend });
      return true;
    case 'End':
      state.move({ ...active, column: columns - 1 }, { extend });
      return true;
    case 'PageUp':
      state.move({ ...active, row: active.row - help.page() }, { extend });
      return true;
    case 'PageDown':
      state.move({ ...active, row: Math.min(rows - 1, active.row + help.page()) }, { extend });
      return true;
    case 'F2':
      if (isLocked(state)) help.onLocked();
      else state.edit(help.show(active));
      return true;
    case 'Delete':
    case 'Backspace': {
      const staying = clear(state);
      if (staying > 0) help.onStaying(staying);
      return true;
    }
    case 'Escape':
      state.move(active);
      return true;
  }
  if (event.key.length === 1 && isLocked(state)) {
    help.onLocked();
    return true;
  }
  return false;
}

function takeControl(state: EntryState, event: KeyboardEvent): boolean {
  const { rows, columns } = sizeOf(state);
  const extend = event.shiftKey;
  switch (event.key.toLowerCase()) {
    case 'home':
      state.move({ row: 0, column: 0 }, { extend });
      return true;
    case 'end':
      state.move({ row: rows - 1, column: columns - 1 }, { extend });
      return true;
    case 'z':
      if (event.shiftKey) state.redo();
      else state.undo();
      return true;
    case 'y':
      state.redo();
      return true;
    case 'a':
      state.select({ active: { row: 0, column: 0 }, anchor: { row: rows - 1, column: columns - 1 } });
      return true;
  }
  return false;
}

const sizeOf = ({ model }: EntryState) => ({ rows: model.rows.length, columns: model.columns.length });
const along = ({ selection: { active } }: EntryState, step: GridPlace): GridPlace => ({
  row: active.row + step.row,
  column: active.column + step.column,
});

function isLocked(state: EntryState): boolean {
  const { row, column } = state.selection.active;
  return state.isLocked(state.unitAt(row), state.columnAt(column));
}
