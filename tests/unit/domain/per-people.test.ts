import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluatePerPeople, perPeopleDigits } from '#shared/domain/per-people.ts';

const commune = (value: number | null, people: number | null) => ({ value, people, kind: 'xa' as const });

it('tells a count per 10,000 people of the same communes, and how many have no population', () => {
  const communes = [
    commune(30, 20_000),
    commune(15, 10_000),
    commune(99, null),
    commune(null, 50_000),
    commune(7, 5),
  ];
  expect(evaluatePerPeople(communes)).toEqual({
    value: 15,
    people: 30_000,
    communes: 2,
    withoutPopulation: 2,
  });
});

it('is unknown without a known population, and a real zero with one', () => {
  expect(evaluatePerPeople([commune(5, null)]).value).toBeNull();
  expect(evaluatePerPeople([]).value).toBeNull();
  expect(evaluatePerPeople([commune(0, 9000)]).value).toBe(0);
});

it('of a place lies between those of its communes', () => {
  const communes = fc.array(
    fc.record({ value: fc.nat(5000), people: fc.integer({ min: 1000, max: 200_000 }) }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(communes, (all) => {
      const members = all.map(({ value, people }) => commune(value, people));
      const own = members.map((one) => evaluatePerPeople([one]).value ?? Number.NaN);
      const whole = evaluatePerPeople(members).value ?? Number.NaN;
      expect(whole).toBeGreaterThanOrEqual(Math.min(...own) - 1e-9);
      expect(whole).toBeLessThanOrEqual(Math.max(...own) + 1e-9);
    }),
  );
});

it('shows what is small with the digits it needs', () => {
  expect([0, 0.0123, 0.5, 3.25, 42.1, 512].map(perPeopleDigits)).toEqual([0, 4, 3, 2, 1, 0]);
});
