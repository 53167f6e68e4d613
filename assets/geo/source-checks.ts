import { GeoInputError } from './geo-input-error.ts';

export type Json = Readonly<Record<string, unknown>>;
export type Keyed = { readonly code: string; readonly shape: Json };

/** Every boundary is an area with an outline. */
export function checkShapes(file: string, keyed: readonly Keyed[]): void {
  for (const { code, shape } of keyed) {
    if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon')
      throw new GeoInputError(
        `${file}: commune ${code} is not an area but ${JSON.stringify(shape.type) ?? 'empty'}.`,
      );
    if (asList(shape.coordinates ?? shape.arcs).length === 0)
      throw new GeoInputError(`${file}: commune ${code} has no outline.`);
  }
}

/** Longest list of codes in a message. */
const CODES_NAMED = 10;

/** Every commune of the list is there once, and nothing else. */
export function checkCodes(file: string, keyed: readonly Keyed[], communes: Iterable<string>): void {
  const missing = new Set(communes);
  const known = new Set(missing);
  const seen = new Set<string>();
  for (const { code } of keyed) {
    if (!known.has(code)) throw new GeoInputError(`${file}: ${code} is no commune of the list of units.`);
    if (seen.has(code))
      throw new GeoInputError(`${file}: commune ${code} is there twice. Join its parts into one.`);
    seen.add(code);
    missing.delete(code);
  }
  if (missing.size === 0) return;
  const named = [...missing].slice(0, CODES_NAMED).join(', ');
  const more = missing.size > CODES_NAMED ? ` and ${missing.size - CODES_NAMED} more` : '';
  throw new GeoInputError(`${file}: no boundary for commune ${named}${more}.`);
}

/** Every position of a GeoJSON shape is longitude and latitude in degrees. */
export function checkPositions(file: string, code: string, shape: Json): void {
  const positions = asList(shape.coordinates).flat(shape.type === 'Polygon' ? 1 : 2);
  for (const position of positions) {
    const [lon, lat] = asList(position);
    if (typeof lon !== 'number' || typeof lat !== 'number' || Math.abs(lon) > 180 || Math.abs(lat) > 90)
      throw new GeoInputError(
        `${file}: commune ${code} has the position ${lon}, ${lat}; give longitude and latitude in degrees (WGS 84).`,
      );
  }
}

/** Every arc is a line. Quantised arcs are steps, so their size says nothing; others are checked as degrees. */
export function checkArcs(file: string, root: Json, arcs: readonly unknown[]): void {
  const limits = root.transform ? [Infinity, Infinity] : [180, 90];
  arcs.forEach((arc, number) => {
    const sound = (value: unknown, axis: number): boolean =>
      typeof value === 'number' && Math.abs(value) <= (limits[axis] ?? 0);
    const positions = asList(arc).map(asList);
    if (positions.length < 2 || !positions.every(([x, y]) => sound(x, 0) && sound(y, 1)))
      throw new GeoInputError(
        `${file}: arc ${number} is no line of two or more positions in degrees (WGS 84). Convert the file again.`,
      );
  });
}

/** Every arc that a TopoJSON shape names is in the file; `~n` is arc n walked backwards. */
export function checkArcNumbers(file: string, code: string, arcs: unknown, count: number): void {
  for (const signed of asList(arcs).flat(2)) {
    if (!Number.isInteger(signed) || Number(signed) < -count || Number(signed) >= count)
      throw new GeoInputError(
        `${file}: commune ${code} names arc ${signed}, but the file has ${count} arcs.`,
      );
  }
}

/** The value when it is an object, else an empty one: whoever asks for a member meets undefined. */
export function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The value when it is a list, else an empty one. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
