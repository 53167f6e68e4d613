import type { Point } from './topology.ts';

/** Mean radius of the Earth (IUGG), km. */
const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/**
 * Signed area in km² of a ring in degrees: positive when it runs clockwise.
 * Chamberlain and Duquette, "Some algorithms for polygons on a sphere", JPL Publication 07-03, 2007.
 * Each edge adds its own term, so the areas of communes add up to the area of their province exactly.
 */
export function ringAreaKm2(ring: readonly Point[]): number {
  let sum = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) {
      const bands = 2 + Math.sin(before[1] * RADIANS) + Math.sin(point[1] * RADIANS);
      sum += (point[0] - before[0]) * RADIANS * bands;
    }
    before = point;
  }
  return (sum * EARTH_RADIUS_KM ** 2) / 2;
}

/** Length in km round a ring in degrees (haversine). */
export function ringLengthKm(ring: readonly Point[]): number {
  let sum = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) sum += distanceKm(before, point);
    before = point;
  }
  return sum;
}

function distanceKm(from: Point, to: Point): number {
  const halfLatitude = Math.sin(((to[1] - from[1]) * RADIANS) / 2);
  const halfLongitude = Math.sin(((to[0] - from[0]) * RADIANS) / 2);
  const chord =
    halfLatitude ** 2 + Math.cos(from[1] * RADIANS) * Math.cos(to[1] * RADIANS) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
