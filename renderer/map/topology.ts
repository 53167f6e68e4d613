import { mercatorX, mercatorY } from './mercator.ts';
import { assignProvinces, provinceBorders } from './province-borders.ts';
import { type FileCollection, fileRings, type TopologyFile } from './topology-file.ts';

/** Units of one level: unit n has the rings ringStarts[n]..ringStarts[n + 1], ring r the arcs arcStarts[r].. */
export interface UnitTable {
  readonly codes: readonly string[];
  readonly ringStarts: Uint32Array;
  readonly arcStarts: Uint32Array;
  /** Arc numbers; `~n` is arc n walked backwards. */
  readonly ringArcs: Int32Array;
  /** West, north, east, south of each unit, in zoom-0 pixels from the origin. */
  readonly bounds: Float32Array;
}

/**
 * The boundaries as flat arrays: no object for a point, an arc or a unit, so that they cost little memory and are
 * read from a file as they lie there.
 */
export interface MapTopology {
  /** Web Mercator at zoom 0 of the corner that `points` count from: keeps 32-bit floats exact to millimetres. */
  readonly originX: number;
  readonly originY: number;
  /** x, y of every point of every arc, in zoom-0 pixels from the origin. */
  readonly points: Float32Array;
  /** Arc a has the points pointStarts[a]..pointStarts[a + 1]. */
  readonly pointStarts: Uint32Array;
  /** West, north, east, south of each arc. */
  readonly arcBounds: Float32Array;
  /** Commune on the right and on the left hand of each arc: its number + 1, or 0 where there is no land. */
  readonly rightOf: Uint16Array;
  readonly leftOf: Uint16Array;
  readonly communes: UnitTable;
  readonly provinces: UnitTable;
  /** Number of the province of each commune. */
  readonly provinceOf: Uint16Array;
  /** Arcs between two provinces and along the coast; and the rest, between communes of one province. */
  readonly provinceArcs: Uint32Array;
  readonly communeArcs: Uint32Array;
  /** Four numbers for each ring of a commune that is all island: centre x, y, longer side, commune number. */
  readonly islets: Float32Array;
  /** West, north, east, south of everything. */
  readonly bounds: Float32Array;
}

/**
 * The boundaries of a file as flat arrays in Web Mercator. Throws a RangeError when a ring names an arc that
 * is not there, or when a commune lies in no province: a damaged file.
 */
export function decodeTopology(file: TopologyFile): MapTopology {
  const arcs = decodeArcs(file);
  const communes = decodeUnits(file.objects.communes, arcs.arcBounds);
  const provinces = decodeUnits(file.objects.provinces, arcs.arcBounds);
  const sides = arcSides(communes, file.arcs.length);
  const borders = provinceBorders(provinces, file.arcs.length);
  return {
    ...arcs,
    ...sides,
    communes,
    provinces,
    provinceOf: assignProvinces(communes, provinces, sides, borders.isBorder),
    provinceArcs: borders.provinceArcs,
    communeArcs: borders.communeArcs,
    islets: isletsOf(communes, sides, arcs.arcBounds),
    bounds: unionOfBounds(communes.bounds),
  };
}

/** The same land with other communes, each with the signed arcs of its rings. */
export function withCommunes(
  topology: MapTopology,
  units: readonly { readonly code: string; readonly rings: readonly (readonly number[])[] }[],
): MapTopology {
  const { arcBounds, provinces } = topology;
  const arcCount = topology.pointStarts.length - 1;
  const communes = tableOf(units, arcBounds);
  const sides = arcSides(communes, arcCount);
  const isBorder = new Uint8Array(arcCount);
  for (const arc of topology.provinceArcs) isBorder[arc] = 1;
  return {
    ...topology,
    ...sides,
    communes,
    provinceOf: assignProvinces(communes, provinces, sides, isBorder),
    // What lies inside one commune is no border any more.
    communeArcs: topology.communeArcs.filter((arc) => sides.rightOf[arc] !== 0 || sides.leftOf[arc] !== 0),
    islets: isletsOf(communes, sides, arcBounds),
  };
}

