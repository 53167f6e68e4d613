import { GeoInputError } from './geo-input-error.ts';
import {
  asList,
  asObject,
  checkArcNumbers,
  checkArcs,
  checkCodes,
  checkPositions,
  checkShapes,
  type Json,
} from './source-checks.ts';

/** A boundary source that is known to hold every commune once, ready for mapshaper. */
export interface Source {
  readonly format: 'GeoJSON' | 'TopoJSON';
  /** The same boundaries, keyed by properties.code and nothing else. */
  readonly content: string;
  readonly communes: number;
}

/** Reads GeoJSON or TopoJSON keyed by commune code (properties.code or id); any doubt is an error that names it. */
export function readSource(file: string, text: string, communes: Iterable<string>): Source {
  const root = parse(file, text);
  if (root.type === 'FeatureCollection') return fromGeoJson(file, root, communes);
  if (root.type === 'Topology') return fromTopoJson(file, root, communes);
  throw new GeoInputError(
    `${file} is neither a GeoJSON FeatureCollection nor a TopoJSON Topology (its type is ${JSON.stringify(root.type) ?? 'missing'}).`,
  );
}

function parse(file: string, text: string): Json {
  try {
    return asObject(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    throw new GeoInputError(`${file} is not JSON. Give a GeoJSON or TopoJSON file.`, { cause: error });
  }
}

function fromGeoJson(file: string, root: Json, communes: Iterable<string>): Source {
  const keyed = asList(root.features).map((item, index) => {
    const feature = asObject(item);
    return { code: codeOf(file, feature, index), shape: asObject(feature.geometry) };
  });
  checkShapes(file, keyed);
  for (const { code, shape } of keyed) checkPositions(file, code, shape);
  checkCodes(file, keyed, communes);
  const features = keyed.map(({ code, shape }) => ({
    type: 'Feature',
    properties: { code },
    geometry: shape,
  }));
  return {
    format: 'GeoJSON',
    content: JSON.stringify({ type: 'FeatureCollection', features }),
    communes: keyed.length,
  };
}

function fromTopoJson(file: string, root: Json, communes: Iterable<string>): Source {
  const arcs = asList(root.arcs);
  checkArcs(file, root, arcs);
  const keyed = asList(theCollection(file, asObject(root.objects)).geometries).map((item, index) => {
    const shape = asObject(item);
    return { code: codeOf(file, shape, index), shape };
  });
  checkShapes(file, keyed);
  for (const { code, shape } of keyed) checkArcNumbers(file, code, shape.arcs, arcs.length);
  checkCodes(file, keyed, communes);
  const geometries = keyed.map(({ code, shape }) => ({
    type: shape.type,
    properties: { code },
    arcs: shape.arcs,
  }));
  const objects = { communes: { type: 'GeometryCollection', geometries } };
  const content = JSON.stringify({ type: 'Topology', transform: root.transform, objects, arcs });
  return { format: 'TopoJSON', content, communes: keyed.length };
}

function theCollection(file: string, objects: Json): Json {
  const names = Object.keys(objects);
  const name = names.includes('communes') ? 'communes' : names[0];
  if (name === undefined || (name !== 'communes' && names.length > 1))
    throw new GeoInputError(
      `${file} holds the objects ${names.join(', ') || '(none)'}; name the one with the communes 'communes'.`,
    );
  return asObject(objects[name]);
}

// properties.code wins: an id is often a running number that a tool has written.
function codeOf(file: string, keyed: Json, index: number): string {
  const candidates = [asObject(keyed.properties).code, keyed.id];
  const code = candidates.find((value) => typeof value === 'string' && /^\d{5}$/.test(value));
  if (typeof code === 'string') return code;
  const seen = JSON.stringify(candidates.find((value) => value !== undefined && value !== null));
  throw new GeoInputError(
    `${file}: boundary number ${index + 1} has no commune code (${seen ?? 'neither id nor properties.code'}). ` +
      'Codes are text of five digits in id or properties.code.',
  );
}
