import fc from 'fast-check';
import { expect, it } from 'vitest';
import { coveragePlaces } from '#shared/domain/coverage.ts';
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

it('gives a province no place by its coverage where many of its communes are silent', () => {
  const province = (coverage: number | null, notReported: number) => ({
    coverage,
    communes: 10,
    notReported,
  });
  expect(
    coveragePlaces([
      province(0.5, 1),
      province(0.1, 9),
      province(null, 10),
      province(0.9, 0),
      province(0, 2),
    ]),
  ).toEqual([2, null, null, 1, null]);
});
