import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesOf } from '#shared/domain/ranking.ts';

it('lets equal values share the best of their places, and gives none to what is missing', () => {
  expect(placesOf([0.5, 1, null, 1, 1, 0])).toEqual([4, 1, null, 1, 1, 5]);
  expect(placesOf([])).toEqual([]);
});

it('places a value behind exactly those that are higher, a zero among them', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 9 })));
  fc.assert(
    fc.property(values, (all) => {
      for (const [at, place] of placesOf(all).entries()) {
        const own = all[at] ?? null;
        const higher = all.filter((other) => other !== null && own !== null && other > own).length;
        expect(place).toBe(own === null ? null : higher + 1);
      }
    }),
  );
});
