import { expect, test } from 'vitest';
import { readCriterion } from '#main/core/take/intake/check/criterion.ts';
import { type FigureCells, readFigure } from '#main/core/take/intake/check/figure.ts';

import { parseNumber } from '#main/core/take/intake/check/number.ts';
import { judgeFigure, showCell } from '#main/core/take/intake/check/verdict.ts';

const RATE = { isWhole: false, decimal: null } as const;
const WHOLE = { isWhole: true, decimal: null } as const;

test.each([
  ['1.234,56', 1234.56],
  ['1,234.56', 1234.56],
  ['1.234.567', 1234567],
  ['1 234,5', 1234.5],
  ['50,5', 50.5],
  ['50.5', 50.5],
  ['0.505', 0.505],
  ['0,505', 0.505],
  ['12.345', 12.345],
  ['-3', -3],
  ['−3', -3],
  ['1e3', 1000],
  ['1.23.4', null],
  ['1,234.56,7', null],
  ['abc', null],
  ['', null],
  ['12a', null],
])('reads the number %s as %s', (text, value) => {
  expect(parseNumber(text, RATE)?.value ?? null).toBe(value);
});

test('reads one sign before three digits as thousands where only whole numbers make sense', () => {
  expect(parseNumber('1.234', WHOLE)?.value).toBe(1234);
  expect(parseNumber('1,234', WHOLE)?.value).toBe(1234);
  expect(parseNumber('12,5', WHOLE)?.value).toBe(12.5);
});

test('reads one sign before three digits of a rate as the file has shown it', () => {
  expect(parseNumber('12.345', { isWhole: false, decimal: ',' })?.value).toBe(12345);
  expect(parseNumber('12.345', { isWhole: false, decimal: '.' })?.value).toBe(12.345);
});

test.each([
  ['Có', 1],
  ['có ', 1],
  ['Đạt', 1],
  ['x', 1],
  ['X', 1],
  ['✓', 1],
  ['1', 1],
  [1, 1],
  [true, 1],
  ['xanh', 1],
  ['Không', 0],
  ['Chưa đạt', 0],
  ['đỏ'.normalize('NFD'), 0],
  ['0', 0],
  [0, 0],
  [false, 0],
  ['', 'notReported'],
  ['-', 'notReported'],
  [null, 'notReported'],
  ['Không áp dụng', 'notApplicable'],
  ['N/A', 'notApplicable'],
  ['có lẽ', null],
  [2, null],
  ['20/11/2026', null],
  ['100%', 1],
  ['0%', 0],
  [{ kind: 'percent', value: 1 } as const, 1],
  [{ kind: 'percent', value: 0.5 } as const, null],
  [{ kind: 'date', value: '2025-07-31', serial: 45869 } as const, null],
])('reads the criterion %s as %s', (cell, reading) => {
  expect(readCriterion(cell)).toBe(reading);
});

const PERCENT = { scale: 'percent' as const, meet: () => {}, meetSigned: () => {} };

function read(kind: 'criterion' | 'ratio' | 'count', cells: Partial<FigureCells>, isPercent = false) {
  const codes: string[] = [];
  const all = { value: null, numerator: null, denominator: null, ...cells };
  const figure = readFigure(
    all,
    { kind, decimal: null, rates: isPercent ? PERCENT : null, askWord: null },
    (_, code) => codes.push(code),
  );
  return { figure, codes };
}

const ratio = (value: number | null, numerator: number | null = null, denominator: number | null = null) => ({
  value,
  numerator,
  denominator,
});

test('computes a rate from its parts and says when the stated one differs', () => {
  expect(read('ratio', { numerator: '1.048', denominator: '1.142' })).toEqual({
    figure: ratio(1048 / 1142, 1048, 1142),
    codes: [],
  });
  expect(read('ratio', { value: '91,8%', numerator: 1048, denominator: 1142 }).codes).toEqual([]);
  expect(read('ratio', { value: '50%', numerator: 1048, denominator: 1142 }).codes).toEqual([
    'VALUE_DIFFERS_FROM_PARTS',
  ]);
});

test('keeps a ratio of nothing apart from a real zero and from nothing reported', () => {
  expect(read('ratio', { numerator: 0, denominator: 0 }).figure).toEqual(ratio(null, 0, 0));
  expect(read('ratio', { numerator: 0, denominator: 10 }).figure).toEqual(ratio(0, 0, 10));
  expect(read('ratio', {}).figure).toBeNull();
  expect(read('count', { value: 0 }).figure).toEqual(ratio(0));
  expect(read('count', { value: ' ' }).figure).toBeNull();
  expect(read('count', { value: 'Không áp dụng' }).figure).toEqual(ratio(null));
});

test.each([
  [{ value: '50,5%' }, false, 0.505, []],
  [{ value: 0.505 }, false, 0.505, []],
  [{ value: 50.5 }, true, 0.505, []],
  [{ value: 1 }, true, 0.01, []],
  [{ value: 1 }, false, 1, []],
  [{ value: '100%' }, false, 1, []],
  [{ value: 0 }, false, 0, []],
  [{ value: 100 }, false, 1, ['VALUE_PERCENT_ASSUMED']],
  [{ value: 50.5 }, false, 0.505, ['VALUE_PERCENT_ASSUMED']],
  [{ value: 2 }, false, 0.02, ['VALUE_PERCENT_ASSUMED']],
  [{ value: '1,4%' }, false, 0.014, []],
  [{ value: 1.4 }, true, 0.014, []],
  [{ value: { kind: 'percent', value: 0.505 } as const }, true, 0.505, []],
])('reads the rate %o as a fraction', (cells, isPercent, value, codes) => {
  const result = read('ratio', cells, isPercent);
  expect(result.codes).toEqual(codes);
  expect((result.figure as { value: number }).value).toBeCloseTo(value, 12);
});

