import type { Text } from '#renderer/ground/text.tsx';
import type { StatusReportDto } from '#shared/contract/status.ts';
import { isNearlyComplete } from '#shared/domain/coverage.ts';
import { writtenDifference } from '#shared/text/format.ts';

type National = Pick<
  StatusReportDto['national'],
  'communes' | 'reported' | 'coverage' | 'bounds' | 'operatingCoverage'
>;

/**
 * How far the two shares are apart, and between which ends where something of either is open; the ends alone where few
 * have reported, since the shares would be those of who did. '' where one is unknown.
 */
export function gapWords({ t, format }: Pick<Text, 't' | 'format'>, national: National): string {
  const { communes, reported, coverage, bounds, operatingCoverage } = national;
  const { value, bounds: ends } = operatingCoverage;
  if (coverage === null || value === null || bounds === null || ends === null) return '';
  // Both shares stand beside it, and so do their ends.
  const apart = (one: number, other: number) => writtenDifference(one, other) ?? 0;
  const low = apart(bounds.atLeast, ends.atMost);
  const high = apart(bounds.atMost, ends.atLeast);
  const gap = apart(coverage, value);
  const write = writePoints([gap, low, high], format);
  const few = !isNearlyComplete({ communes, notReported: reported.notReported });
  return t('overview.gap.between', {
    points: write(gap),
    open: few ? 'few' : low === high ? 'no' : 'yes',
    low: write(low),
    high: write(high),
  });
}

/** Percentage points with the same decimals, and a true minus sign. */
function writePoints(shares: readonly number[], { numbers }: Text['format']): (share: number) => string {
  const write = numbers(
    shares.map((share) => Math.abs(share) * 100),
    2,
  );
  return (share) => `${share < 0 ? '−' : ''}${write(Math.abs(share) * 100)}`;
}
