import type { SimplifiedCommunes } from './simplify.ts';
import { ringAreaKm2 } from './sphere.ts';
import { boundaryArcs, stitchRings } from './stitch.ts';
import {
  type Arc,
  degreeArcs,
  gridArcs,
  type Point,
  type RingArcs,
  ringPoints,
  ringsOf,
  type UnitCollection,
  type UnitGeometry,
} from './topology.ts';

interface MeasuredRing {
  arcs: RingArcs;
  points: Point[];
  areaKm2: number;
}

/**
 * Provinces built from the very arcs of their communes, in order of code: no coordinate is made or moved,
 * so a province's border coincides with the borders of its communes. `provinceOf` has every commune.
 */
export function dissolveProvinces(
  communes: SimplifiedCommunes,
  provinceOf: ReadonlyMap<string, string>,
): UnitCollection {
  const members = Map.groupBy(communes.geometries, (commune) => provinceOf.get(commune.id) ?? '');
  const grid = gridArcs(communes);
  const degrees = degreeArcs(communes);
  const codes = [...members.keys()].toSorted();
  return {
    type: 'GeometryCollection',
    geometries: codes.map((code) => unionOf(code, members.get(code) ?? [], grid, degrees)),
  };
}

function unionOf(
  id: string,
  members: UnitGeometry[],
  grid: readonly Arc[],
  degrees: readonly Arc[],
): UnitGeometry {
  const rings = stitchRings(grid, boundaryArcs(members.flatMap(ringsOf)));
  const polygons = groupHoles(
    rings.map((arcs) => {
      const points = ringPoints(degrees, arcs);
      return { arcs, points, areaKm2: ringAreaKm2(points) };
    }),
  );
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', id, arcs: only }
    : { type: 'MultiPolygon', id, arcs: polygons };
}

/** Polygons from large to small, each hole in the smallest outer ring round it. */
function groupHoles(rings: readonly MeasuredRing[]): RingArcs[][] {
  const outers = rings.filter((ring) => ring.areaKm2 > 0).toSorted((a, b) => b.areaKm2 - a.areaKm2);
  const polygons = new Map(outers.map((outer) => [outer, [outer.arcs]]));
  for (const hole of rings.filter((ring) => ring.areaKm2 < 0)) {
    const outer = outers.findLast((candidate) => encloses(candidate, hole));
    if (!outer) throw new Error('A hole of a province lies in none of its parts.');
    polygons.get(outer)?.push(hole.arcs);
  }
  return [...polygons.values()];
}

function encloses(outer: MeasuredRing, hole: MeasuredRing): boolean {
  if (outer.areaKm2 <= -hole.areaKm2) return false;
  const corners = new Set(outer.points.map(String));
  const free = hole.points.find((point) => !corners.has(String(point)));
  return free !== undefined && isInside(free, outer.points);
}

/** Even-odd rule on a ray to the east. */
function isInside([x, y]: Point, ring: readonly Point[]): boolean {
  let inside = false;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before && point[1] > y !== before[1] > y) {
      const crossing = ((before[0] - point[0]) * (y - point[1])) / (before[1] - point[1]) + point[0];
      if (x < crossing) inside = !inside;
    }
    before = point;
  }
  return inside;
}
