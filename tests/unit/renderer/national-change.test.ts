import { describe, expect, it } from 'vitest';
import { changesSince, type HistoryPoint } from '#renderer/panels/status/national-change.ts';
import { evaluateOperatingCoverage, operatingShare } from '#shared/domain/coverage.ts';

const point = (cut: string, green: number, overdue: number, notReported = 0): HistoryPoint => ({
  cut,
  asOf: '2025-07-28T09:00:00.000Z',
  reported: { green, yellow: 0, red: 100 - green - notReported, notReported },
  operating: { green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 100 },
  coverage: green / 100,
  overdue,
});

describe('national change', () => {
  it('compares a cut with the one before it', () => {
    const history = [point('a', 10, 3), point('b', 25, 1)];
    expect(changesSince(history, 'b', { greenChange: 14, coverageChange: 0.14 })).toEqual({
      hasBefore: true,
      green: 14,
      coverage: 0.14,
      notReported: 0,
      overdue: -2,
    });
  });

  it('tells no change that is not known, and that fewer are silent only where nearly all are heard', () => {
    const unknown = { greenChange: null, coverageChange: null };
    const all = point('a', 80, 3);
    const changeTo = (now: HistoryPoint) => changesSince([all, now], now.cut, unknown);
    expect(changeTo(point('b', 71, 3, 11))).toMatchObject({ green: null, coverage: null, notReported: 11 });
    // That fewer are silent is no good news where only a part has been asked so far.
    expect(changesSince([point('a', 1, 3, 99), point('b', 1, 3, 40)], 'b', unknown)).toMatchObject({
      notReported: null,
    });
    // It is for want of reports that nothing is said, not of a cut before.
    expect(changeTo(point('b', 1, 3, 99))).toMatchObject({ hasBefore: true, green: null });
  });

  it('knows nothing for the first cut, an unknown one, or before the history is there', () => {
    const nothing = { hasBefore: false, green: null, coverage: null, notReported: null, overdue: null };
    const some = { greenChange: 1, coverageChange: 0.01 };
    expect(changesSince([point('a', 10, 3)], 'a', some)).toEqual(nothing);
    expect(changesSince([point('a', 10, 3)], 'z', some)).toEqual(nothing);
    expect(changesSince(undefined, 'a', some)).toEqual(nothing);
    expect(changesSince([point('a', 10, 3), point('b', 11, 3)], 'b', undefined)).toEqual(nothing);
  });

  it('counts operating GREEN among all communes, and has no share without any evidence', () => {
    expect(operatingShare({ green: 30, yellow: 10, red: 10, undetermined: 0, noEvidence: 50 })).toBe(0.3);
    expect(operatingShare({ green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 50 })).toBeNull();
  });

  it('says what operating coverage is at most: what may be GREEN for all that is known', () => {
    const counts = { green: 30, yellow: 20, red: 20, undetermined: 10, noEvidence: 20 };
    const { value, bounds } = evaluateOperatingCoverage(counts, { noEvidence: 19, undetermined: 4 });
    expect([value, bounds]).toEqual([0.3, { atLeast: 0.3, atMost: 0.53 }]);
    const none = { green: 0, yellow: 0, red: 0, undetermined: 0, noEvidence: 0 };
    expect(evaluateOperatingCoverage(none, { noEvidence: 0, undetermined: 0 }).bounds).toBeNull();
  });
});
