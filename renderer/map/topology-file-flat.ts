import type { MapTopology, UnitTable } from './topology.ts';

/**
 * Boundaries as the application reads them: the flat arrays themselves, one behind the other. The build makes such a
 * file of each TopoJSON, so that a page reads a map without parsing or working out anything.
 *
 * Layout (little-endian): length of the header in bytes (uint32), the header as JSON, padding to four bytes, then
 * each array of the header padded to four bytes.
 */
interface Header {
  readonly originX: number;
  readonly originY: number;
  readonly communes: readonly string[];
  readonly provinces: readonly string[];
  /** Where it belongs (`points`, `communes.bounds`), what it is, and how many numbers it has. */
  readonly arrays: readonly (readonly [name: string, kind: Kind, length: number])[];
}

const KINDS = { Float32Array, Uint32Array, Int32Array, Uint16Array } as const;
type Kind = keyof typeof KINDS;
type Flat = InstanceType<(typeof KINDS)[Kind]>;

const ALIGNMENT = 4;

/** The bytes of a boundary file. */
export function writeFlatTopology(topology: MapTopology): Uint8Array<ArrayBuffer> {
  const arrays = namedArrays(topology);
  const header: Header = {
    originX: topology.originX,
    originY: topology.originY,
    communes: topology.communes.codes,
    provinces: topology.provinces.codes,
    arrays: arrays.map(([name, array]) => [name, kindOf(array), array.length]),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = aligned(ALIGNMENT + text.length);
  const size = arrays.reduce((sum, [, array]) => sum + aligned(array.byteLength), start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, ALIGNMENT);
  let at = start;
  for (const [, array] of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += aligned(array.byteLength);
  }
  return bytes;
}

/** The topology in the bytes of a boundary file: views into them, nothing is copied. Throws when they are cut off. */
export function readFlatTopology(buffer: ArrayBuffer): MapTopology {
  const length = new DataView(buffer).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, ALIGNMENT, length));
  const header = JSON.parse(text) as Header;
  const found: Record<string, Flat> = {};
  let at = aligned(ALIGNMENT + length);
  for (const [name, kind, count] of header.arrays) {
    const array = new KINDS[kind](buffer, at, count);
    found[name] = array;
    at += aligned(array.byteLength);
  }
  return {
    originX: header.originX,
    originY: header.originY,
    ...partOf(found, ''),
    communes: { codes: header.communes, ...partOf(found, 'communes.') },
    provinces: { codes: header.provinces, ...partOf(found, 'provinces.') },
    // The names come from `namedArrays`, which took them from a whole topology.
  } as MapTopology;
}

function namedArrays(topology: MapTopology): [string, Flat][] {
  const { communes, provinces, ...rest } = topology;
  return [...flatOf(rest, ''), ...flatOf(communes, 'communes.'), ...flatOf(provinces, 'provinces.')];
}

function flatOf(part: Partial<MapTopology> | UnitTable, prefix: string): [string, Flat][] {
  return Object.entries(part).flatMap(([name, value]) =>
    ArrayBuffer.isView(value) ? [[`${prefix}${name}`, value as Flat]] : [],
  );
}

function partOf(found: Readonly<Record<string, Flat>>, prefix: string): Record<string, Flat> {
  const own = Object.entries(found).filter(
    ([name]) => name.startsWith(prefix) && !name.slice(prefix.length).includes('.'),
  );
  return Object.fromEntries(own.map(([name, array]) => [name.slice(prefix.length), array]));
}

function kindOf(array: Flat): Kind {
  return array.constructor.name as Kind;
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
