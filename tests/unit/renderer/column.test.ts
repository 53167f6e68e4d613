import { expect, test } from 'vitest';
import { type Column, isFigures, sortOf, writeCell, writerOf } from '#renderer/tables/column.ts';
import { type CellValue, fileTable } from '#renderer/tables/table-file.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

const column = (rest: Partial<Column<CellValue>>): Column<CellValue> => ({
  ...{ key: 'a', header: 'A', value: (row) => row },
  ...rest,
});

const notReported = () => 'notReported' as const;
const noEvidence = () => 'noEvidence' as const;
const nothing = () => 'nothingToMeasure' as const;

test.each([
  [{}, 'Cao Bằng', 'Cao Bằng'],
  [{}, null, '–'],
  [{}, '', ''],
  [{ format: 'integer' }, 0, '0'],
  [{ format: 'integer' }, 1234, '1.234'],
  [{ format: 'percent' }, 0.525, '52,50%'],
  [{ format: 'percent' }, null, '–'],
  [{ format: 'percent', empty: notReported }, null, 'Chưa báo cáo'],
  [{ format: 'decimal', empty: nothing }, null, 'Không có gì để đo'],
  [{ format: 'integer', empty: noEvidence }, null, 'Chưa có bằng chứng'],
  [{ format: 'integer', empty: notReported }, 0, '0'],
  [{ format: 'percent', isChange: true }, -0.0125, '−1,25'],
  [{ format: 'date' }, '2025-07-31', '31/07/2025'],
  [{ format: 'time' }, '2025-07-31T09:00:00.000Z', '31/07/2025 16:00'],
] as const)('a column %j says %j as %j', (rest, row, said) => {
  const format = createFormatter('vi');
  const one = column(rest);
  expect(writeCell(one, row, writerOf(one, [row], format), { t: createTranslator('vi').t, format })).toBe(
    said,
  );
});

test('writes the changes of a column with the same decimals', () => {
  const format = createFormatter('vi');
  const one = column({ format: 'percent', isChange: true });
  const rows = [0.05, -0.0125, 0, null];
  expect(rows.map(writerOf(one, rows, format))).toEqual(['+5,00', '−1,25', '0,00', '–']);
});

test('says in a file, too, why there is no figure', () => {
  const empty = (row: CellValue) => (row === null ? ('notYetDue' as const) : ('value' as const));
  const columns = [{ header: 'A', value: (row: CellValue) => row, format: 'percent' as const, empty }];
  expect(fileTable(columns, [0.5, null, 0], createTranslator('en')).rows).toEqual([
    [0.5],
    ['Not yet due'],
    [0],
  ]);
});

test('sorts by its value, by something else, or not at all', () => {
  expect(sortOf(column({}))?.(7)).toBe(7);
  expect(sortOf(column({ sortBy: () => 1 }))?.(7)).toBe(1);
  expect(sortOf(column({ sortBy: null }))).toBeNull();
  expect(sortOf(column({ value: null }))).toBeNull();
});

test('knows figures by their format', () => {
  expect((['integer', 'decimal', 'percent'] as const).map((format) => isFigures({ format }))).not.toContain(
    false,
  );
  expect([isFigures({}), isFigures({ format: 'date' }), isFigures({ format: 'text' })]).not.toContain(true);
});
