import type { GridPlace } from './grid-model.ts';

/** The chosen cells: a block between the cell with the keyboard and the one where the choice began. */
export interface Selection {
  readonly active: GridPlace;
  readonly anchor: GridPlace;
}

export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function blockOf({ active, anchor }: Selection): Block {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  };
}

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The place, or the nearest one inside. */
export function inside({ row, column }: GridPlace, { rows, columns }: Size): GridPlace {
  const limit = (value: number, most: number) => Math.max(0, Math.min(most - 1, value));
  return { row: limit(row, rows), column: limit(column, columns) };
}

/** The next cell in reading order; null beyond the first or last, where the key leaves the grid. */
export function stepAlong(
  { row, column }: GridPlace,
  step: 1 | -1,
  { rows, columns }: Size,
): GridPlace | null {
  const next = row * columns + column + step;
  if (next < 0 || next >= rows * columns) return null;
  return { row: Math.floor(next / columns), column: next % columns };
}

/** Where Ctrl and an arrow lead: to the end of a run of filled cells, else to the next filled one, else to the edge. */
export function jump(
  from: GridPlace,
  step: GridPlace,
  size: Size,
  isFilled: (place: GridPlace) => boolean,
): GridPlace {
  const next = (place: GridPlace) => ({ row: place.row + step.row, column: place.column + step.column });
  const isInside = (place: GridPlace) => {
    const kept = inside(place, size);
    return kept.row === place.row && kept.column === place.column;
  };
  let at = from;
  if (!isInside(next(at))) return at;
  const isRun = isFilled(at) && isFilled(next(at));
  while (isInside(next(at))) {
    const ahead = next(at);
    if (isRun && !isFilled(ahead)) return at;
    at = ahead;
    if (!isRun && isFilled(at)) return at;
  }
  return at;
}

export function rowsBetween({ top, bottom }: { readonly top: number; readonly bottom: number }): number[] {
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
}
