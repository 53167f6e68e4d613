import { useCallback, useMemo, useState } from 'react';

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** From the one that was toggled last to this one. */
  readonly extendTo: (id: string, order: readonly string[]) => void;
  readonly choose: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

/** Which of the listed ids are selected; what is no longer listed is selected no more. */
export function useSelection(listed: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const ids = useMemo(() => new Set(listed.filter((id) => chosen.has(id))), [listed, chosen]);
  const toggle = useCallback((id: string) => {
    setAnchor(id);
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const extendTo = useCallback(
    (id: string, order: readonly string[]) => {
      const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)];
      const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
      setChosen((before) => new Set([...before, ...range]));
    },
    [anchor],
  );
  const choose = useCallback((all: readonly string[]) => setChosen(new Set(all)), []);
  const clear = useCallback(() => setChosen(new Set()), []);
  return { ids, has: (id) => ids.has(id), toggle, extendTo, choose, clear };
}
