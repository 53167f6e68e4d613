import { useCallback, useEffect, useState } from 'react';

/** Long enough to read a scene from across the room, short enough to see all four in a minute and a half. */
const SCENE_MS = 20_000;

export interface Rotation {
  readonly position: number;
  readonly isPaused: boolean;
  readonly step: (by: number) => void;
  readonly togglePause: () => void;
}

/** Turns through `count` scenes by itself until paused; stepping starts the scene's time anew. */
export function useRotation(count: number, first: number): Rotation {
  const [position, setPosition] = useState(first);
  const [isPaused, setPaused] = useState(false);
  const step = useCallback((by: number) => setPosition((now) => (now + by + count) % count), [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scene starts its own time
  useEffect(() => {
    if (isPaused) return;
    const timer = setTimeout(() => step(1), SCENE_MS);
    return () => clearTimeout(timer);
  }, [position, isPaused, step]);
  return { position, isPaused, step, togglePause: () => setPaused((now) => !now) };
}
