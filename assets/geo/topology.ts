/** Arc numbers of a ring in order; `~n` (a negative number) is arc n walked backwards. */
export type RingArcs = number[];

export type UnitGeometry =
  | { type: 'Polygon'; id: string; arcs: RingArcs[] }
  | { type: 'MultiPolygon'; id: string; arcs: RingArcs[][] };

export interface UnitCollection {
  type: 'GeometryCollection';
  geometries: UnitGeometry[];
}

/**
 * What a boundary file holds: quantised TopoJSON whose provinces and communes use one list of arcs.
 * An arc is [[x, y], [dx, dy], ...] in whole steps of the grid; degrees = step * scale + translate.
 * Outer rings run clockwise (land on the right hand), holes the other way round.
 */
export interface BoundaryTopology {
  type: 'Topology';
  /** West, south, east, north in degrees (WGS 84). */
  bbox: [number, number, number, number];
  transform: { scale: [number, number]; translate: [number, number] };
  objects: { provinces: UnitCollection; communes: UnitCollection };
  arcs: [number, number][][];
}

export type Point = readonly [number, number];
export type Arc = readonly Point[];

/** The arcs in absolute grid steps (whole numbers, so equal points are equal exactly). */
export function gridArcs(topology: Pick<BoundaryTopology, 'arcs'>): Arc[] {
  return topology.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]): Point => {
      x += dx;
      y += dy;
      return [x, y];
    });
  });
}

/** The arcs in degrees, in the order of the topology. */
export function degreeArcs(topology: Pick<BoundaryTopology, 'arcs' | 'transform'>): Arc[] {
  const [scaleX, scaleY] = topology.transform.scale;
  const [left, bottom] = topology.transform.translate;
  return gridArcs(topology).map((arc) =>
    arc.map(([x, y]): Point => [x * scaleX + left, y * scaleY + bottom]),
  );
}

/** Each polygon of a geometry as its rings, the outer one first. */
export function polygonsOf(geometry: UnitGeometry): RingArcs[][] {
  return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
}

export function ringsOf(geometry: UnitGeometry): RingArcs[] {
  return polygonsOf(geometry).flat();
}

/** The number of an arc, whichever way it is walked. */
export function arcNumber(signed: number): number {
  return signed < 0 ? ~signed : signed;
}

/** Points of an arc in the direction its signed number says; a number outside the list is an error. */
export function walkArc(arcs: readonly Arc[], signed: number): Arc {
  const arc = arcs[arcNumber(signed)];
  if (!arc) throw new RangeError(`arc ${arcNumber(signed)} of ${arcs.length} does not exist`);
  return signed < 0 ? arc.toReversed() : arc;
}

/** Points of a closed ring; the first point is not repeated at the end. */
export function ringPoints(arcs: readonly Arc[], ring: RingArcs): Point[] {
  return ring.flatMap((signed) => walkArc(arcs, signed).slice(0, -1));
}
