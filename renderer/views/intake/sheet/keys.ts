/** A cell by its row's position among those shown, and its column. */
export interface Spot {
  readonly index: number;
  readonly column: number;
}

/** The cell with the keyboard, and the row at which the chosen rows begin. */
export interface Selection {
  readonly active: Spot;
  readonly anchor: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** Rows in sight. */
  readonly page: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Where a key leads; null for one that does not move. */
export function moved({ active, anchor }: Selection, key: Key, extent: Extent): Selection | null {
  if (key.altKey) return null;
  const to = target(active, key, extent);
  if (to === null) return null;
  const spot = {
    index: clamp(to.index, extent.rows),
    column: clamp(to.column, extent.columns),
  };
  return { active: spot, anchor: key.shiftKey ? anchor : spot.index };
}

function target({ index, column }: Spot, key: Key, { rows, columns, page }: Extent): Spot | null {
  const isControl = key.ctrlKey || key.metaKey;
  switch (key.key) {
    case 'ArrowUp':
      return { index: isControl ? 0 : index - 1, column };
    case 'ArrowDown':
      return { index: isControl ? rows - 1 : index + 1, column };
    case 'ArrowLeft':
      return { index, column: isControl ? 0 : column - 1 };
    case 'ArrowRight':
      return { index, column: isControl ? columns - 1 : column + 1 };
    case 'PageUp':
      return { index: index - page, column };
    case 'PageDown':
      return { index: index + page, column };
    case 'Home':
      return { index: isControl ? 0 : index, column: 0 };
    case 'End':
      return { index: isControl ? rows - 1 : index, column: columns - 1 };
    default:
      return null;
  }
}

const clamp = (value: number, count: number): number => Math.max(0, Math.min(value, count - 1));

/** The chosen rows by position, the upper first. */
export function chosenRows({ active, anchor }: Selection): { readonly from: number; readonly to: number } {
  return { from: Math.min(active.index, anchor), to: Math.max(active.index, anchor) };
}

/** What a letter does with the chosen rows or the column; each stands on its button too. */
export const ACT_KEYS = {
  h: 'header',
  d: 'firstRow',
  c: 'lastRow',
  u: 'unit',
  t: 'total',
  m: 'section',
  g: 'note',
  x: 'exclude',
  n: 'across',
  k: 'column',
} as const;
export type Act = (typeof ACT_KEYS)[keyof typeof ACT_KEYS];

export function actOf(key: Key): Act | null {
  if (key.ctrlKey || key.metaKey || key.altKey) return null;
  const letter = key.key.toLowerCase();
  return Object.hasOwn(ACT_KEYS, letter) ? ACT_KEYS[letter as keyof typeof ACT_KEYS] : null;
}
