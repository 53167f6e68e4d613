import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from '#renderer/tables/sort-rows.ts';

describe('sort rows', () => {
  it('orders names as Vietnamese does, đ after d', () => {
    const names = ['Đắk Lắk', 'Cần Thơ', 'Điện Biên', 'An Giang', 'Đà Nẵng'];
    expect(sortRows(names, (name) => name, 'up', 'vi')).toEqual([
      'An Giang',
      'Cần Thơ',
      'Đà Nẵng',
      'Đắk Lắk',
      'Điện Biên',
    ]);
  });

  it('puts what is missing last in both directions', () => {
    const values = [3, null, 1];
    expect(sortRows(values, (value) => value, 'up', 'vi')).toEqual([1, 3, null]);
    expect(sortRows(values, (value) => value, 'down', 'vi')).toEqual([3, 1, null]);
  });

  it('turns round on the second press and starts another column in its own way', () => {
    expect(nextSort(undefined, 'a', 'down')).toEqual({ key: 'a', direction: 'down' });
    expect(nextSort({ key: 'a', direction: 'down' }, 'a', 'down')).toEqual({ key: 'a', direction: 'up' });
    expect(nextSort({ key: 'a', direction: 'up' }, 'b', 'up')).toEqual({ key: 'b', direction: 'up' });
  });
});
