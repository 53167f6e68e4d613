import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

export interface Cursor {
  /** The line the keyboard stands on; null until somebody has gone into the list. */
  readonly id: string | null;
  readonly moveTo: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Where the keyboard stands in a list of ids. When its line leaves, the next one takes its place. `afterAll` runs
 * something with the ids of the whole list once they are known.
 */
export function useCursor(
  order: readonly string[],
  afterAll: (work: (order: readonly string[]) => void) => void,
): Cursor {
  const [id, setId] = useState<string | null>(null);
  const place = useRef(0);
  useEffect(() => {
    if (id === null) return;
    const at = order.indexOf(id);
    if (at >= 0) place.current = at;
    else setId(order[Math.min(place.current, order.length - 1)] ?? null);
  }, [id, order]);
  const step = useCallback(
    (by: 1 | -1) => {
      setId((before) => {
        const at = before === null ? -1 : order.indexOf(before);
        const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), order.length - 1);
        return order[next] ?? null;
      });
    },
    [order],
  );
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const moves: Readonly<Record<string, () => void>> = {
        ArrowDown: () => step(1),
        ArrowUp: () => step(-1),
        Home: () => setId(order[0] ?? null),
        End: () => afterAll((all) => setId(all.at(-1) ?? null)),
      };
      const move = moves[event.key];
      if (move === undefined) return;
      event.preventDefault();
      move();
    },
    [step, order, afterAll],
  );
  return { id, moveTo: setId, step, onKeyDown };
}
