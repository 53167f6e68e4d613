import { describe, expect, it } from 'vitest';
import { medianSideInView, outlinePath } from '#renderer/map/outlines.ts';
import { decodeTopology } from '#renderer/map/topology.ts';
import { readBoundaries, tinyTopology } from './boundaries.ts';

describe('the outline of a unit', () => {
  it('is one closed path for each ring, holes included', () => {
    const topology = tinyTopology();
    const path = outlinePath(topology, topology.communes, 1, { scale: 500, left: 0, top: 0 });
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/Z/g)).toHaveLength(2);
    expect(path).not.toMatch(/NaN/);
  });

  it('leaves out points that would fall on the same pixel', () => {
    const topology = decodeTopology(readBoundaries('detail'));
    const far = outlinePath(topology, topology.provinces, 0, { scale: 30, left: 0, top: 0 });
    const near = outlinePath(topology, topology.provinces, 0, { scale: 3000, left: 0, top: 0 });
    expect(far.length).toBeLessThan(near.length / 4);
  });
});

describe('the typical size of communes in view', () => {
  it('is a few pixels for the whole country and tens of pixels for a province', () => {
    const topology = decodeTopology(readBoundaries('country'));
    const national = { scale: 85, left: 0, top: -1020, width: 900, height: 1020 };
    const regional = { scale: 1000, left: 2500, top: -9000, width: 900, height: 900 };
    expect(medianSideInView(topology, national)).toBeLessThan(12);
    expect(medianSideInView(topology, regional)).toBeGreaterThan(30);
  });
});
