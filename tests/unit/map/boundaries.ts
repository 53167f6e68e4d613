import { readFileSync } from 'node:fs';
import { decodeTopology, type MapTopology } from '#renderer/map/topology.ts';
import type { TopologyFile } from '#renderer/map/topology-file.ts';

/** The boundary file of the application as it is shipped. */
export function readBoundaries(name: 'country' | 'detail'): TopologyFile {
  const file = new URL(`../../../assets/geo/${name}.topo.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as TopologyFile;
}

/** Number of a commune in the topology. */
export function communeNumber(topology: MapTopology, code: string): number {
  return topology.communes.codes.indexOf(code);
}

/**
 * Two communes side by side in one province, the second with a lake (hole), and an island province of one commune:
 *
 *      +---+-------+        +--+
 *      | A |   B   |        |C |
 *      |   |  [ ]  |        +--+
 *      +---+-------+
 */
export const TINY: TopologyFile = {
  transform: { scale: [0.01, 0.01], translate: [105, 10] },
  arcs: [
    [
      [100, 0],
      [-100, 0],
      [0, 100],
      [100, 0],
    ],
    [
      [100, 100],
      [0, -100],
    ],
    [
      [100, 100],
      [200, 0],
      [0, -100],
      [-200, 0],
    ],
    [
      [180, 40],
      [40, 0],
      [0, 20],
      [-40, 0],
      [0, -20],
    ],
    [
      [500, 50],
      [0, 50],
      [50, 0],
      [0, -50],
      [-50, 0],
    ],
  ],
  objects: {
    communes: {
      geometries: [
        { type: 'Polygon', id: '00001', arcs: [[0, 1]] },
        { type: 'Polygon', id: '00002', arcs: [[2, ~1], [3]] },
        { type: 'MultiPolygon', id: '00003', arcs: [[[4]]] },
      ],
    },
    provinces: {
      geometries: [
        { type: 'Polygon', id: '01', arcs: [[0, 2], [3]] },
        { type: 'Polygon', id: '02', arcs: [[4]] },
      ],
    },
  },
};

export const tinyTopology = (): MapTopology => decodeTopology(TINY);
