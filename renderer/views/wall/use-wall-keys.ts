import { useMemo } from 'react';
import { useShortcuts } from '#renderer/ground/shortcuts.ts';
import { closeWall } from '#renderer/ground/wall-address.ts';
import type { Rotation } from './use-rotation.ts';

export const PAUSE_KEYS = ['Space'];
/** The scene before, the next one. */
export const STEP_KEYS = ['←', '→'] as const;

export function useWallKeys({ step, togglePause }: Rotation): void {
  const shortcuts = useMemo(
    () => [
      { keys: PAUSE_KEYS, run: togglePause },
      { keys: [STEP_KEYS[1]], run: () => step(1) },
      { keys: [STEP_KEYS[0]], run: () => step(-1) },
      { keys: ['Esc'], run: closeWall },
    ],
    [step, togglePause],
  );
  useShortcuts(shortcuts);
}
