import type { ChangedCoverage } from '#shared/contract/compare.ts';
import { areComparable, coverageShare } from '#shared/domain/coverage.ts';
import type { StatusPair } from './store.ts';

interface Running {
  communes: number;
  /** GREEN, and those with any colour, at each of the two. */
  before: { green: number; answered: number };
  after: { green: number; answered: number };
  /** Of those that answered at both. */
  both: { communes: number; greenBefore: number; greenAfter: number };
}

export interface Tallies {
  readonly country: ChangedCoverage;
  /** By code of the province. */
  readonly provinces: ReadonlyMap<string, ChangedCoverage>;
}

/**
 * Coverage of the country and of each province at both cuts over the communes in force at both. A share is null where not
 * one of them had reported. A change is that of the communes that reported at both cuts, and null where many are silent at
 * one of the two: it would be told of a place of which too little is known.
 */
export function tallyProvinces(
  before: ReadonlyMap<string, StatusPair>,
  after: ReadonlyMap<string, StatusPair>,
): Tallies {
  const country = emptyTally();
  const provinces = new Map<string, Running>();
  for (const [code, now] of after) {
    const then = before.get(code);
    if (then === undefined || now.province === null) continue;
    const province = provinces.get(now.province) ?? emptyTally();
    provinces.set(now.province, province);
    for (const tally of [country, province]) count(tally, then, now);
  }
  return {
    country: changeOf(country),
    provinces: new Map([...provinces].map(([code, tally]) => [code, changeOf(tally)])),
  };
}

function emptyTally(): Running {
  return {
    communes: 0,
    before: { green: 0, answered: 0 },
    after: { green: 0, answered: 0 },
    both: { communes: 0, greenBefore: 0, greenAfter: 0 },
  };
}

function count(tally: Running, then: StatusPair, now: StatusPair): void {
  const isGreen = ({ reported }: StatusPair) => Number(reported === 'green');
  const hasAnswered = ({ reported }: StatusPair) => Number(reported !== 'notReported');
  const both = hasAnswered(then) * hasAnswered(now);
  tally.communes += 1;
  tally.before.green += isGreen(then);
  tally.before.answered += hasAnswered(then);
  tally.after.green += isGreen(now);
  tally.after.answered += hasAnswered(now);
  tally.both.communes += both;
  tally.both.greenBefore += both * isGreen(then);
  tally.both.greenAfter += both * isGreen(now);
}

function changeOf({ communes, before, after, both }: Running): ChangedCoverage {
  const silent = ({ answered }: Running['before']) => ({ communes, notReported: communes - answered });
  const shareOf = (side: Running['before']) => coverageShare({ ...silent(side), green: side.green });
  const [coverageBefore, coverageAfter] = [shareOf(before), shareOf(after)];
  const isComparable = areComparable(silent(before), silent(after));
  const greenChange = isComparable ? both.greenAfter - both.greenBefore : null;
  return {
    ...{ communes, coverageBefore, coverageAfter, greenChange },
    greenBefore: coverageBefore === null ? null : before.green,
    greenAfter: coverageAfter === null ? null : after.green,
    compared: both.communes,
    coverageChange: greenChange === null ? null : greenChange / both.communes,
  };
}