/** The rings of a unit as signed arc numbers. */
export function ringsOfUnit(table: UnitTable, unit: number): number[][] {
  const rings: number[][] = [];
  for (let ring = table.ringStarts[unit] ?? 0; ring < (table.ringStarts[unit + 1] ?? 0); ring += 1)
    rings.push([...table.ringArcs.subarray(table.arcStarts[ring], table.arcStarts[ring + 1])]);
  return rings;
}

function decodeArcs(file: TopologyFile) {
  const { scale, translate } = file.transform;
  const originX = mercatorX(translate[0]);
  const originY = mercatorY(translate[1]);
  const count = file.arcs.reduce((sum, arc) => sum + arc.length, 0);
  const points = new Float32Array(count * 2);
  const pointStarts = new Uint32Array(file.arcs.length + 1);
  let write = 0;
  file.arcs.forEach((arc, number) => {
    let stepX = 0;
    let stepY = 0;
    for (let point = 0; point < arc.length; point += 1) {
      stepX += arc[point]?.[0] ?? 0;
      stepY += arc[point]?.[1] ?? 0;
      points[write] = mercatorX(stepX * scale[0] + translate[0]) - originX;
      points[write + 1] = mercatorY(stepY * scale[1] + translate[1]) - originY;
      write += 2;
    }
    pointStarts[number + 1] = write / 2;
  });
  return { originX, originY, points, pointStarts, arcBounds: boundsOfArcs(points, pointStarts) };
}

function boundsOfArcs(points: Float32Array, pointStarts: Uint32Array): Float32Array {
  const bounds = emptyBounds(pointStarts.length - 1);
  for (let arc = 0; arc < pointStarts.length - 1; arc += 1) {
    const end = (pointStarts[arc + 1] ?? 0) * 2;
    let west = Infinity;
    let north = Infinity;
    let east = -Infinity;
    let south = -Infinity;
    for (let at = (pointStarts[arc] ?? 0) * 2; at < end; at += 2) {
      const x = points[at] ?? 0;
      const y = points[at + 1] ?? 0;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
    growBounds(bounds, arc, west, north, east, south);
  }
  return bounds;
}

function decodeUnits(collection: FileCollection, arcBounds: Float32Array): UnitTable {
  return tableOf(
    collection.geometries.map((geometry) => ({ code: geometry.id, rings: fileRings(geometry) })),
    arcBounds,
  );
}

function tableOf(
  units: readonly { readonly code: string; readonly rings: readonly (readonly number[])[] }[],
  arcBounds: Float32Array,
): UnitTable {
  const rings = units.map((unit) => unit.rings);
  const flat = rings.flat();
  const table = {
    codes: units.map(({ code }) => code),
    ringStarts: runningStarts(rings),
    arcStarts: runningStarts(flat),
    ringArcs: Int32Array.from(flat.flat()),
  };
  return { ...table, bounds: boundsOfUnits(table, arcBounds) };
}

function runningStarts(lists: readonly { readonly length: number }[]): Uint32Array {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, position) => {
    starts[position + 1] = (starts[position] ?? 0) + list.length;
  });
  return starts;
}

function boundsOfUnits(table: Omit<UnitTable, 'bounds'>, arcBounds: Float32Array): Float32Array {
  const bounds = emptyBounds(table.codes.length);
  for (let unit = 0; unit < table.codes.length; unit += 1) {
    for (const signed of arcsOfUnit(table, unit)) {
      const arc = arcNumber(signed);
      if (arc * 4 >= arcBounds.length) throw new RangeError(`arc ${arc} does not exist`);
      growBoundsFrom(bounds, unit, arcBounds, arc);
    }
  }
  return bounds;
}

