import type { MapTopology } from './topology.ts';

/** Hoàng Sa and Trường Sa: so far out that they have insets, and that fitting their province must leave them out. */
export const ARCHIPELAGOS = ['20333', '22736'] as const;
export type Archipelago = (typeof ARCHIPELAGOS)[number];

export function isArchipelago(code: string): code is Archipelago {
  return (ARCHIPELAGOS as readonly string[]).includes(code);
}

/** West, north, east, south in zoom-0 pixels from the topology's origin. */
export type WorldBox = readonly [west: number, north: number, east: number, south: number];

/** The box of the communes that `isIn` accepts; null when it accepts none. */
function boxOfCommunes(topology: MapTopology, isIn: (commune: number) => boolean): WorldBox | null {
  const { bounds, codes } = topology.communes;
  let box: WorldBox | null = null;
  for (let commune = 0; commune < codes.length; commune += 1) {
    if (!isIn(commune)) continue;
    const at = commune * 4;
    const [west, north, east, south]: WorldBox = box ?? [Infinity, Infinity, -Infinity, -Infinity];
    box = [
      Math.min(west, bounds[at] ?? 0),
      Math.min(north, bounds[at + 1] ?? 0),
      Math.max(east, bounds[at + 2] ?? 0),
      Math.max(south, bounds[at + 3] ?? 0),
    ];
  }
  return box;
}

/** The country without the two archipelagos. */
export function mainlandBox(topology: MapTopology): WorldBox {
  const isMainland = (commune: number) => !isArchipelago(topology.communes.codes[commune] ?? '');
  return boxOfCommunes(topology, isMainland) ?? EVERYWHERE;
}

/** The country with them. */
export function countryBox(topology: MapTopology): WorldBox {
  const [west = 0, north = 0, east = 0, south = 0] = topology.bounds;
  return [west, north, east, south];
}

/**
 * What 'the whole country' shows in a room of this size: with Hoàng Sa and Trường Sa in their true places where that
 * costs the mainland little of its size, else the mainland: the insets show them in any case, and where there are no
 * insets the picture is never without them.
 */
export function homeBox(
  topology: MapTopology,
  room: { readonly width: number; readonly height: number; readonly hasInsets: boolean },
): WorldBox {
  const { width, height } = room;
  const mainland = mainlandBox(topology);
  const country = countryBox(topology);
  if (!room.hasInsets) return country;
  return fitScale(country, width, height) >= 0.8 * fitScale(mainland, width, height) ? country : mainland;
}

function fitScale([west, north, east, south]: WorldBox, width: number, height: number): number {
  return Math.min(width / (east - west), height / (south - north));
}

const EVERYWHERE: WorldBox = [0, -12, 11, 0];

/** Where to look to see a unit: a commune's own box; a province's main part. null: unknown code. */
export function boxOfUnit(topology: MapTopology, code: string): WorldBox | null {
  const province = topology.provinces.codes.indexOf(code);
  if (province >= 0) return mainPartOf(topology, province).box;
  const commune = topology.communes.codes.indexOf(code);
  return commune < 0 ? null : boxOfCommunes(topology, (candidate) => candidate === commune);
}

/** Islands of a province so far out that they are left out of its picture and get insets, in the order of their distance. */
export function farIslandsOf(topology: MapTopology, code: string): readonly string[] {
  const province = topology.provinces.codes.indexOf(code);
  return province < 0 ? [] : mainPartOf(topology, province).farIslands;
}

interface MainPart {
  readonly box: WorldBox;
  readonly farIslands: readonly string[];
}

/** An island that makes its province's picture longer by more than this share is left out of it. */
const FAR = 0.35;

// Islands from the nearest to the farthest: each joins the picture unless it would shrink the land too much.
function mainPartOf(topology: MapTopology, province: number): MainPart {
  const islands = new Set(topology.islets.filter((_, at) => at % 4 === 3));
  const isMember = (commune: number) => topology.provinceOf[commune] === province;
  const mainland = boxOfCommunes(topology, (commune) => isMember(commune) && !islands.has(commune));
  const own = [...islands].filter(isMember).map((commune) => ({ commune, box: ownBox(topology, commune) }));
  const land = mainland ?? own[0]?.box ?? EVERYWHERE;
  own.sort((one, other) => longerSide(union(land, one.box)) - longerSide(union(land, other.box)));
  let box = land;
  const farIslands: string[] = [];
  for (const island of own) {
    const larger = union(box, island.box);
    const code = topology.communes.codes[island.commune] ?? '';
    if (isArchipelago(code) || longerSide(larger) > longerSide(land) * (1 + FAR)) farIslands.push(code);
    else box = larger;
  }
  return { box, farIslands };
}

function union(one: WorldBox, other: WorldBox): WorldBox {
  return [
    Math.min(one[0], other[0]),
    Math.min(one[1], other[1]),
    Math.max(one[2], other[2]),
    Math.max(one[3], other[3]),
  ];
}

function longerSide([west, north, east, south]: WorldBox): number {
  return Math.max(east - west, south - north);
}

/** x, y of the middle of each unit of a level, in zoom-0 pixels from the origin. Kept with the topology. */
export function unitCentres(topology: MapTopology, level: 'province' | 'commune'): Float32Array {
  const kept = centresOf.get(topology) ?? { province: null, commune: null };
  const centres = kept[level] ?? computeCentres(topology, level);
  kept[level] = centres;
  centresOf.set(topology, kept);
  return centres;
}

const centresOf = new WeakMap<MapTopology, Record<'province' | 'commune', Float32Array | null>>();

function computeCentres(topology: MapTopology, level: 'province' | 'commune'): Float32Array {
  const { codes } = level === 'province' ? topology.provinces : topology.communes;
  const centres = new Float32Array(codes.length * 2);
  codes.forEach((code, unit) => {
    const [west, north, east, south] =
      level === 'province' ? (boxOfUnit(topology, code) ?? EVERYWHERE) : ownBox(topology, unit);
    centres[unit * 2] = (west + east) / 2;
    centres[unit * 2 + 1] = (north + south) / 2;
  });
  return centres;
}

function ownBox(topology: MapTopology, commune: number): WorldBox {
  const [west = 0, north = 0, east = 0, south = 0] = topology.communes.bounds.subarray(
    commune * 4,
    commune * 4 + 4,
  );
  return [west, north, east, south];
}
