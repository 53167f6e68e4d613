import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateForecasts } from '#shared/domain/forecast.ts';
import { newestKnownDay } from '#shared/domain/forecast-course.ts';
import { FORECAST_HITS_FROM, FORECAST_HITS_TO, FORECAST_ORIGINS } from '#shared/domain/forecast-test.ts';
import { daysBetween } from '#shared/domain/periods.ts';
import { quantile } from '#shared/domain/quantile.ts';
import { course } from './forecast-courses.ts';

/** Courses that rise more or less, with weeks that nobody reported. */
const courses = fc
  .array(
    fc.array(fc.record({ step: fc.nat(12), isSilent: fc.boolean(), fell: fc.nat(3) }), {
      minLength: 10,
      maxLength: 34,
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((units) =>
    units.map((weeks, unit) => {
      let done = 0;
      const values = weeks.map(({ step, isSilent, fell }) => {
        done = Math.max(0, Math.min(100, done + step - 2 * fell));
        return isSilent && fell === 0 ? null : done;
      });
      return course(String(unit), values);
    }),
  );

describe('forecast', () => {
  it('has a date inside its range, and names nothing but what passed its test', () => {
    fc.assert(
      fc.property(courses, (units) => {
        for (const evaluation of evaluateForecasts(units).values()) {
          if (evaluation.kind !== 'date' && evaluation.kind !== 'beyondHorizon') continue;
          const known = Math.max(...units.map(({ points }) => points.length));
          for (const { weeks, share, low, high, tested } of evaluation.ahead) {
            expect(weeks).toBeLessThanOrEqual((known - 9) / 2);
            expect(low).toBeLessThanOrEqual(share);
            expect(high).toBeGreaterThanOrEqual(share);
            expect(tested.origins).toBeGreaterThanOrEqual(FORECAST_ORIGINS);
            expect(tested.hits / tested.tries).toBeGreaterThanOrEqual(FORECAST_HITS_FROM);
            expect(tested.hits / tested.tries).toBeLessThanOrEqual(FORECAST_HITS_TO);
          }
          if (evaluation.kind !== 'date') continue;
          const { day, earliest, completion, latest } = evaluation;
          expect(daysBetween(day, earliest)).toBeGreaterThan(0);
          expect(daysBetween(earliest, completion)).toBeGreaterThanOrEqual(0);
          if (latest !== null) expect(daysBetween(completion, latest)).toBeGreaterThanOrEqual(0);
          expect(evaluation.ahead.map((point) => point.day)).toContain(completion);
        }
      }),
    );
  });

  it('does not depend on the order of cuts and units, nor on earlier cuts that nobody reported', () => {
    fc.assert(
      fc.property(courses, (units) => {
        const evaluations = evaluateForecasts(units);
        const turned = units
          .toReversed()
          .map(({ code, points }) => ({ code, points: points.toReversed(), steps: 1 }));
        const end = newestKnownDay(units) ?? '';
        const heard = units.map(({ code, points }) => ({
          code,
          steps: 1,
          points: points.filter(({ done, day }) => done !== null || day > end),
        }));
        for (const [code, evaluation] of evaluateForecasts(heard))
          expect(evaluations.get(code)).toEqual(evaluation);
        for (const [code, { kind }] of evaluateForecasts(turned))
          expect(evaluations.get(code)?.kind).toBe(kind);
      }),
    );
  });

  it('of provinces is the same without the country beside them, which is no test of them', () => {
    fc.assert(
      fc.property(courses, (units) => {
        const country = { code: 'VN', points: units[0]?.points ?? [], steps: 1 };
        const beside = evaluateForecasts(units, [country]);
        for (const [code, evaluation] of evaluateForecasts(units)) {
          expect(beside.get(code)).toEqual(evaluation);
        }
        expect(beside.get('VN')).toEqual(beside.get('0'));
      }),
    );
  });

  it('never names a date without progress', () => {
    fc.assert(
      fc.property(fc.nat(99), fc.integer({ min: 4, max: 40 }), (done, weeks) => {
        const still = course('x', new Array<number>(weeks).fill(done));
        expect(evaluateForecasts([still]).get('x')?.kind).toBe('noProgress');
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
