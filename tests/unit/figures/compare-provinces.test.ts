import { describe, expect, it } from 'vitest';
import { tallyProvinces } from '#main/core/ask/compare/provinces.ts';
import type { ReportedStatus } from '#shared/domain/model.ts';

const BOUNDS = { reportedAtLeast: null, reportedAtMost: null, operatingAtLeast: null, operatingAtMost: null };

/** A hundred communes: the first hold the first status, and so on. */
function world(counts: Partial<Record<ReportedStatus, number>>) {
  const statuses = Object.entries(counts).flatMap(([status, count]) =>
    Array.from({ length: count }, () => status as ReportedStatus),
  );
  return new Map(
    statuses.map((reported, index) => [
      `${index}`,
      { province: index < 50 ? '01' : '04', reported, operating: 'noEvidence' as const, ...BOUNDS },
    ]),
  );
}

describe('the change of coverage between two cuts', () => {
  it('is that of the communes which reported at both: who falls silent has not become worse', () => {
    const before = world({ green: 80, red: 20 });
    const silent = tallyProvinces(before, world({ notReported: 8, green: 72, red: 20 }));
    expect(silent.country).toMatchObject({
      coverageAfter: 0.72,
      compared: 92,
      greenChange: 0,
      coverageChange: 0,
    });
    // The same cut with three communes of the second province that did become worse.
    const worse = tallyProvinces(before, world({ notReported: 4, green: 73, red: 23 }));
    expect(worse.country).toMatchObject({ compared: 96, greenChange: -3, coverageChange: -3 / 96 });
    expect(worse.provinces.get('01')).toMatchObject({ compared: 46, greenChange: 0, coverageChange: 0 });
    expect(worse.provinces.get('04')).toMatchObject({ compared: 50, greenChange: -3, coverageChange: -0.06 });
  });

  it('is not told where more than one in ten is silent at one of the two', () => {
    const before = world({ green: 80, red: 20 });
    const { country } = tallyProvinces(before, world({ notReported: 11, green: 69, red: 20 }));
    expect(country).toMatchObject({ coverageAfter: 0.69, greenChange: null, coverageChange: null });
    expect(tallyProvinces(new Map(), before).country).toMatchObject({ communes: 0, coverageChange: null });
  });
});