test.each([
  ['ratio', { numerator: 11, denominator: 10 }, 'NUMERATOR_ABOVE_DENOMINATOR'],
  ['ratio', { numerator: 1, denominator: 0 }, 'DENOMINATOR_ZERO'],
  ['ratio', { numerator: 1 }, 'DENOMINATOR_MISSING'],
  ['ratio', { value: '101%' }, 'VALUE_OUT_OF_RANGE'],
  ['ratio', { value: 101 }, 'VALUE_OUT_OF_RANGE'],
  // 1,4% or 140%: nobody can tell.
  ['ratio', { value: 1.4 }, 'VALUE_PERCENT_OR_FRACTION'],
  ['ratio', { value: '1,4' }, 'VALUE_PERCENT_OR_FRACTION'],
  ['count', { value: -1 }, 'VALUE_NEGATIVE'],
  ['count', { value: 1.5 }, 'VALUE_NOT_WHOLE'],
  ['count', { value: 'nhiều' }, 'VALUE_NOT_NUMBER'],
  ['count', { value: { kind: 'date', value: '2025-07-31', serial: 45869 } }, 'VALUE_NOT_NUMBER'],
  ['count', { value: { kind: 'error', error: '#DIV/0!' } }, 'CELL_ERROR'],
  [
    'count',
    { value: { kind: 'formula', value: { kind: 'error', error: '#REF!' }, formula: 'A1' } },
    'CELL_ERROR',
  ],
  ['ratio', { numerator: 'nhiều', denominator: 10 }, 'VALUE_NOT_NUMBER'],
  ['ratio', { numerator: 1, denominator: 'nhiều' }, 'VALUE_NOT_NUMBER'],
  ['count', { value: 1_000_000_001 }, 'VALUE_OUT_OF_RANGE'],
  ['count', { value: { kind: 'formula', value: null, formula: 'A1' } }, 'CELL_FORMULA_NO_VALUE'],
  ['criterion', { value: 'có lẽ' }, 'VALUE_NOT_CRITERION'],
] as const)('does not take %s %o', (kind, cells, code) => {
  expect(read(kind, cells)).toEqual({ figure: 'wrong', codes: [code] });
});

test.each([
  ['criterion', ratio(1), ratio(1), []],
  ['criterion', ratio(0.5), 'wrong', ['VALUE_NOT_CRITERION']],
  ['criterion', ratio(2), 'wrong', ['VALUE_NOT_CRITERION']],
  ['criterion', ratio(null), ratio(null), []],
  ['count', ratio(1_000_000_000), ratio(1_000_000_000), []],
  ['count', ratio(0.5), 'wrong', ['VALUE_NOT_WHOLE']],
  ['count', ratio(7, 1, 2), ratio(7), []],
  ['ratio', ratio(0.5, 1, 2), ratio(0.5, 1, 2), []],
  ['ratio', ratio(0.9, 1, 2), ratio(0.5, 1, 2), ['VALUE_DIFFERS_FROM_PARTS']],
  ['ratio', ratio(0.9), ratio(0.9), []],
  ['ratio', ratio(1.1), 'wrong', ['VALUE_OUT_OF_RANGE']],
  ['ratio', ratio(null, 0, 0), ratio(null, 0, 0), []],
  ['ratio', ratio(null, -1, 2), 'wrong', ['VALUE_NEGATIVE']],
  ['ratio', ratio(null, 1, 2.5), 'wrong', ['VALUE_NOT_WHOLE']],
  ['ratio', ratio(null, 3, 2), 'wrong', ['NUMERATOR_ABOVE_DENOMINATOR']],
  ['ratio', ratio(null, 3, null), 'wrong', ['DENOMINATOR_MISSING']],
] as const)('judges the %s %j of a data file as %j', (kind, given, taken, expected) => {
  const codes: string[] = [];
  expect(judgeFigure(kind, given, (_, code) => codes.push(code))).toEqual(taken);
  expect(codes).toEqual(expected);
});

test('shows a cell in a message as its sender sees it', () => {
  const date = { kind: 'date', value: '2025-07-31', serial: 45869 } as const;
  const cells = [
    null,
    0,
    true,
    'a',
    date,
    { kind: 'percent', value: 0.5 },
    { kind: 'error', error: '#REF!' },
  ] as const;
  expect(cells.map(showCell)).toEqual(['', '0', 'true', 'a', '2025-07-31', '50%', '#REF!']);
});

test('takes the saved result of a formula, also when it is zero, and says so', () => {
  expect(read('count', { value: { kind: 'formula', value: 0, formula: 'A1' } })).toEqual({
    figure: ratio(0),
    codes: ['CELL_FORMULA'],
  });
});

test('refuses parts of a share where no share is asked for and no value is given, and takes what has one', () => {
  const told: string[] = [];
  const read = (kind: 'criterion' | 'count', cells: Partial<FigureCells>) =>
    readFigure(
      { value: null, numerator: null, denominator: null, ...cells },
      { kind, decimal: null, rates: null, askWord: null },
      (_, code, values, part) => told.push(`${code} ${part} ${values.value}`),
    );
  expect(read('criterion', { numerator: 40, denominator: 40 })).toBe('wrong');
  expect(read('count', { denominator: 7 })).toBe('wrong');
  expect(told).toEqual(['PARTS_NOT_ASKED numerator 40', 'PARTS_NOT_ASKED denominator 7']);
  expect(read('criterion', { numerator: '–' })).toBeNull();
  expect(read('criterion', { value: 1, denominator: 40 })).toMatchObject({ value: 1 });
  expect(read('count', { numerator: 12, denominator: 40 })).toMatchObject({ value: 12 });
});
