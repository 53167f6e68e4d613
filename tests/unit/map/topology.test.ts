import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { longitudeAt, mercatorX, mercatorY } from '#renderer/map/mercator.ts';
import { arcsOfUnit, decodeTopology } from '#renderer/map/topology.ts';
import { readFlatTopology, writeFlatTopology } from '#renderer/map/topology-file-flat.ts';
import { readBoundaries, TINY, tinyTopology } from './boundaries.ts';

interface UnitsFile {
  communes: { code: string; province: string; kinds: { kind: string }[] }[];
}

const units = JSON.parse(
  readFileSync(new URL('../../../assets/catalogue/units.json', import.meta.url), 'utf8'),
) as UnitsFile;

describe('decoding a small topology', () => {
  const topology = tinyTopology();

  it('says which commune lies on each hand of each arc', () => {
    expect([...topology.rightOf]).toEqual([1, 1, 2, 2, 3]);
    expect([...topology.leftOf]).toEqual([0, 2, 0, 0, 0]);
  });

  it('finds the province of each commune from the lines alone', () => {
    expect([...topology.provinceOf]).toEqual([0, 0, 1]);
  });

  it('tells borders of provinces from borders between communes of one province', () => {
    expect([...topology.provinceArcs]).toEqual([0, 2, 3, 4]);
    expect([...topology.communeArcs]).toEqual([1]);
  });

  it('projects points to Web Mercator at zoom 0, from an origin', () => {
    const [x = 0, y = 0] = topology.points;
    expect(x + topology.originX).toBeCloseTo(mercatorX(106), 6);
    expect(y + topology.originY).toBeCloseTo(mercatorY(10), 6);
    expect(longitudeAt(x + topology.originX)).toBeCloseTo(106, 4);
  });

  it('keeps an island that touches no other commune as an islet', () => {
    expect([...topology.islets.filter((_, at) => at % 4 === 3)]).toEqual([2]);
  });

  it('names every unit with its rings and arcs', () => {
    expect([...arcsOfUnit(topology.communes, 1)]).toEqual([2, -2, 3]);
    expect(topology.provinces.codes).toEqual(['01', '02']);
  });

  it('refuses a ring that names an arc which is not there', () => {
    expect(() => decodeTopology({ ...TINY, arcs: TINY.arcs.slice(0, 4) })).toThrow(/arc 4 does not exist/);
  });

  it('refuses a commune that lies in no province', () => {
    const { communes, provinces } = TINY.objects;
    const objects = { communes, provinces: { geometries: provinces.geometries.slice(0, 1) } };
    expect(() => decodeTopology({ ...TINY, objects })).toThrow(/00003 lies in no province/);
  });
});

describe.each(['country', 'detail'] as const)('decoding the boundaries of level %s', (name) => {
  const topology = decodeTopology(readBoundaries(name));

  it('is the same after it was written to a file of flat arrays and read again, without copying them', () => {
    const { buffer } = writeFlatTopology(topology);
    const read = readFlatTopology(buffer);
    expect(read).toEqual(topology);
    expect(read.points.buffer).toBe(buffer);
  });

  it('refuses a file that was cut off', () => {
    const bytes = writeFlatTopology(topology);
    expect(() => readFlatTopology(bytes.buffer.slice(0, bytes.length - 1000))).toThrow(RangeError);
  });

  it('finds 34 provinces and every commune in the province of the catalogue', () => {
    const provinceOf = Object.fromEntries(
      topology.communes.codes.map((code, commune) => [
        code,
        topology.provinces.codes[topology.provinceOf[commune] ?? -1],
      ]),
    );
    expect(topology.provinces.codes).toHaveLength(34);
    expect(provinceOf).toEqual(
      Object.fromEntries(units.communes.map(({ code, province }) => [code, province])),
    );
  });

  it('keeps the islands of Hoàng Sa and Trường Sa as islets', () => {
    const islands = new Set(
      [...topology.islets.filter((_, at) => at % 4 === 3)].map((unit) => topology.communes.codes[unit]),
    );
    expect([...islands]).toEqual(expect.arrayContaining(['20333', '22736', '11948', '26732']));
  });
});
