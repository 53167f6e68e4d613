import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluateForecast,
  FORECAST_HORIZON_DAYS,
  isAllForForecast,
  quantile,
} from '#shared/domain/forecast.ts';
import { addDays, daysBetween } from '#shared/domain/periods.ts';

const weekly = fc
  .array(fc.option(fc.nat(100), { freq: 6 }), { maxLength: 14 })
  .map((values) => values.map((done, week) => ({ day: addDays('2025-07-07', 7 * week), done, total: 100 })));

describe('forecast', () => {
  it('has a date inside its range, after the last cut and within the horizon', () => {
    fc.assert(
      fc.property(weekly, (points) => {
        const forecast = evaluateForecast(points);
        if (forecast.kind !== 'date') return;
        const { day, earliest, completion, latest } = forecast;
        expect(daysBetween(day, earliest)).toBeGreaterThan(0);
        expect(daysBetween(earliest, completion)).toBeGreaterThanOrEqual(0);
        if (latest !== null) expect(daysBetween(completion, latest)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(day, completion)).toBeLessThanOrEqual(FORECAST_HORIZON_DAYS);
      }),
    );
  });

  it('does not depend on the order of the cuts, nor on cuts that nobody reported', () => {
    fc.assert(
      fc.property(weekly, (points) => {
        const forecast = evaluateForecast(points);
        expect(evaluateForecast(points.toReversed())).toEqual(forecast);
        expect(evaluateForecast(points.filter(({ done }) => done !== null))).toEqual(forecast);
      }),
    );
  });

  it('rests on the last cuts alone once there are enough of them', () => {
    fc.assert(
      fc.property(weekly, fc.nat(14), (points, left) => {
        const last = points.slice(left);
        if (isAllForForecast(last)) expect(evaluateForecast(last)).toEqual(evaluateForecast(points));
      }),
    );
  });

  it('never names a date without progress', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.integer({ min: 4, max: 8 }), (done, weeks) => {
        const points = Array.from({ length: weeks }, (_, week) => ({
          day: addDays('2025-07-07', 7 * week),
          done,
          total: 100,
        }));
        expect(evaluateForecast(points).kind).toBe('noProgress');
      }),
    );
  });

  it('finds the exact day of a steady pace, and no range around it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 4, max: 8 }), (pace, weeks) => {
        const points = Array.from({ length: weeks }, (_, week) => ({
          day: addDays('2025-07-07', 7 * week),
          done: pace * week,
          total: 100,
        }));
        const last = points.at(-1);
        const left = Math.ceil(((100 - (last?.done ?? 0)) * 7) / pace - 1e-6);
        const completion = addDays(last?.day ?? '', left);
        expect(evaluateForecast(points)).toMatchObject({
          kind: 'date',
          completion,
          earliest: completion,
          latest: completion,
        });
      }),
    );
  });

  it('takes its quantiles from inside the numbers, in order', () => {
    const numbers = fc.array(fc.integer(), { minLength: 1 }).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(numbers, (list) => {
        const [low, middle, high] = [quantile(list, 0.25), quantile(list, 0.5), quantile(list, 0.75)];
        expect(low).toBeGreaterThanOrEqual(list[0] ?? 0);
        expect(middle).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(middle);
        expect(high).toBeLessThanOrEqual(list.at(-1) ?? 0);
      }),
    );
  });
});
