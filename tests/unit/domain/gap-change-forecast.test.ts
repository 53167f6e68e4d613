import { describe, expect, it } from 'vitest';
import { compareStatuses, countKeys, difference } from '#shared/domain/change.ts';
import {
  evaluateForecast,
  explainForecast,
  FORECAST_HORIZON_DAYS,
  isAllForForecast,
} from '#shared/domain/forecast.ts';
import { evaluateGap, explainGap, gapMatrix, nextGapCuts } from '#shared/domain/gap.ts';
import { addDays } from '#shared/domain/periods.ts';
import { render } from '#tests/properties/sentences.ts';

describe('gap', () => {
  it('is two steps for green outside and red inside, and says how long', () => {
    const [sentence] = explainGap(evaluateGap('green', 'red'), 4);
    expect(sentence === undefined ? '' : render(sentence, 'vi')).toBe(
      'Báo cáo XANH nhưng vận hành ĐỎ: chênh 2 bậc, kéo dài 4 kỳ.',
    );
  });

  it('is unknown, not none, without evidence or report', () => {
    expect(evaluateGap('green', 'noEvidence')).toMatchObject({ steps: null, kind: 'unknown' });
    expect(evaluateGap('notReported', 'red')).toMatchObject({ steps: null, kind: 'unknown' });
  });

  const gapCuts = (steps: readonly (number | null)[]) => steps.reduce<number>(nextGapCuts, 0);

  it('counts cuts back to the last cut with data and no gap', () => {
    expect(gapCuts([1, 0, 2, null, 1])).toBe(2);
    expect(gapCuts([1, 2, null])).toBe(2);
    expect(gapCuts([1, 2, -1])).toBe(0);
    expect(gapCuts([])).toBe(0);
  });

  it('fills a matrix with a row for silence and a column for no evidence', () => {
    const matrix = gapMatrix([
      { reported: 'green', operating: 'red' },
      { reported: 'green', operating: 'noEvidence' },
      { reported: 'notReported', operating: 'green' },
    ]);
    expect([matrix.green.red, matrix.green.noEvidence, matrix.notReported.green, matrix.red.red]).toEqual([
      1, 1, 1, 0,
    ]);
  });
});

describe('compareStatuses', () => {
  it('counts transitions of common units only, joins and leaves apart', () => {
    const before = new Map(Object.entries({ a: 'green', b: 'red', c: 'notReported', d: 'green', x: 'red' }));
    const after = new Map(Object.entries({ a: 'red', b: 'green', c: 'green', d: 'notReported', y: 'green' }));
    expect(compareStatuses(before, after)).toEqual({
      transitions: {
        green: { red: 1, notReported: 1 },
        red: { green: 1 },
        notReported: { green: 1 },
      },
      common: 4,
      unchanged: 0,
      improved: ['b'],
      regressed: ['a'],
      startedReporting: ['c'],
      stoppedReporting: ['d'],
      joined: ['y'],
      left: ['x'],
    });
  });

  it('has no difference where one side is empty', () => {
    expect([difference(null, 0.5), difference(0.5, null), difference(0, 0.5)]).toEqual([null, null, 0.5]);
    expect(difference(5, 2)).toBe(-3);
  });

  it('counts what opened, closed and lasted', () => {
    const keys = countKeys(new Set(['a', 'b', 'c']), new Set(['c', 'd']));
    expect(keys).toEqual({ opened: 1, closed: 2, lasting: 1 });
  });
});

describe('forecast', () => {
  const weekly = (values: (number | null)[]) =>
    values.map((done, week) => ({ day: addDays('2025-07-07', 7 * week), done, total: 100 }));

  it('says how much data is missing instead of guessing', () => {
    const forecast = evaluateForecast(weekly([10, 20, 30]));
    expect(forecast).toMatchObject({ kind: 'notEnoughData', cuts: 3, days: 14 });
    const [sentence] = explainForecast(forecast);
    expect(sentence === undefined ? '' : render(sentence, 'en')).toBe(
      'Not enough data for a forecast: 3 cuts over 14 days, at least 4 cuts over 21 days are needed.',
    );
  });

  it('needs no older cut once it has eight with data', () => {
    expect([weekly(Array(7).fill(1)), weekly([null, ...Array(7).fill(1)])].map(isAllForForecast)).toEqual([
      ...[false, false],
    ]);
    expect(isAllForForecast(weekly(Array(8).fill(1)))).toBe(true);
  });

  it('reaches as far as its horizon and not a day further', () => {
    const days = (ahead: number) =>
      [0, 1, 2, 3].map((week) => {
        const day = addDays('2025-07-07', 7 * week);
        return { day, done: 7 * week, total: 21 + ahead };
      });
    expect(evaluateForecast(days(FORECAST_HORIZON_DAYS))).toMatchObject({
      ...{ kind: 'date', completion: addDays('2025-07-28', FORECAST_HORIZON_DAYS) },
    });
    expect(evaluateForecast(days(FORECAST_HORIZON_DAYS + 1)).kind).toBe('beyondHorizon');
  });

  it('is not moved by one wild cut', () => {
    const steady = evaluateForecast(weekly([10, 20, 30, 40, 50]));
    const wild = evaluateForecast(weekly([10, 20, 90, 40, 50]));
    expect(steady).toMatchObject({ kind: 'date', completion: '2025-09-08' });
    expect(wild).toMatchObject({ kind: 'date', completion: '2025-09-08' });
  });

  it('leaves the end of the range open when the slow end stands still', () => {
    const forecast = evaluateForecast(weekly([10, 10, 10, 10, 20, 30, 30, 40]));
    expect(forecast).toMatchObject({ kind: 'date' });
    const falling = evaluateForecast(weekly([30, 10, 20, 10, 30, 20, 40, 30]));
    expect(falling).toMatchObject({ kind: 'date', latest: null });
  });

  it('says that all is done, that nothing moves, or that it is too far away', () => {
    expect(evaluateForecast(weekly([90, 95, 99, 100])).kind).toBe('complete');
    expect(evaluateForecast(weekly([50, 50, 50, 50])).kind).toBe('noProgress');
    const crawl = [0, 1, 2, 3].map((done, week) => ({
      day: addDays('2025-07-07', 7 * week),
      done,
      total: 9_999,
    }));
    expect(evaluateForecast(crawl).kind).toBe('beyondHorizon');
    expect(evaluateForecast([])).toMatchObject({ kind: 'notEnoughData', cuts: 0 });
    expect(evaluateForecast(weekly([null, null])).kind).toBe('notEnoughData');
  });
});
