import type { Colour } from './model.ts';

/** RED 0, YELLOW 1, GREEN 2; undefined for every kind of empty, which has no place in the order. */
export function colourRank(status: string): number | undefined {
  switch (status) {
    case 'red':
      return 0;
    case 'yellow':
      return 1;
    case 'green':
      return 2;
    default:
      return undefined;
  }
}

/** True for GREEN, YELLOW and RED; false for every kind of empty. */
export function isColour(status: string): status is Colour {
  return colourRank(status) !== undefined;
}

/** The place of each value, the highest first: equal ones share the best of their places, null has none. */
export function placesOf(values: readonly (number | null)[]): (number | null)[] {
  const known = values.filter((value) => value !== null).sort((left, right) => right - left);
  const places = new Map<number, number>();
  for (const [index, value] of known.entries()) if (!places.has(value)) places.set(value, index + 1);
  return values.map((value) => (value === null ? null : (places.get(value) ?? null)));
}

/** Orders codes the same way on every machine: by code unit, never by locale. */
export function byCode(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
