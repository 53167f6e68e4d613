import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormatter, NO_VALUE, writtenDifference } from '#shared/text/format.ts';

const vi = createFormatter('vi');
const en = createFormatter('en');

describe('format', () => {
  it('writes Vietnamese numbers with a dot for thousands and a comma for decimals', () => {
    expect(vi.number(1981)).toBe('1.981');
    expect(vi.number(1234.56, 2)).toBe('1.234,56');
    expect(en.number(1234.56, 2)).toBe('1,234.56');
  });

  it('writes the published share of GREEN communes with two decimals', () => {
    expect(vi.percent(1981 / 3321)).toBe('59,65%');
    expect(en.percent(1981 / 3321)).toBe('59.65%');
  });

  it('gives a number more decimals where rounding would put it on a threshold or across one', () => {
    expect(vi.percent(0.94998)).toBe('95%');
    expect(vi.percent(0.94998, [0.95])).toBe('94,998%');
    expect(vi.percent(0.9500001, [0.95])).toBe('95,00001%');
    expect(vi.percent(0.95, [0.95])).toBe('95%');
    expect(vi.percent(0.07, [0.07])).toBe('7%');
    expect(vi.percent(0.94998, [0.9])).toBe('95%');
    expect(vi.number(2.98, 1, [3])).toBe('2,98');
    expect(vi.number(29.6, 0, [30])).toBe('29,6');
    expect(vi.number(29.6, 0, [null])).toBe('30');
  });

  it('writes a share alone as it is written in a column', () => {
    const [alone, beside] = [vi.percent(0.729), vi.percents([0.729, 0.7291])(0.729)];
    expect([alone, beside]).toEqual(['72,90%', '72,90%']);
    expect(vi.percent(0.7, [0.7])).toBe('70%');
  });

  it('writes all numbers of a column with the same decimals, and no more than one of them needs', () => {
    const write = vi.percents([1, 0.5, 3 / 56, null]);
    expect([1, 0.5, 3 / 56, null].map(write)).toEqual(['100,00%', '50,00%', '5,36%', NO_VALUE]);
    expect([1, 0.5].map(vi.percents([1, 0.5]))).toEqual(['100%', '50%']);
    const near = [0.94998, 0.5];
    expect(near.map(vi.percents(near, [0.95]))).toEqual(['94,998%', '50,000%']);
    expect([1, 2.25].map(vi.numbers([1, 2.25], 1))).toEqual(['1,0', '2,3']);
  });

  it('never takes a number across a threshold, whatever both are', () => {
    const share = fc.integer({ min: 0, max: 100_000 }).map((count) => count / 100_000);
    fc.assert(
      fc.property(share, share, (value, threshold) => {
        const shown = Number(en.percent(value, [threshold]).replace('%', ''));
        expect(Math.sign(shown - Number((threshold * 100).toFixed(9)))).toBe(Math.sign(value - threshold));
      }),
    );
  });

  it('never says 100% of less than all, nor 0% of more than nothing', () => {
    expect(vi.percent(3320 / 3321)).toBe('99,97%');
    expect(vi.percent(99_999 / 100_000)).toBe('99,99%');
    expect(vi.percent(1)).toBe('100%');
    expect(vi.percent(1 / 100_000)).toBe('0,01%');
    expect(vi.percent(0)).toBe('0%');
  });

  it('shows a missing value as a dash and never as a zero', () => {
    expect(vi.number(null)).toBe(NO_VALUE);
    expect(vi.percent(undefined)).toBe(NO_VALUE);
    expect(vi.signed(null)).toBe(NO_VALUE);
    expect(vi.date(null)).toBe(NO_VALUE);
  });

  it('writes changes with their sign, and no sign on nothing', () => {
    expect(vi.signed(1240)).toBe('+1.240');
    expect(vi.signed(-3)).toBe('−3');
    expect(vi.signed(0)).toBe('0');
    expect(vi.signedPoints(0.0123)).toBe('+1,23');
    expect(vi.signedPoints(-0.00003)).toBe('0');
  });

  it('shows instants on the calendar and clock of Viet Nam', () => {
    expect(vi.dateTime('2025-07-31T09:00:00.000Z')).toBe('31/07/2025 16:00');
    expect(vi.date('2025-12-31T18:00:00.000Z')).toBe('01/01/2026');
    expect(en.date('2025-07-31')).toBe('31/07/2025');
    expect(vi.month('2025-07-01')).toBe('07/2025');
    expect(vi.dayAndMonth('2025-07-31T09:00:00.000Z')).toBe('31/07');
  });
});

it('takes a difference of the two numbers as they are written beside it', () => {
  const [one, other] = [0.909_404, 0.579_046];
  expect([vi.percent(one), vi.percent(other)]).toEqual(['90,94%', '57,90%']);
  expect(vi.signedPoints(writtenDifference(one, other))).toBe('+33,04');
  const [high, low] = [0.909_351, 0.579_049];
  expect([vi.percent(high), vi.percent(low)]).toEqual(['90,94%', '57,90%']);
  expect(vi.signedPoints(high - low)).toBe('+33,03');
  expect(vi.signedPoints(writtenDifference(high, low))).toBe('+33,04');
  // 99,99% is what all but one of many come to: the difference to all is not nothing.
  expect(writtenDifference(1, 3320.9 / 3321)).toBe(0.0001);
  expect(vi.signed(writtenDifference(12.46, 10.14, 1), 1)).toBe('+2,4');
  expect(writtenDifference(null, 0.5)).toBe(null);
});
