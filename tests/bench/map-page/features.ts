import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { TopologyFile } from '#renderer/map/topology-file.ts';

export type CommuneFeatures = FeatureCollection<Polygon | MultiPolygon, { name: string }>;

/** The communes of the file as plain GeoJSON with the same points: what the other ways of drawing are fed. */
export function featuresOf(file: TopologyFile): CommuneFeatures {
  const arcs = degreeArcs(file);
  const ringOf = (ring: readonly number[]): Position[] =>
    ring.flatMap((signed, place) => {
      const arc = signed < 0 ? (arcs[~signed] ?? []).toReversed() : (arcs[signed] ?? []);
      return place === 0 ? arc : arc.slice(1);
    });
  return {
    type: 'FeatureCollection',
    features: file.objects.communes.geometries.map((geometry) => ({
      type: 'Feature',
      properties: { name: geometry.id },
      geometry:
        geometry.type === 'Polygon'
          ? { type: 'Polygon', coordinates: geometry.arcs.map(ringOf) }
          : { type: 'MultiPolygon', coordinates: geometry.arcs.map((polygon) => polygon.map(ringOf)) },
    })),
  };
}

function degreeArcs(file: TopologyFile): Position[][] {
  const { scale, translate } = file.transform;
  return file.arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([deltaX, deltaY]) => {
      x += deltaX;
      y += deltaY;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}
