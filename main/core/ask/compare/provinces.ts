import type { ComparisonDto } from '#shared/contract/compare.ts';
import { difference } from '#shared/domain/change.ts';
import { areComparable, coverageShare } from '#shared/domain/coverage.ts';
import type { StatusPair } from './store.ts';

type Change = ComparisonDto['provinces'][number];
export type ProvinceTally = Omit<Change, 'name' | 'nameEn'>;

interface Running {
  communes: number;
  greenBefore: number;
  greenAfter: number;
  answeredBefore: number;
  answeredAfter: number;
}

/**
 * Coverage of each province at both cuts over the communes in force at both, by code of the province. A share is
 * null where not one of them had reported, and a change where many of them are silent at one of the two: it would be that
 * of who reported.
 */
export function tallyProvinces(
  before: ReadonlyMap<string, StatusPair>,
  after: ReadonlyMap<string, StatusPair>,
): Map<string, ProvinceTally> {
  const tallies = new Map<string, Running>();
  for (const [code, now] of after) {
    const then = before.get(code);
    if (then === undefined || now.province === null) continue;
    const tally = tallies.get(now.province) ?? emptyTally();
    tallies.set(now.province, tally);
    tally.communes += 1;
    tally.greenBefore += then.reported === 'green' ? 1 : 0;
    tally.greenAfter += now.reported === 'green' ? 1 : 0;
    tally.answeredBefore += then.reported === 'notReported' ? 0 : 1;
    tally.answeredAfter += now.reported === 'notReported' ? 0 : 1;
  }
  return new Map([...tallies].map(([code, tally]) => [code, changeOf(code, tally)]));
}

function emptyTally(): Running {
  return { communes: 0, greenBefore: 0, greenAfter: 0, answeredBefore: 0, answeredAfter: 0 };
}

function changeOf(code: string, tally: Running): ProvinceTally {
  const { communes, greenBefore, greenAfter } = tally;
  const shareOf = (green: number, answered: number) =>
    coverageShare({ communes, green, notReported: communes - answered });
  const coverageBefore = shareOf(greenBefore, tally.answeredBefore);
  const coverageAfter = shareOf(greenAfter, tally.answeredAfter);
  const reporting = (answered: number) => ({ communes, notReported: communes - answered });
  const isSameSet = areComparable(reporting(tally.answeredBefore), reporting(tally.answeredAfter));
  const coverageChange = isSameSet ? difference(coverageBefore, coverageAfter) : null;
  return {
    ...{ code, communes, coverageBefore, coverageAfter, coverageChange },
    greenBefore: coverageBefore === null ? null : greenBefore,
    greenAfter: coverageAfter === null ? null : greenAfter,
  };
}
