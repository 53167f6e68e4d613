import { describe, expect, it } from 'vitest';
import { redrawn } from '#renderer/map/redrawn.ts';
import { arcsOfUnit, decodeTopology } from '#renderer/map/topology.ts';
import { communeNumber, readBoundaries, tinyTopology } from './boundaries.ts';

describe('a map that resolutions have changed', () => {
  it('is the same while nothing was merged, and where nobody has drawn what was', () => {
    const topology = tinyTopology();
    expect(redrawn(topology, [])).toBe(topology);
    expect(redrawn(topology, [{ code: '90001', parts: null }])).toBe(topology);
  });

  it('has one outline of what was merged, with its hole, and no line inside', () => {
    const topology = tinyTopology();
    const [one = '', other = ''] = topology.communes.codes;
    const changed = redrawn(topology, [{ code: '90001', parts: [one, other] }]);
    expect(changed.communes.codes).toEqual([topology.communes.codes[2], '90001']);
    expect([...changed.communeArcs]).toEqual([]);
    expect([...changed.provinceOf]).toEqual([1, 0]);
    const arcs = [...arcsOfUnit(changed.communes, 1)];
    expect(arcs.some((signed) => signed === 1 || signed === ~1)).toBe(false);
    expect([...changed.communes.bounds.slice(4)]).toEqual([
      Math.min(topology.communes.bounds[0] ?? 0, topology.communes.bounds[4] ?? 0),
      Math.min(topology.communes.bounds[1] ?? 0, topology.communes.bounds[5] ?? 0),
      Math.max(topology.communes.bounds[2] ?? 0, topology.communes.bounds[6] ?? 0),
      Math.max(topology.communes.bounds[3] ?? 0, topology.communes.bounds[7] ?? 0),
    ]);
  });

  it('closes every ring of a merged unit of the real map', () => {
    const topology = decodeTopology(readBoundaries('country'));
    const number = communeNumber(topology, '11446');
    const beside = [...arcsOfUnit(topology.communes, number)].flatMap((signed) => {
      const side = signed < 0 ? topology.rightOf[~signed] : topology.leftOf[signed];
      return side === undefined || side === 0 ? [] : (topology.communes.codes[side - 1] ?? []);
    });
    const parts = ['11446', ...new Set(beside)];
    const changed = redrawn(topology, [{ code: '90001', parts }]);
    const made = changed.communes.codes.length - 1;
    expect([changed.communes.codes[made], topology.communes.codes.length - made]).toEqual([
      '90001',
      parts.length,
    ]);
    // One area without a hole: the unit in the middle has vanished in it.
    const rings = (changed.communes.ringStarts[made + 1] ?? 0) - (changed.communes.ringStarts[made] ?? 0);
    const before = parts.map((code) => communeNumber(topology, code));
    const islands = before.reduce(
      (sum, unit) =>
        sum + (topology.communes.ringStarts[unit + 1] ?? 0) - (topology.communes.ringStarts[unit] ?? 0) - 1,
      1,
    );
    expect(rings).toBeLessThanOrEqual(islands);
  });
});
