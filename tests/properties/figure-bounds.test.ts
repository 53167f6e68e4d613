import { describe, expect, it } from 'vitest';
import {
  boundsOfSum,
  isOpenSum,
  type SumBounds,
  type SummedMember,
  sizesOf,
} from '#shared/domain/figure-bounds.ts';
import { seededRandom } from '#tests/setup/seeded-random.ts';
import { count, isSure, randomMembers, ratio } from './sum-worlds.ts';

const WORLDS = 100_000;
const upper = ({ high }: SumBounds): number => high ?? Infinity;

describe.each(['ratio', 'count'] as const)('the bounds of a sum of the kind %s', (kind) => {
  it('widen when a member falls silent, and never move up at their lower or down at their upper end', () => {
    const random = seededRandom(17);
    const narrower: SummedMember[][] = [];
    let removals = 0;
    for (let world = 0; world < WORLDS; world += 1) {
      const members = randomMembers(random, kind);
      const before = boundsOfSum(kind, members);
      for (const [place, member] of members.entries()) {
        if (member.figure === null || before === null) continue;
        removals += 1;
        const after = boundsOfSum(kind, members.with(place, { ...member, figure: null }));
        const isWider =
          after !== null && after.low <= before.low + 1e-12 && upper(after) >= upper(before) - 1e-12;
        if (!isWider) narrower.push(members);
      }
    }
    expect(narrower).toEqual([]);
    expect(removals).toBeGreaterThan(200_000);
  });

  it('hold the plain sum where nobody outgrew its size', () => {
    const random = seededRandom(23);
    for (let world = 0; world < 5_000; world += 1) {
      const members = randomMembers(random, kind).filter((member) => isSure(kind, member));
      expect(isOpenSum(kind, members)).toBe(false);
      const bounds = boundsOfSum(kind, members);
      const sum = (pick: (member: SummedMember) => number | null | undefined) =>
        members.reduce((total, member) => total + (pick(member) ?? 0), 0);
      const all = kind === 'count' ? members.length : sum(({ figure }) => figure?.denominator);
      if (bounds === null || all === 0) continue;
      const plain = sum(({ figure }) => (kind === 'count' ? figure?.value : figure?.numerator)) / all;
      expect([bounds.low, bounds.high]).toEqual([expect.closeTo(plain, 9), expect.closeTo(plain, 9)]);
    }
  });
});

describe('the bounds of a ratio of sums', () => {
  const bounds = (...members: SummedMember[]) => boundsOfSum('ratio', members);

  it('are not bought by the silence of a member that was small when it last sent', () => {
    const other = { figure: ratio(95, 100), size: 150 };
    const [size = null] = sizesOf([10]);
    expect(bounds(other, { figure: null, size })).toEqual({ low: 95 / 115, high: 110 / 115 });
    // What it would have sent, 0 of 1,000, counts with as much as it was thought to be.
    expect(bounds(other, { figure: ratio(0, 1_000), size })).toEqual({ low: 95 / 115, high: 95 / 115 });
  });

  it('give a new large reporter no more than somewhat more than the largest of its province', () => {
    const sizes = sizesOf([100, 100, 100, 100, null]);
    expect(sizes).toEqual([150, 150, 150, 150, 225]);
    const four = sizes.slice(0, 4).map((size) => ({ figure: ratio(90, 100), size }));
    const [fifth = null] = sizes.slice(4);
    const silent = bounds(...four, { figure: null, size: fifth });
    const large = bounds(...four, { figure: ratio(0, 2_000), size: fifth });
    expect([silent?.low, silent?.high]).toEqual([360 / 625, 585 / 625]);
    expect(large).toEqual({ low: 360 / 625, high: 360 / 625 });
  });

  it('are everything where nothing is known, and nothing where nobody is asked', () => {
    expect(bounds({ figure: ratio(9, 10), size: null }, { figure: null, size: null })).toEqual({
      low: 0,
      high: 1,
    });
    expect(bounds({ figure: ratio(0, 0), size: null })).toEqual({ low: 0, high: 1 });
    expect(bounds()).toBeNull();
    expect(
      boundsOfSum('count', [
        { figure: count(4), size: null },
        { figure: null, size: null },
      ]),
    ).toEqual({
      low: 2,
      high: null,
    });
    expect(sizesOf([null, null])).toEqual([null, null]);
  });
});
