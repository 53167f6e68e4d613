import { describe, expect, it } from 'vitest';
import { backupsToKeep } from '#shared/domain/backups.ts';
import { addDays } from '#shared/domain/periods.ts';

const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${addDays(first, at)}T02:00:00.000Z`);

describe('which backups are kept', () => {
  it('are those of the last seven days and the newest of each of the last four weeks', () => {
    // Monday 02/11/2026 to Sunday 06/12/2026.
    const kept = backupsToKeep(daysFrom('2026-11-02', 35));
    expect([...kept].toSorted().map((at) => at.slice(0, 10))).toEqual([
      ...['2026-11-15', '2026-11-22', '2026-11-29'],
      ...['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'],
    ]);
  });

  it('is the newest of a day, by the day in Vietnam', () => {
    const kept = backupsToKeep([
      '2026-11-29T01:00:00.000Z',
      '2026-11-29T16:59:00.000Z',
      '2026-11-29T17:00:00.000Z',
    ]);
    expect([...kept].toSorted()).toEqual(['2026-11-29T16:59:00.000Z', '2026-11-29T17:00:00.000Z']);
  });

  it('are old ones where no newer are there: a machine that was off loses none', () => {
    expect(backupsToKeep(daysFrom('2025-01-01', 3)).size).toBe(3);
  });
});
