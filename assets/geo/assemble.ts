import { GeoInputError } from './geo-input-error.ts';
import { dissolveProvinces } from './provinces.ts';
import type { SimplifiedCommunes } from './simplify.ts';
import { type BoundaryTopology, gridArcs } from './topology.ts';

/** The topology of one boundary file: communes and the provinces made of their arcs; no commune may be lost. */
export function assembleTopology(
  communes: SimplifiedCommunes,
  provinceOf: ReadonlyMap<string, string>,
): BoundaryTopology {
  const kept = new Set(communes.geometries.map(({ id }) => id));
  const lost = [...provinceOf.keys()].filter((code) => !kept.has(code));
  if (lost.length > 0)
    throw new GeoInputError(
      `Nothing is left of commune ${lost.join(', ')}: its boundary has no area in the source.`,
    );
  return {
    type: 'Topology',
    bbox: boundingBox(communes),
    transform: communes.transform,
    objects: {
      provinces: dissolveProvinces(communes, provinceOf),
      communes: { type: 'GeometryCollection', geometries: communes.geometries },
    },
    arcs: communes.arcs,
  };
}

function boundingBox(communes: SimplifiedCommunes): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of gridArcs(communes).flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  const [scaleX, scaleY] = communes.transform.scale;
  const [left, bottom] = communes.transform.translate;
  const degrees = (steps: number, scale: number, origin: number): number =>
    Number((steps * scale + origin).toFixed(6));
  return [
    degrees(box[0], scaleX, left),
    degrees(box[1], scaleY, bottom),
    degrees(box[2], scaleX, left),
    degrees(box[3], scaleY, bottom),
  ];
}
