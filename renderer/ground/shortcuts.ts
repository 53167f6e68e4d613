import { useEffect } from 'react';

export type Shortcut = {
  readonly run: () => unknown;
  readonly control?: boolean;
  readonly alt?: boolean;
} & (
  | { /** KeyboardEvent.code, the place on the keyboard. */ readonly code: string }
  | { /** A written character; never while somebody types. */ readonly character: string }
);

/** Listens for the shortcuts as long as the component lives. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const found = shortcuts.find((shortcut) => matches(shortcut, event));
      if (found === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [shortcuts]);
}

function matches(shortcut: Shortcut, event: KeyboardEvent): boolean {
  // Command stands for Control on a Mac.
  const hasControl = event.ctrlKey || event.metaKey;
  if (hasControl !== (shortcut.control === true) || event.altKey !== (shortcut.alt === true)) return false;
  if ('character' in shortcut) return event.key === shortcut.character && !isTyping(event.target);
  return event.code === shortcut.code && !event.shiftKey;
}

/** True for a field that takes letters: a shortcut must not eat them. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
