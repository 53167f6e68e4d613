import { describe, expect, it } from 'vitest';
import {
  emptyKindOf,
  figureOfUnit,
  lowerMedian,
  measureOf,
  ratioOf,
  sentValue,
  sumFigures,
} from '#shared/domain/figures.ts';

const count = (value: number) => ({ value, numerator: null, denominator: null });

describe('a total', () => {
  it('counts each kind of empty for itself', () => {
    const empties = ['notApplicable', 'notApplicable', 'notYetDue', 'notReported', undefined] as const;
    expect(sumFigures('count', [...empties, count(3)])).toMatchObject({
      ...{ value: 3, reported: 1 },
      ...{ notReported: 2, notApplicable: 2, notYetDue: 1 },
    });
  });

  it('of zeros is zero, and of nothing is nothing', () => {
    expect(sumFigures('count', [count(0), count(0)]).value).toBe(0);
    expect(sumFigures('count', []).value).toBeNull();
  });

  it('says why it is empty: silent before not due before not applicable', () => {
    const kindOf = (...empties: ('notApplicable' | 'notYetDue' | 'notReported')[]) =>
      emptyKindOf(sumFigures('count', empties));
    expect(kindOf('notApplicable', 'notYetDue', 'notReported')).toBe('notReported');
    expect(kindOf('notApplicable', 'notYetDue')).toBe('notYetDue');
    expect(kindOf('notApplicable')).toBe('notApplicable');
  });

  it('of totals is that of the units behind them', () => {
    const provinces = [
      [1, 0, undefined],
      ['notApplicable' as const, 0.5],
    ];
    const totals = provinces.map((marks) => sumFigures('criterion', marks));
    expect(sumFigures('criterion', totals)).toEqual(sumFigures('criterion', provinces.flat()));
    expect(sumFigures('criterion', totals)).toMatchObject({ numerator: 1, denominator: 4 });
    const ratios = [1, 2].map((numerator) => ({ value: null, numerator, denominator: 4 }));
    const parts = ratios.map((figure) => sumFigures('ratio', [figure]));
    expect(sumFigures('ratio', parts)).toMatchObject({ value: 3 / 8, numerator: 3, denominator: 8 });
  });
});

describe('a figure', () => {
  it('of nothing has no ratio', () => {
    expect(ratioOf({ value: 0, numerator: 0, denominator: 0 })).toBeNull();
    expect(sumFigures('ratio', [{ value: null, numerator: 0, denominator: 0 }]).value).toBeNull();
  });

  it('that came without its parts keeps the rate that was sent', () => {
    expect(figureOfUnit('ratio', { value: 0.9, numerator: null, denominator: null })).toMatchObject({
      ...{ value: 0.9, withoutParts: 1 },
    });
  });

  it('that came with one part only is one without its parts', () => {
    const half = { value: 0.5, numerator: 3, denominator: null };
    expect(ratioOf(half)).toBe(0.5);
    expect(sumFigures('ratio', [half])).toMatchObject({ value: null, withoutParts: 1 });
  });

  it('is a ratio of its parts, whatever was stated; a count is what was stated', () => {
    const figure = { value: 0.9, numerator: 1, denominator: 2 };
    expect([sentValue('ratio', figure), sentValue('count', figure)]).toEqual([0.5, 0.9]);
    expect(figureOfUnit('ratio', figure).value).toBe(0.5);
  });

  it('is empty only when it says nothing at all', () => {
    const nothing = { value: null, numerator: null, denominator: null };
    const kinds = [
      nothing,
      { ...nothing, value: 0 },
      { ...nothing, numerator: 0 },
      { ...nothing, denominator: 0 },
    ];
    expect(kinds.map(emptyKindOf)).toEqual(['notReported', null, null, null]);
  });

  it('that is a count is measured per commune that reported', () => {
    expect(measureOf('count', sumFigures('count', [count(40), count(0), 'notReported']))).toBe(20);
    expect(measureOf('count', count(40))).toBe(40);
    expect(measureOf('criterion', sumFigures('criterion', [1, 0]))).toBe(0.5);
  });
});

it('the middle of an even number of values is the lower one, which a unit really has', () => {
  expect([lowerMedian([4, 1, 3, 2]), lowerMedian([3, 1, 2]), lowerMedian([])]).toEqual([2, 2, null]);
});
