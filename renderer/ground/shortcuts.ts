import { useEffect } from 'react';
import { usePreferences } from './preferences.tsx';

export interface Shortcut {
  /** As a person reads them: 'Ctrl K', 'Alt 1', 'F1', 'Esc', '←', or one written character ('?', 'J'). */
  readonly keys: readonly string[];
  readonly run: (() => unknown) | null;
}

/** `KeyboardEvent.key` of keys that people call otherwise. */
const NAMED: Readonly<Record<string, string>> = {
  Esc: 'Escape',
  Space: ' ',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
};
const PLACES: Readonly<Record<string, string>> = { ',': 'Comma', '.': 'Period' };

/**
 * Listens for the shortcuts as long as the component lives. One-character ones are never heard while somebody types,
 * nor where the person has turned them off.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { hasLetterKeys } = usePreferences();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isHeard = (keys: string) => (hasLetterKeys || !isCharacter(keys)) && matches(keys, event);
      const found = shortcuts.find(({ keys, run }) => run !== null && keys.some(isHeard));
      if (found === undefined) return;
      event.preventDefault();
      found.run?.();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shortcuts, hasLetterKeys]);
}

const isCharacter = (keys: string): boolean => keys.length === 1 && !(keys in NAMED);

function matches(keys: string, event: KeyboardEvent): boolean {
  const words = keys.split(' ');
  // Command stands for Control on a Mac.
  const hasControl = event.ctrlKey || event.metaKey;
  if (words.includes('Ctrl') !== hasControl || words.includes('Alt') !== event.altKey) return false;
  if (isCharacter(keys)) return event.key === keys.toLowerCase() && !isTyping(event.target);
  const name = words.at(-1) ?? '';
  if (event.shiftKey) return false;
  if (words.length === 1) return event.key === (NAMED[name] ?? name);
  // With Alt some layouts write another character: the place on the keyboard stays.
  return event.code === (PLACES[name] ?? (/\d/.test(name) ? `Digit${name}` : `Key${name}`));
}

/** True for a field that takes letters: a shortcut must not eat them. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
