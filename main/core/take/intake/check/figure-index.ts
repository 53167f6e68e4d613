const FIRST_PAGES = 1024;
// Units that come one after the other share a page, so that the next row finds its place where the last one was.
const PAGE_UNITS = 16;

/** Whether a key has come before, and where. */
export interface FigureIndex {
  /** Keeps `position` for the key, or gives the one that is kept already. */
  readonly take: (group: number, unit: number, position: number) => number | null;
}

/**
 * Positions of figures by group (cut and indicator) and unit. Two million keys scattered by one hash would each wait
 * for memory; here a hash finds a page of sixteen neighbouring units, and mostly it is the page of the row before.
 */
export function createFigureIndex(pagesOfGroup: number): FigureIndex {
  let keys = new Float64Array(FIRST_PAGES * 2);
  let places = new Int32Array(FIRST_PAGES * 2);
  // Position + 1 by page and unit, 0 where there is none yet.
  let pages = new Int32Array(FIRST_PAGES * PAGE_UNITS);
  let pageCount = 0;
  let lastKey = -1;
  let lastBase = 0;

  const slotOf = (key: number): number => {
    let slot = hashKey(key) & (keys.length - 1);
    while (keys[slot] !== 0 && keys[slot] !== key + 1) slot = (slot + 1) & (keys.length - 1);
    return slot;
  };
  const enlarge = (): void => {
    const [oldKeys, oldPlaces, oldPages] = [keys, places, pages];
    keys = new Float64Array(oldKeys.length * 2);
    places = new Int32Array(oldKeys.length * 2);
    pages = new Int32Array(oldPages.length * 2);
    pages.set(oldPages);
    for (let at = 0; at < oldKeys.length; at += 1) {
      const key = oldKeys[at] ?? 0;
      if (key === 0) continue;
      const slot = slotOf(key - 1);
      keys[slot] = key;
      places[slot] = oldPlaces[at] ?? 0;
    }
  };
  const baseOf = (key: number): number => {
    if (key === lastKey) return lastBase;
    let slot = slotOf(key);
    if (keys[slot] === 0) {
      if (pageCount * PAGE_UNITS === pages.length) {
        enlarge();
        slot = slotOf(key);
      }
      keys[slot] = key + 1;
      places[slot] = pageCount;
      pageCount += 1;
    }
    lastKey = key;
    lastBase = (places[slot] ?? 0) * PAGE_UNITS;
    return lastBase;
  };
  return {
    take: (group, unit, position) => {
      const base = baseOf(group * pagesOfGroup + Math.floor(unit / PAGE_UNITS));
      const place = base + (unit % PAGE_UNITS);
      const taken = pages[place] ?? 0;
      if (taken !== 0) return taken - 1;
      pages[place] = position + 1;
      return null;
    },
  };
}

function hashKey(key: number): number {
  const high = (key / 0x1_0000_0000) | 0;
  let hash = Math.imul((key | 0) ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 13;
  return Math.imul(hash, 0xc2b2ae35) >>> 1;
}
