import { expect, test } from 'vitest';
import { type Column, isFigures, sortOf, writeCell, writerOf } from '#renderer/tables/column.ts';
import type { CellValue } from '#renderer/tables/table-file.ts';
import { createFormatter } from '#shared/text/format.ts';

const column = (rest: Partial<Column<CellValue>>): Column<CellValue> => ({
  ...{ key: 'a', header: 'A', value: (row) => row },
  ...rest,
});

test.each([
  [{}, 'Cao Bằng', 'Cao Bằng'],
  [{}, null, '–'],
  [{}, '', ''],
  [{ format: 'integer' }, 0, '0'],
  [{ format: 'integer' }, 1234, '1.234'],
  [{ format: 'percent' }, 0.525, '52,5%'],
  [{ format: 'percent' }, null, '–'],
  [{ format: 'date' }, '2025-07-31', '31/07/2025'],
  [{ format: 'time' }, '2025-07-31T09:00:00.000Z', '31/07/2025 16:00'],
] as const)('a column %j says %j as %j', (rest, row, said) => {
  const format = createFormatter('vi');
  const one = column(rest);
  expect(writeCell(one, row, writerOf(one, [row], format), format)).toBe(said);
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
