import { describe, expect, it } from 'vitest';
import { changesSince, type HistoryPoint, operatingShare } from '#renderer/panels/status/national-change.ts';

const point = (cut: string, green: number, overdue: number): HistoryPoint => ({
  cut,
  asOf: '2025-07-28T09:00:00.000Z',
  reported: { green, yellow: 0, red: 0, notReported: 100 - green },
  operating: { green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 100 },
  coverage: green / 100,
  overdue,
});

describe('national change', () => {
  it('compares a cut with the one before it', () => {
    const history = [point('a', 10, 3), point('b', 25, 1)];
    expect(changesSince(history, 'b')).toEqual({ green: 15, coverage: 0.15, notReported: -15, overdue: -2 });
  });

  it('knows nothing for the first cut, an unknown one, or before the history is there', () => {
    const nothing = { green: null, coverage: null, notReported: null, overdue: null };
    expect(changesSince([point('a', 10, 3)], 'a')).toEqual(nothing);
    expect(changesSince([point('a', 10, 3)], 'z')).toEqual(nothing);
    expect(changesSince(undefined, 'a')).toEqual(nothing);
  });

  it('counts operating GREEN among all communes, and has no share without any evidence', () => {
    expect(operatingShare({ green: 30, yellow: 10, red: 10, undetermined: 0, noEvidence: 50 })).toBe(0.3);
    expect(operatingShare({ green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 50 })).toBeNull();
  });
});
