import { useState } from 'react';
import { useInbox } from '../inbox.tsx';
import type { InboxItem } from '../inbox-item.ts';
import { choose } from './choices.ts';
import { type Act, chosenRows, type Selection } from './keys.ts';
import { columnOfLetters, lettersOf, nextTrouble, type SheetView } from './overlay.ts';
import type { SpotPlace } from './spot.ts';
import type { GridData } from './use-grid.ts';

export const GRID = '[role="grid"]';

/** The cell with the keyboard, and what is done there. */
export function useDeskActs(desk: {
  readonly item: InboxItem;
  readonly view: SheetView;
  readonly data: GridData;
  readonly filtered: readonly number[] | null;
  readonly focus: (part: string) => void;
}) {
  const { item, view, data, filtered, focus } = desk;
  const inbox = useInbox();
  const [selection, select] = useState<Selection>(() => startOf(view));
  const [editing, setEditing] = useState<string | null>(null);
  const isOpen = item.state === 'read';
  const { active } = selection;
  const row = data.rowAt(Math.min(active.index, data.count - 1));
  const spot: SpotPlace = { row, column: active.column, rows: rowsChosen(selection, data) };
  return {
    ...{ selection, select, spot, editing },
    act: (what: Act) => {
      if (what === 'column') focus('[data-column-role] input');
      else if (isOpen) inbox.revise(item.key, choose(item.revision, view.sheet, what, spot.rows));
    },
    fix: (text: string) => {
      setEditing(null);
      focus(GRID);
      const key = `${view.sheet}!${lettersOf(active.column)}${row}`;
      if (isOpen) inbox.revise(item.key, { fixes: { ...item.revision.fixes, [key]: text } });
    },
    edit: (text: string | null) => setEditing(isOpen ? text : null),
    trouble: (step: 1 | -1) => {
      const to = nextTrouble(view, row, step);
      const index = to === null ? -1 : filtered === null ? to - 1 : filtered.indexOf(to);
      if (to === null || index < 0) return;
      const letters = view.problems.get(to)?.find((one) => one.column !== null)?.column;
      const column = letters == null ? active.column : columnOfLetters(letters);
      select({ active: { index, column }, anchor: index });
    },
  };
}

/** The first cell of the table. */
function startOf({ headEnds }: SheetView): Selection {
  const index = headEnds ?? 0;
  return { active: { index, column: 0 }, anchor: index };
}

/** Rows that are said something of together; more than anybody would mean. */
const ROWS_CHOSEN = 2000;

function rowsChosen(selection: Selection, { rowAt, count }: GridData): number[] {
  const { from, to } = chosenRows(selection);
  const last = Math.min(to, count - 1, from + ROWS_CHOSEN - 1);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, step) => rowAt(from + step));
}
