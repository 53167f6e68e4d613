import { expect, test } from 'vitest';
import { assembleTopology } from '../../assets/geo/assemble.ts';
import { LEVELS } from '../../assets/geo/levels.ts';
import { gapsKm2, measure, unitAreasKm2 } from '../../assets/geo/measure.ts';
import { dissolveProvinces } from '../../assets/geo/provinces.ts';
import { simplifyCommunes } from '../../assets/geo/simplify.ts';
import { readSource } from '../../assets/geo/source.ts';
import { type BoundaryTopology, polygonsOf } from '../../assets/geo/topology.ts';
import { collection, commune, rectangle, type TestFeature } from './squares.ts';

async function topologyOf(
  features: readonly TestFeature[],
  provinceOf: ReadonlyMap<string, string>,
): Promise<BoundaryTopology> {
  const [level] = LEVELS;
  if (!level) return expect.fail('there is no level');
  const source = readSource('squares.json', collection(features), provinceOf.keys());
  return assembleTopology(await simplifyCommunes(source, level), provinceOf);
}

function shapeOf(topology: BoundaryTopology, province: string): number[] {
  const found = topology.objects.provinces.geometries.find(({ id }) => id === province);
  return found ? polygonsOf(found).map((rings) => rings.length) : [];
}

test('a province round another one gets a hole in its shape', async () => {
  const topology = await topologyOf(
    [
      commune('00001', rectangle(0, 0, 3, 3), rectangle(1, 1).toReversed()),
      commune('00002', rectangle(1, 1)),
    ],
    new Map([
      ['00001', '01'],
      ['00002', '02'],
    ]),
  );
  expect([shapeOf(topology, '01'), shapeOf(topology, '02')]).toEqual([[2], [1]]);
  expect(measure(topology)).toMatchObject({ gaps: 0, crossings: 0, sharedWrongly: 0 });
});

test('squares that touch in a point are two polygons of their province', async () => {
  const topology = await topologyOf(
    [
      commune('00001', rectangle(0, 0)),
      commune('00002', rectangle(1, 1)),
      commune('00003', rectangle(1, 0)),
      commune('00004', rectangle(0, 1)),
    ],
    new Map([
      ['00001', '01'],
      ['00002', '01'],
      ['00003', '02'],
      ['00004', '02'],
    ]),
  );
  expect([shapeOf(topology, '01'), shapeOf(topology, '02')]).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test('a hole that touches the outline in a point is still a hole', async () => {
  // 00001 is the frame of a 3x3 block without the middle and without one corner, so hole and outline meet there.
  const frame = [
    [0, 0, 3, 1],
    [0, 1, 1, 2],
    [1, 2, 1, 1],
    [2, 1, 1, 1],
  ] as const;
  const codes = frame.map((_, index) => `0000${index + 1}`);
  const topology = await topologyOf(
    frame.map(([x, y, width, height], index) => commune(codes[index] ?? '', rectangle(x, y, width, height))),
    new Map(codes.map((code) => [code, '01'])),
  );
  expect(shapeOf(topology, '01')).toEqual([2]);
  const [province = 0] = unitAreasKm2(topology, topology.objects.provinces.geometries).values();
  const communes = [...unitAreasKm2(topology, topology.objects.communes.geometries).values()];
  expect(province).toBeCloseTo(
    communes.reduce((sum, area) => sum + area, 0),
    6,
  );
  expect(gapsKm2(topology)).toHaveLength(1);
});

test('cracks between communes are closed, and a lake without a commune stays', async () => {
  const ring = rectangle(0, 0, 3, 3);
  const crack = ring.map(([lon, lat]): [number, number] => [lon > 106.15 ? lon + 0.00003 : lon, lat]);
  const lake = rectangle(1, 1).toReversed();
  const neighbour = rectangle(3, 0, 1, 3);
  const topology = await topologyOf(
    [commune('00001', crack, lake), commune('00002', neighbour)],
    new Map([
      ['00001', '01'],
      ['00002', '01'],
    ]),
  );
  expect(measure(topology)).toMatchObject({ gaps: 1, crossings: 0, sharedWrongly: 0 });
  expect(shapeOf(topology, '01')).toEqual([2]);
  expect(gapsKm2(topology)[0]).toBeGreaterThan(100);
});

test('a commune that belongs to no province is refused before anything is drawn', async () => {
  await expect(topologyOf([commune('00001', rectangle(0, 0))], new Map([['00009', '01']]))).rejects.toThrow(
    '00001 is no commune of the list of units',
  );
  expect(
    dissolveProvinces(
      { arcs: [], geometries: [], transform: { scale: [1, 1], translate: [0, 0] } },
      new Map(),
    ),
  ).toEqual({ type: 'GeometryCollection', geometries: [] });
});
