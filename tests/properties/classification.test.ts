import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  classifiedTotal,
  classifyEqualInterval,
  classOf,
  type MapValue,
} from '#shared/domain/classification.ts';
import { emptyKind, fraction } from './arbitraries.ts';

const value: fc.Arbitrary<MapValue> = fc.oneof(
  { weight: 5, arbitrary: fraction },
  { weight: 1, arbitrary: emptyKind },
);
const values = fc.array(value, { maxLength: 60 });

describe('classes of a map layer', () => {
  it('hold every value once and add up to all, the empties apart', () => {
    fc.assert(
      fc.property(values, (list) => {
        const result = classifyEqualInterval(list);
        expect(classifiedTotal(result)).toBe(list.length);
        const counts = result.classes.map(() => 0);
        for (const one of list) {
          const place = classOf(one, result);
          if (typeof place === 'number') counts[place] = (counts[place] ?? 0) + 1;
          else expect(place).toBe(one);
        }
        expect(counts).toEqual(result.classes.map(({ count }) => count));
      }),
    );
  });

  it('follow each other without gap or overlap, a higher value never in a lower class', () => {
    fc.assert(
      fc.property(values, fraction, fraction, (list, left, right) => {
        const result = classifyEqualInterval(list);
        fc.pre(result.classes.length > 0);
        result.classes.forEach(({ from, to }, place) => {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(result.classes[place + 1]?.from ?? to).toBe(to);
        });
        const [low, high] = [classOf(Math.min(left, right), result), classOf(Math.max(left, right), result)];
        expect(Number(low)).toBeLessThanOrEqual(Number(high));
      }),
    );
  });

  it('do not depend on the order of the values', () => {
    fc.assert(
      fc.property(values, (list) => {
        expect(classifyEqualInterval(list.toReversed())).toEqual(classifyEqualInterval(list));
      }),
    );
  });

  it('keep zero among the values', () => {
    const empties = fc.array(emptyKind);
    fc.assert(
      fc.property(empties, (list) => {
        expect(classifyEqualInterval(list).classes).toEqual([]);
        expect(classifyEqualInterval([...list, 0]).classes).toEqual([{ from: 0, to: 0, count: 1 }]);
      }),
    );
  });
});
