/// <reference path="./mapshaper.d.ts" />
import mapshaper from 'mapshaper';
import { GeoInputError } from './geo-input-error.ts';
import { ARCHIPELAGOS, type Level, OTHER_SPECIAL_ZONES } from './levels.ts';
import type { Source } from './source.ts';
import type { BoundaryTopology, UnitGeometry } from './topology.ts';

/** Points nearer than this many degrees (5 m) are one point: sources drawn unit by unit need it. */
const SNAP_DEGREES = 0.00005;

/**
 * Enclosed areas that belong to no commune and are smaller than this are faults of drawing and go to a
 * neighbour. Larger ones could be real water and stay. The smallest commune measures 1 km².
 */
const LARGEST_FAULT_KM2 = 0.1;

export interface SimplifiedCommunes extends Pick<BoundaryTopology, 'transform' | 'arcs'> {
  /** In order of code. */
  geometries: UnitGeometry[];
}

/** Communes of one level: snapped, cleaned, thinned, cleaned again and put on the grid; same source, same result. */
export async function simplifyCommunes(source: Source, level: Level): Promise<SimplifiedCommunes> {
  const commands = [
    `-i source.json name=communes snap snap-interval=${SNAP_DEGREES}`,
    `-clean gap-fill-area=${LARGEST_FAULT_KM2}km2`,
    `-simplify variable weighted keep-shapes interval="${tolerance(level)}"`,
    `-clean gap-fill-area=${LARGEST_FAULT_KM2}km2`,
    '-sort this.properties.code',
    `-o out.json format=topojson id-field=code drop-table fix-geometry quantization=${level.gridSteps}`,
  ].join(' ');
  const files = await run(commands, source.content);
  const out = files['out.json'];
  if (out === undefined) throw new Error('mapshaper wrote no result.');
  return readResult(typeof out === 'string' ? out : new TextDecoder().decode(out));
}

// mapshaper cannot open a file whose rings it cannot follow; that is the source's fault, not ours.
async function run(commands: string, content: string): Promise<Record<string, Uint8Array | string>> {
  try {
    return await mapshaper.applyCommands(commands, { 'source.json': content });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new GeoInputError(`The boundaries could not be worked on: ${reason}`, { cause: error });
  }
}

/** A mapshaper expression: the tolerance of one commune. An arc between two communes takes the finer one. */
function tolerance({ metres }: Level): string {
  const side = 'Math.sqrt(this.area / this.partCount)';
  const byArea = `Math.max(${metres.finest}, Math.min(${metres.coarsest}, ${metres.shareOfSide} * ${side}))`;
  const special = `${isOneOf(OTHER_SPECIAL_ZONES)} ? ${metres.specialZones} : ${byArea}`;
  return `(${isOneOf(ARCHIPELAGOS)} ? ${metres.archipelagos} : ${special}) + 'm'`;
}

function isOneOf(codes: readonly string[]): string {
  return `[${codes.map((code) => `'${code}'`).join(', ')}].includes(this.properties.code)`;
}

function readResult(text: string): SimplifiedCommunes {
  const { transform, arcs, objects } = JSON.parse(text) as Pick<BoundaryTopology, 'transform' | 'arcs'> & {
    objects: { communes: { geometries: UnitGeometry[] } };
  };
  const geometries = objects.communes.geometries.map(
    ({ type, id, arcs: rings }) => ({ type, id, arcs: rings }) as UnitGeometry,
  );
  return { transform, arcs, geometries: geometries.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}
