import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnName } from '#main/core/files/workbook/place.ts';
import { createFigureTable } from '#main/core/take/intake/check/figure-table.ts';
import { parseNumber } from '#main/core/take/intake/check/number.ts';
import { scanCsv } from '#main/core/take/intake/read/csv/scanner.ts';

const cell = fc.string({
  unit: fc.constantFrom('a', 'ắ', '"', ',', '\n', '\r', ' ', '1', '€'),
  maxLength: 6,
});
const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('a CSV text is read the same wherever it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      async (table, size, end) => {
        const quoted = table.map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const read: unknown[] = [];
        for await (const batch of scanCsv(cut(Buffer.from(quoted.join(end) + end), size), {
          delimiter: ',',
        })) {
          read.push(...batch.map(({ cells }) => cells));
        }
        expect(read).toEqual(
          table.map((line) => line.map((text) => (text === '' ? null : text.normalize('NFC')))),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('a whole number is read back from both styles of grouping', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999 }),
      fc.constantFrom('vi-VN', 'en-GB'),
      (number, locale) => {
        const text = new Intl.NumberFormat(locale).format(number);
        expect(parseNumber(text, { isWhole: true, decimal: null })?.value).toBe(number);
      },
    ),
  );
});

test('figures come out in the order of the key, each once', () => {
  const figure = fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 40 }),
  );
  fc.assert(
    fc.property(fc.array(figure, { maxLength: 300 }), (keys) => {
      const table = createFigureTable();
      const place = { sheet: 0, row: 1, note: null };
      for (const [c, i, u] of keys) {
        const position = (list: typeof table.cuts, code: number) =>
          list.indexOf(String(code).padStart(3, '0'));
        const value = { value: 1, numerator: null, denominator: null };
        table.add(
          position(table.cuts, c),
          position(table.indicators, i),
          position(table.units, u),
          value,
          place,
        );
      }
      const rank = (codes: readonly string[]) => codes.map(Number);
      const order = table.sorted({
        cuts: rank(table.cuts.codes),
        indicators: rank(table.indicators.codes),
        units: rank(table.units.codes),
      });
      const sorted = [...order]
        .map((index) => table.get(index))
        .map(({ cut, indicator, unit }) => `${cut}${indicator}${unit}`);
      const expected = [
        ...new Set(keys.map((key) => key.map((part) => String(part).padStart(3, '0')).join(''))),
      ].sort();
      expect(sorted).toEqual(expected);
    }),
  );
});

test('column letters count in the alphabet', () => {
  expect([0, 25, 26, 51, 701, 702, 16_383].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});
