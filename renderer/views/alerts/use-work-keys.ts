import { useMemo } from 'react';
import { type Shortcut, useShortcuts } from '#renderer/ground/shortcuts.ts';
import type { ActName } from './use-acts.ts';
import type { Cursor } from './use-cursor.ts';
import type { Selection } from './use-selection.ts';

/** Down, up, select. */
export const MOVE_KEYS = ['J', 'K', 'X'] as const;
export const ACT_KEYS = { A: 'acknowledge', S: 'snooze', W: 'wake', N: 'note' } as const;

/** The keys of the list; Escape closes what is open or drops the selection. */
export function useWorkKeys(input: {
  /** A dialog is open: the keys belong to it. */
  readonly isPaused: boolean;
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly act: (act: ActName) => void;
}): void {
  const { isPaused, cursor, selection, isOpen, close, act } = input;
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    if (isPaused) return [];
    const [down, up, select] = MOVE_KEYS;
    return [
      { keys: [down], run: () => cursor.step(1) },
      { keys: [up], run: () => cursor.step(-1) },
      { keys: [select], run: () => cursor.id !== null && selection.toggle(cursor.id) },
      ...Object.entries(ACT_KEYS).map(([key, name]) => ({ keys: [key], run: () => act(name) })),
      { keys: ['Esc'], run: isOpen ? close : selection.ids.size > 0 ? () => selection.clear() : null },
    ];
  }, [isPaused, cursor, selection, isOpen, close, act]);
  useShortcuts(shortcuts);
}
