import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

export interface Cursor {
  /** The line the keyboard stands on; null until somebody has gone into the list. */
  readonly id: string | null;
  readonly moveTo: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Where the keyboard stands in a list of ids. When its line leaves, the next one takes its place. */
export function useCursor(order: readonly string[]): Cursor {
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
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
      if (by === null) return;
      event.preventDefault();
      step(by);
    },
    [step],
  );
  return { id, moveTo: setId, step, onKeyDown };
}
