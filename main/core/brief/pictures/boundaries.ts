import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Country: national pictures; detail: one province fills the picture. */
export type BoundaryLevel = 'country' | 'detail';

/** Rings of a unit as signed arc numbers: `~n` is arc n walked backwards. */
export interface Shape {
  readonly code: string;
  readonly rings: readonly (readonly number[])[];
}

export interface Boundaries {
  /** Each arc as x, y pairs in Web Mercator: the whole world is 0..1, y grows to the south. */
  readonly arcs: readonly Float64Array[];
  readonly provinces: readonly Shape[];
  readonly communes: readonly Shape[];
}

interface TopologyGeometry {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly id: string;
  readonly arcs: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];
}

interface TopologyFile {
  readonly transform: { readonly scale: [number, number]; readonly translate: [number, number] };
  readonly arcs: readonly (readonly [number, number][])[];
  readonly objects: Readonly<
    Record<'provinces' | 'communes', { readonly geometries: readonly TopologyGeometry[] }>
  >;
}

/** Longitude and latitude (degrees, WGS 84) in Web Mercator: 0..1 across the world. */
export function mercator(lon: number, lat: number): [number, number] {
  const angle = (lat * Math.PI) / 180;
  return [(lon + 180) / 360, 0.5 - Math.log(Math.tan(Math.PI / 4 + angle / 2)) / (2 * Math.PI)];
}

/** Reads one boundary file of the application. A file that cannot be read means a damaged installation. */
export function loadBoundaries(assetsFolder: string, level: BoundaryLevel): Boundaries {
  const file = join(assetsFolder, 'geo', `${level}.topo.json`);
  const topology = JSON.parse(readFileSync(file, 'utf8')) as TopologyFile;
  return {
    arcs: topology.arcs.map((arc) => projectArc(arc, topology.transform)),
    provinces: topology.objects.provinces.geometries.map(shapeOf),
    communes: topology.objects.communes.geometries.map(shapeOf),
  };
}

function projectArc(
  arc: readonly [number, number][],
  { scale, translate }: TopologyFile['transform'],
): Float64Array {
  const points = new Float64Array(arc.length * 2);
  let x = 0;
  let y = 0;
  for (const [position, [dx, dy]] of arc.entries()) {
    x += dx;
    y += dy;
    const [mapX, mapY] = mercator(x * scale[0] + translate[0], y * scale[1] + translate[1]);
    points[position * 2] = mapX;
    points[position * 2 + 1] = mapY;
  }
  return points;
}

function shapeOf(geometry: TopologyGeometry): Shape {
  const rings =
    geometry.type === 'Polygon'
      ? (geometry.arcs as readonly (readonly number[])[])
      : (geometry.arcs as readonly (readonly (readonly number[])[])[]).flat();
  return { code: geometry.id, rings };
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest box round the shapes, in Web Mercator. RangeError when there is no shape. */
export function boxOf(boundaries: Boundaries, shapes: readonly Shape[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const shape of shapes) for (const ring of shape.rings) growBox(box, boundaries, ring);
  if (box.left > box.right) throw new RangeError('No shape to draw');
  return box;
}

/** The box of one ring. */
export function ringBox(boundaries: Boundaries, ring: readonly number[]): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  growBox(box, boundaries, ring);
  return box;
}

function growBox(
  box: { left: number; top: number; right: number; bottom: number },
  boundaries: Boundaries,
  ring: readonly number[],
): void {
  for (const signed of ring) {
    const points = boundaries.arcs[signed < 0 ? ~signed : signed];
    if (points === undefined) continue;
    for (let index = 0; index < points.length; index += 2) {
      const x = points[index] ?? 0;
      const y = points[index + 1] ?? 0;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
  }
}
