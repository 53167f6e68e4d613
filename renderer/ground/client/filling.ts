import { useEffect, useState } from 'react';

/** How far the engine is with filling a new data folder: cuts computed, of all; `total` 0 before that is known. */
export interface Filling {
  readonly done: number;
  readonly total: number;
}

/** A start that has nothing to fill is over before this. */
const FIRST_LOOK_MS = 700;
const LOOK_EVERY_MS = 400;

/** The filling that a page waits for, looked up again and again while it is shown; null when there is none. */
export function useFilling(): Filling | null {
  const [filling, setFilling] = useState<Filling | null>(null);
  useEffect(() => {
    let timer = setTimeout(look, FIRST_LOOK_MS);
    let isGone = false;
    async function look(): Promise<void> {
      const found = await fetchFilling();
      if (isGone) return;
      setFilling(found);
      timer = setTimeout(look, LOOK_EVERY_MS);
    }
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return filling;
}

/** The desktop host opens its window when the engine answers: there nobody is asked, and the answer is no JSON. */
async function fetchFilling(): Promise<Filling | null> {
  try {
    const answer = await fetch(new URL('session/filling', document.baseURI), { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as Filling | null) : null;
  } catch {
    return null;
  }
}
