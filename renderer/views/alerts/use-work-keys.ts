import { useMemo } from 'react';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import { type Shortcut, useShortcuts } from '#renderer/ground/shortcuts.ts';
import type { ActName } from './use-acts.ts';
import type { Cursor } from './use-cursor.ts';
import type { Selection } from './use-selection.ts';

/** The keys of the list: j k move, x selects, a s w n act, Escape closes what is open or drops the selection. */
export function useWorkKeys(input: {
  /** A dialog is open: the keys belong to it. */
  readonly isPaused: boolean;
  readonly cursor: Cursor;
  readonly selection: Selection;
  readonly isOpen: boolean;
  readonly close: () => void;
  readonly act: (act: ActName) => void;
}): void {
  const { hasLetterKeys } = usePreferences();
  const { isPaused, cursor, selection, isOpen, close, act } = input;
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    if (isPaused) return [];
    const letters: Shortcut[] = [
      { character: 'j', run: () => cursor.step(1) },
      { character: 'k', run: () => cursor.step(-1) },
      { character: 'x', run: () => cursor.id !== null && selection.toggle(cursor.id) },
      { character: 'a', run: () => act('acknowledge') },
      { character: 's', run: () => act('snooze') },
      { character: 'w', run: () => act('wake') },
      { character: 'n', run: () => act('note') },
    ];
    const leaving: Shortcut[] =
      isOpen || selection.ids.size > 0
        ? [{ code: 'Escape', run: () => (isOpen ? close() : selection.clear()) }]
        : [];
    return hasLetterKeys ? [...letters, ...leaving] : leaving;
  }, [isPaused, cursor, selection, isOpen, close, act, hasLetterKeys]);
  useShortcuts(shortcuts);
}
