import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ARCHIPELAGOS, LEVELS, OTHER_SPECIAL_ZONES } from '../../assets/geo/levels.ts';
import type { Manifest } from '../../assets/geo/manifest.ts';
import { gapsKm2, measure, unitAreasKm2 } from '../../assets/geo/measure.ts';
import { boundaryArcs } from '../../assets/geo/stitch.ts';
import { arcNumber, type BoundaryTopology, degreeArcs, ringsOf } from '../../assets/geo/topology.ts';

const FOLDER = join(import.meta.dirname, '../../assets/geo');

/**
 * Land that belongs to no commune is allowed up to this area, km². The source encloses no water without a
 * commune, so any gap is a fault of ours; 0.0001 km² = 100 m² is 1/10,000 of the smallest commune and less
 * than a hundredth of a pixel at zoom 12.
 */
const LARGEST_GAP_KM2 = 0.0001;

/** Mean width in metres under which a ring would be a sliver; the narrowest islets of the source have 28 m. */
const SLIVER_METRES = 20;

/** Furthest land: Mường Nhé 102.14°E, Trường Sa 7.18°N and 117.83°E, Lũng Cú 23.39°N. */
const VIETNAM = { west: 102.1, south: 7.1, east: 117.9, north: 23.4 };

/** Rings of Hoàng Sa and Trường Sa in the source; every one of them is kept at both levels. */
const ARCHIPELAGO_ISLANDS = { '20333': 46, '22736': 140 } as const;

/** A ward with land on all sides. */
const HOAN_KIEM = '00070';

const BYTES_MAX = { 'country.topo.json': 1_500_000, 'detail.topo.json': 5_000_000 } as const;

const units = JSON.parse(readFileSync(join(FOLDER, '../catalogue/units.json'), 'utf8')) as {
  provinces: { code: string }[];
  communes: { code: string; province: string }[];
};
const manifest = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8')) as Manifest;

const read = (file: string): string => readFileSync(join(FOLDER, file), 'utf8');
const levels = LEVELS.map(({ file }) => {
  const topology = JSON.parse(read(file)) as BoundaryTopology;
  const { communes, provinces } = topology.objects;
  return { file, topology, communes: communes.geometries, provinces: provinces.geometries };
});