function emptyBounds(count: number): Float32Array {
  const bounds = new Float32Array(count * 4);
  for (let at = 0; at < bounds.length; at += 4) {
    bounds[at] = Infinity;
    bounds[at + 1] = Infinity;
    bounds[at + 2] = -Infinity;
    bounds[at + 3] = -Infinity;
  }
  return bounds;
}

// No arrays and no rest arguments here: this runs for every arc of every unit before the first picture.
function growBounds(
  bounds: Float32Array,
  item: number,
  west: number,
  north: number,
  east: number,
  south: number,
) {
  const at = item * 4;
  if (west < (bounds[at] ?? 0)) bounds[at] = west;
  if (north < (bounds[at + 1] ?? 0)) bounds[at + 1] = north;
  if (east > (bounds[at + 2] ?? 0)) bounds[at + 2] = east;
  if (south > (bounds[at + 3] ?? 0)) bounds[at + 3] = south;
}

function growBoundsFrom(bounds: Float32Array, item: number, from: Float32Array, source: number): void {
  const at = source * 4;
  growBounds(bounds, item, from[at] ?? 0, from[at + 1] ?? 0, from[at + 2] ?? 0, from[at + 3] ?? 0);
}

function unionOfBounds(bounds: Float32Array): Float32Array {
  const union = emptyBounds(1);
  for (let item = 0; item < bounds.length / 4; item += 1) growBoundsFrom(union, 0, bounds, item);
  return union;
}

function arcSides(communes: UnitTable, arcCount: number) {
  const rightOf = new Uint16Array(arcCount);
  const leftOf = new Uint16Array(arcCount);
  for (let unit = 0; unit < communes.codes.length; unit += 1) {
    for (const signed of arcsOfUnit(communes, unit)) {
      // Land lies on the right hand of a ring, so on the left hand of an arc that the ring walks backwards.
      if (signed >= 0) rightOf[signed] = unit + 1;
      else leftOf[~signed] = unit + 1;
    }
  }
  return { rightOf, leftOf };
}

// Islands that touch no other commune: at small scales they are drawn as dots, else nobody could see them.
function isletsOf(communes: UnitTable, sides: ReturnType<typeof arcSides>, arcBounds: Float32Array) {
  const islets: number[] = [];
  for (let unit = 0; unit < communes.codes.length; unit += 1) {
    const arcs = arcsOfUnit(communes, unit);
    const isIsland = arcs.every(
      (signed) => (signed < 0 ? sides.rightOf[~signed] : sides.leftOf[signed]) === 0,
    );
    if (isIsland) islets.push(...isletsOfUnit(communes, unit, arcBounds));
  }
  return Float32Array.from(islets);
}

function isletsOfUnit(communes: UnitTable, unit: number, arcBounds: Float32Array): number[] {
  const islets: number[] = [];
  for (let ring = communes.ringStarts[unit] ?? 0; ring < (communes.ringStarts[unit + 1] ?? 0); ring += 1) {
    const box = emptyBounds(1);
    for (let at = communes.arcStarts[ring] ?? 0; at < (communes.arcStarts[ring + 1] ?? 0); at += 1) {
      growBoundsFrom(box, 0, arcBounds, arcNumber(communes.ringArcs[at] ?? 0));
    }
    const [west = 0, north = 0, east = 0, south = 0] = box;
    islets.push((west + east) / 2, (north + south) / 2, Math.max(east - west, south - north), unit);
  }
  return islets;
}

/** The number of an arc, whichever way it is walked. */
function arcNumber(signed: number): number {
  return signed < 0 ? ~signed : signed;
}

/** The signed arcs of all rings of a unit, as a view into the table. */
export function arcsOfUnit(table: Omit<UnitTable, 'bounds'>, unit: number): Int32Array {
  const from = table.arcStarts[table.ringStarts[unit] ?? 0] ?? 0;
  const to = table.arcStarts[table.ringStarts[unit + 1] ?? 0] ?? 0;
  return table.ringArcs.subarray(from, to);
}
