import { describe, expect, it } from 'vitest';
import { alertPageInput } from '#renderer/views/alerts/alert-pages.ts';
import { orderOfRows, readUpTo, rowsOf } from '#renderer/views/alerts/rows.ts';
import type { AlertDto, AlertListDto } from '#shared/contract/alerts.ts';

const alertOf = (id: string, province: string) => ({ id, unit: { code: province, province } }) as AlertDto;
const place = (code: string, total: number) => ({ code, total }) as AlertListDto['byProvince'][number];

/** A list of five of which three have been read. */
const listOf = (alerts: readonly AlertDto[]) =>
  ({ alerts, total: 5, byProvince: [place('01', 2), place('31', 3)] }) as AlertListDto;

describe('the lines of an alert list', () => {
  it('are as many as there are alerts, also of those that have not been read yet', () => {
    const rows = rowsOf(listOf([alertOf('a', '01'), alertOf('b', '31'), alertOf('c', '31')]), false);
    expect(rows.map(({ kind }) => kind)).toEqual(['alert', 'alert', 'alert', 'waiting', 'waiting']);
    expect(orderOfRows(rows)).toEqual(['a', 'b', 'c']);
    expect(readUpTo(rows)).toBe(3);
  });

  it('stand under the fullest province first, whose heading counts all of its alerts', () => {
    const read = [alertOf('b', '31'), alertOf('c', '31')];
    const rows = rowsOf(listOf(read), true);
    expect(rows.map((row) => (row.kind === 'heading' ? [row.province, row.count] : row.kind))).toEqual([
      ['31', 3],
      'alert',
      'alert',
      'waiting',
      ['01', 2],
      'waiting',
      'waiting',
    ]);
    expect(readUpTo(rows)).toBe(3);
  });

  it('are all read when none waits', () => {
    const rows = rowsOf({ ...listOf([alertOf('a', '01')]), total: 1 }, false);
    expect(readUpTo(rows)).toBe(1);
  });
});

describe('a page of the alert list', () => {
  it('is short at the beginning and in the order that is shown', () => {
    const first = alertPageInput({ states: ['firing'] }, 'week-2025-12-29', { offset: 0, isGrouped: false });
    const second = alertPageInput({}, undefined, { offset: first.limit, isGrouped: true });
    expect(first).toMatchObject({ cut: 'week-2025-12-29', order: 'severity', offset: 0 });
    expect(second).toMatchObject({ order: 'fullest', offset: first.limit });
    expect(second.limit).toBeGreaterThan(first.limit);
    expect('cut' in second).toBe(false);
  });
});
