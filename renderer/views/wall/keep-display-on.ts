import { useEffect, useState } from 'react';

/** A refusal is asked again after this: nobody stands before a wall to do it. */
const ASK_AGAIN_MS = 60_000;

/** Keeps the display on while the wall is open; false when it may go dark because that was refused. */
export function useDisplayKeptOn(): boolean {
  const [isKept, setKept] = useState(true);
  useEffect(() => keepDisplayOn(setKept), []);
  return isKept;
}

/** Holds the browser's wake lock for as long as the page is in sight, and tells whether it does; returns the way to stop. */
function keepDisplayOn(tell: (isKept: boolean) => void): () => void {
  let lock: WakeLockSentinel | null = null;
  let isAsking = false;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (): Promise<void> => {
    // A page out of sight is given none, and loses the one it has.
    if (isOver || isAsking || document.visibilityState !== 'visible' || lock?.released === false) return;
    isAsking = true;
    clearTimeout(timer);
    try {
      lock = await navigator.wakeLock.request('screen');
      lock.addEventListener('release', ask);
      tell(true);
    } catch {
      tell(false);
      timer = setTimeout(ask, ASK_AGAIN_MS);
    }
    isAsking = false;
    if (isOver) void lock?.release();
  };
  document.addEventListener('visibilitychange', ask);
  void ask();
  return () => {
    isOver = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}
