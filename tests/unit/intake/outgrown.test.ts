import { expect, test } from 'vitest';
import { createFigureTable } from '#main/core/take/intake/check/figure-table.ts';
import { outgrownFigures, outgrownValues } from '#main/core/take/intake/check/outgrown.ts';
import type { Figure } from '#shared/domain/model.ts';

const MONTH = 'month-2025-12';
const KINDS = { online: 'ratio', received: 'count', devices: 'criterion' } as const;
const SIZES = new Map([
  ['00001', 150],
  ['00002', 22.5],
]);

function asked(rows: readonly (readonly [keyof typeof KINDS, string, Figure])[]) {
  const figures = createFigureTable();
  for (const [indicator, unit, figure] of rows) {
    const place = { sheet: 0, row: figures.size + 2, note: null };
    const [cut, column] = [figures.cuts.indexOf(MONTH), figures.indicators.indexOf(indicator)];
    figures.add(cut, column, figures.units.indexOf(unit), figure, place);
  }
  const kindOf = (code: string) => KINDS[code as keyof typeof KINDS];
  return outgrownFigures(figures, kindOf, () => SIZES).map(outgrownValues);
}

const ratio = (denominator: number): Figure => ({ value: 1 / denominator, numerator: 1, denominator });
const plain = (value: number): Figure => ({ value, numerator: null, denominator: null });

test('asks about a denominator above the size of its commune, with the most that it may be', () => {
  expect(asked([['online', '00001', ratio(151)]])).toEqual([
    { unit: '00001', indicator: 'online', now: 151, size: 150 },
  ]);
  expect(asked([['online', '00002', ratio(23)]])).toMatchObject([{ now: 23, size: 22 }]);
});

test('asks about none at its size, of which nothing is known, or that came without its parts', () => {
  expect(
    asked([
      ['online', '00001', ratio(150)],
      ['online', '00003', ratio(10_000)],
      ['online', '00002', plain(0.5)],
    ]),
  ).toEqual([]);
});

test('asks about neither counts nor criteria', () => {
  expect(
    asked([
      ['received', '00001', ratio(10_000)],
      ['devices', '00002', ratio(10_000)],
    ]),
  ).toEqual([]);
});
