import { countCrossings } from './crossings.ts';
import { ringAreaKm2, ringLengthKm } from './sphere.ts';
import { boundaryArcs, stitchRings } from './stitch.ts';
import {
  arcNumber,
  type BoundaryTopology,
  degreeArcs,
  gridArcs,
  ringPoints,
  ringsOf,
  type UnitGeometry,
} from './topology.ts';

/** What a boundary file measures; lengths and areas on the sphere. */
export interface Measures {
  arcs: number;
  /** Points of all arcs, nodes counted once for each arc. */
  vertices: number;
  communes: number;
  provinces: number;
  /** Closed outlines of communes. */
  communeRings: number;
  /** Enclosed areas that belong to no commune. */
  gaps: number;
  largestGapKm2: number;
  /** Arcs with more than two communes on their sides, or two on the same side. */
  sharedWrongly: number;
  /** Pairs of line pieces that cross or lie on each other. */
  crossings: number;
  smallestRingKm2: number;
  /** Smallest mean width (twice the area by the length round it) of a ring: slivers measure near 0. */
  narrowestRingMetres: number;
  areaKm2: number;
}

export function measure(topology: BoundaryTopology): Measures {
  const { communes, provinces } = topology.objects;
  const degrees = degreeArcs(topology);
  const rings = communes.geometries.flatMap(ringsOf).map((ring) => ringPoints(degrees, ring));
  const areas = rings.map(ringAreaKm2);
  const gaps = gapsKm2(topology);
  return {
    arcs: topology.arcs.length,
    vertices: topology.arcs.reduce((sum, arc) => sum + arc.length, 0),
    communes: communes.geometries.length,
    provinces: provinces.geometries.length,
    communeRings: rings.length,
    gaps: gaps.length,
    largestGapKm2: round(gaps[0] ?? 0),
    sharedWrongly: countSharedWrongly(topology),
    crossings: countCrossings(gridArcs(topology)),
    smallestRingKm2: round(least(areas.map(Math.abs))),
    narrowestRingMetres: round(least(rings.map((ring) => meanWidthMetres(ring)))),
    areaKm2: round(areas.reduce((sum, area) => sum + area, 0)),
  };
}

/** Areas in km², largest first, that communes enclose but none of them covers. */
export function gapsKm2(topology: BoundaryTopology): number[] {
  const boundary = boundaryArcs(topology.objects.communes.geometries.flatMap(ringsOf));
  const degrees = degreeArcs(topology);
  return stitchRings(gridArcs(topology), boundary)
    .map((ring) => -ringAreaKm2(ringPoints(degrees, ring)))
    .filter((area) => area > 0)
    .toSorted((a, b) => b - a);
}

/** Area of each unit by code, km². */
export function unitAreasKm2(
  topology: BoundaryTopology,
  geometries: readonly UnitGeometry[],
): Map<string, number> {
  const degrees = degreeArcs(topology);
  const area = (unit: UnitGeometry): number =>
    ringsOf(unit).reduce((sum, ring) => sum + ringAreaKm2(ringPoints(degrees, ring)), 0);
  return new Map(geometries.map((unit) => [unit.id, area(unit)]));
}

// A sound arc is walked once each way: by the communes on its two sides, or once in all on a coast.
function countSharedWrongly(topology: BoundaryTopology): number {
  const walked = new Set<number>();
  const wrong = new Set<number>();
  for (const signed of topology.objects.communes.geometries.flatMap(ringsOf).flat()) {
    if (walked.has(signed)) wrong.add(arcNumber(signed));
    walked.add(signed);
  }
  return wrong.size;
}

function meanWidthMetres(ring: Parameters<typeof ringAreaKm2>[0]): number {
  return (2000 * Math.abs(ringAreaKm2(ring))) / ringLengthKm(ring);
}

function least(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

/** Six decimals: 1 m² in km², a micrometre in metres. */
function round(value: number): number {
  return Number(value.toFixed(6));
}
