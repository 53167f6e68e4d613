export type Direction = 'west' | 'north' | 'east' | 'south';

const STEPS: Readonly<Record<Direction, readonly [number, number]>> = {
  west: [-1, 0],
  north: [0, -1],
  east: [1, 0],
  south: [0, 1],
};

/** Further than this from the direction asked for is another direction (degrees). */
const WIDEST_ANGLE = 65;
const LEAST_COSINE = Math.cos((WIDEST_ANGLE * Math.PI) / 180);

/**
 * The unit beside another in a direction: near ones first, those straight ahead before those to the side; -1 when
 * there is nothing that way. `centres` holds x, y of each unit (y to the south); `allowed` says which may be chosen.
 */
export function neighbourTowards(
  centres: Float32Array,
  from: number,
  direction: Direction,
  allowed: (unit: number) => boolean,
): number {
  const [stepX, stepY] = STEPS[direction];
  const fromX = centres[from * 2] ?? 0;
  const fromY = centres[from * 2 + 1] ?? 0;
  return cheapest(centres.length / 2, (unit) => {
    if (unit === from || !allowed(unit)) return Infinity;
    const x = (centres[unit * 2] ?? 0) - fromX;
    const y = (centres[unit * 2 + 1] ?? 0) - fromY;
    const distance = Math.hypot(x, y);
    const cosine = (x * stepX + y * stepY) / distance;
    return cosine >= LEAST_COSINE ? distance / cosine ** 2 : Infinity;
  });
}

/** The allowed unit whose centre is nearest to a point; -1 when none is allowed. */
export function nearestUnit(
  centres: Float32Array,
  x: number,
  y: number,
  allowed: (unit: number) => boolean,
): number {
  return cheapest(centres.length / 2, (unit) =>
    allowed(unit) ? Math.hypot((centres[unit * 2] ?? 0) - x, (centres[unit * 2 + 1] ?? 0) - y) : Infinity,
  );
}

function cheapest(count: number, costOf: (unit: number) => number): number {
  let best = -1;
  let least = Infinity;
  for (let unit = 0; unit < count; unit += 1) {
    const cost = costOf(unit);
    if (cost < least) {
      least = cost;
      best = unit;
    }
  }
  return best;
}