describe.each(levels)('$file', ({ file, topology, communes, provinces }) => {
  const areas = unitAreasKm2(topology, communes);
  const measured = measure(topology);
  const membersOf = (province: string) => {
    const codes = new Set(
      units.communes.filter((unit) => unit.province === province).map(({ code }) => code),
    );
    return communes.filter(({ id }) => codes.has(id));
  };

  test('has every commune of the catalogue exactly once', () => {
    expect(communes.map(({ id }) => id)).toEqual(units.communes.map(({ code }) => code).toSorted());
    expect(communes).toHaveLength(3321);
  });

  test('has every province exactly once', () => {
    expect(provinces.map(({ id }) => id)).toEqual(units.provinces.map(({ code }) => code).toSorted());
    expect(provinces).toHaveLength(34);
  });

  test('bounds each province by exactly the arcs that only one of its communes uses', () => {
    for (const province of provinces) {
      const expected = boundaryArcs(membersOf(province.id).flatMap(ringsOf)).toSorted((a, b) => a - b);
      expect(
        ringsOf(province)
          .flat()
          .toSorted((a, b) => a - b),
        `province ${province.id}`,
      ).toEqual(expected);
    }
  });

  test('gives each province the area of its communes together', () => {
    for (const [code, area] of unitAreasKm2(topology, provinces)) {
      const sum = membersOf(code).reduce((total, { id }) => total + (areas.get(id) ?? 0), 0);
      expect(area, `province ${code}`).toBeCloseTo(sum, 6);
    }
  });

  test('leaves no land that belongs to no commune', () => {
    expect(gapsKm2(topology).filter((area) => area > LARGEST_GAP_KM2)).toEqual([]);
  });

  test('would show a missing inland commune as a gap of its size', () => {
    const without = communes.filter(({ id }) => id !== HOAN_KIEM);
    const incomplete = {
      ...topology,
      objects: { ...topology.objects, communes: { type: 'GeometryCollection', geometries: without } },
    } as const;
    expect(gapsKm2(incomplete)).toEqual([expect.closeTo(areas.get(HOAN_KIEM) ?? 0, 6)]);
  });

  test('has no overlaps: no arc with two communes on one side, no lines that cross', () => {
    const { sharedWrongly, crossings } = measured;
    expect({ sharedWrongly, crossings }).toEqual({ sharedWrongly: 0, crossings: 0 });
  });

  test('has no slivers', () => {
    expect(measured.narrowestRingMetres).toBeGreaterThan(SLIVER_METRES);
  });

  test('uses every arc', () => {
    const used = new Set(communes.flatMap(ringsOf).flat().map(arcNumber));
    expect(used.size).toBe(topology.arcs.length);
  });

  test('gives every commune an area', () => {
    expect([...areas].filter(([, area]) => !(area > 0.5))).toEqual([]);
  });

  test.each([...ARCHIPELAGOS, ...OTHER_SPECIAL_ZONES])('has the special zone %s with its area', (code) => {
    expect(areas.get(code)).toBeGreaterThan(1.5);
  });

  test('keeps every island of Hoàng Sa and Trường Sa', () => {
    for (const [code, islands] of Object.entries(ARCHIPELAGO_ISLANDS)) {
      expect(
        communes.filter(({ id }) => id === code).map((unit) => ringsOf(unit).length),
        code,
      ).toEqual([islands]);
    }
  });

  test('puts Hoàng Sa into Đà Nẵng and Trường Sa into Khánh Hòa', () => {
    const arcsOf = (code: string, among: typeof communes) =>
      among.filter(({ id }) => id === code).flatMap((unit) => ringsOf(unit).flat());
    expect(arcsOf('48', provinces)).toEqual(expect.arrayContaining(arcsOf('20333', communes)));
    expect(arcsOf('56', provinces)).toEqual(expect.arrayContaining(arcsOf('22736', communes)));
  });

  test('lies within Viet Nam and says so in its bounding box', () => {
    const [west, south, east, north] = topology.bbox;
    const outside = degreeArcs(topology)
      .flat()
      .filter(
        ([lon, lat]) => lon < west - 1e-6 || lon > east + 1e-6 || lat < south - 1e-6 || lat > north + 1e-6,
      );
    expect(outside).toEqual([]);
    expect(west).toBeGreaterThan(VIETNAM.west);
    expect(south).toBeGreaterThan(VIETNAM.south);
    expect(east).toBeLessThan(VIETNAM.east);
    expect(north).toBeLessThan(VIETNAM.north);
  });

  test('is what the manifest describes', () => {
    const { name, bytes, gzipBytes, sha256, ...measures } =
      manifest.files.find((entry) => entry.name === file) ?? expect.fail(`${file} is not in the manifest`);
    const text = read(name);
    expect(bytes).toBe(Buffer.byteLength(text));
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
    // Another build of zlib may pack a little better or worse.
    expect(Math.abs(gzipBytes / gzipSync(text, { level: 9 }).length - 1)).toBeLessThan(0.02);
    expect(measures).toEqual(measured);
    expect(bytes).toBeLessThan(BYTES_MAX[file as keyof typeof BYTES_MAX]);
  });
});

test('the manifest names the boundaries by their content and no machine', () => {
  const all = createHash('sha256');
  for (const { file } of levels) all.update(read(file));
  expect(manifest.version).toBe(all.digest('hex').slice(0, 12));
  expect(manifest.source).toBe('computed from a TopoJSON file of 3321 communes');
  expect(read('manifest.json')).not.toMatch(/[/\\]/);
});

test('the levels agree on the area of a commune, islets aside', () => {
  const [country, detail] = levels.map(({ topology, communes }) => unitAreasKm2(topology, communes));
  // Communes of many islets lose the smallest of them on the national level; up to 27% in Hạ Long bay.
  const apart = [...(detail ?? [])].filter(
    ([code, area]) => Math.abs((country?.get(code) ?? 0) / area - 1) > 0.3,
  );
  expect(apart).toEqual([]);
});
