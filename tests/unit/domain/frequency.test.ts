import { expect, it } from 'vitest';
import { askingAt } from '#shared/domain/asking.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { FREQUENCIES, type Frequency, isTurn } from '#shared/domain/frequency.ts';

const turns = (code: string): readonly Frequency[] => {
  const cut = parseCutCode(code);
  if (cut === null) throw new Error(code);
  return FREQUENCIES.filter((frequency) => isTurn(frequency, cut));
};
const EACH = ['eachCut'];

it('asks of a month by what ends with it', () => {
  expect(turns('month-2026-01')).toEqual(['eachCut', 'monthly']);
  expect(turns('month-2026-02')).toEqual(['eachCut', 'monthly']);
  expect(turns('month-2026-03')).toEqual(['eachCut', 'monthly', 'quarterly']);
  expect(turns('month-2026-06')).toEqual(['eachCut', 'monthly', 'quarterly', 'halfYearly']);
  expect(turns('month-2026-12')).toEqual(FREQUENCIES);
});

it('asks in the one week in which the last day of the period lies', () => {
  expect(turns('week-2026-01-26')).toEqual(EACH);
  expect(turns('week-2026-02-02')).toEqual(['eachCut', 'monthly']);
  expect(turns('week-2026-02-09')).toEqual(EACH);
  // The seven days end on the last one, and begin on it.
  expect(turns('week-2026-03-31')).toEqual(['eachCut', 'monthly', 'quarterly']);
  expect(turns('week-2026-04-06')).toEqual(['eachCut', 'monthly', 'quarterly']);
  expect(turns('week-2026-04-07')).toEqual(EACH);
  expect(turns('week-2027-01-06')).toEqual(FREQUENCIES);
  expect(turns('week-2027-01-07')).toEqual(EACH);
});

it('asks exactly one week of each month, whichever day weeks end on', () => {
  for (let day = 0; day < 7; day += 1) {
    const months = new Map<string, number>();
    for (let week = 0; week < 52; week += 1) {
      const asOf = new Date(Date.UTC(2026, 0, 4 + day + 7 * week)).toISOString().slice(0, 10);
      const cut = parseCutCode(`week-${asOf}`);
      if (cut === null || !isTurn('monthly', cut)) continue;
      const ended = [...Array(7).keys()]
        .map((back) => new Date(Date.parse(asOf) - back * 86_400_000))
        .find((one) => new Date(one.getTime() + 86_400_000).getUTCDate() === 1);
      const month = ended?.toISOString().slice(0, 7) ?? 'none';
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    expect([...months.values()]).toEqual([...months.keys()].map(() => 1));
    expect(months.size).toBeGreaterThanOrEqual(11);
    expect(months.has('none')).toBe(false);
  }
});

it('asks for everything at a day or moment that somebody asks for by itself', () => {
  expect(turns('day-2026-02-10')).toEqual(FREQUENCIES);
  expect(turns('moment-2026-02-10T0900')).toEqual(FREQUENCIES);
});

it('speaks of outputs at a month and of criteria at every other cut', () => {
  const thresholds = { direction: 'up', greenFrom: 1, yellowFrom: 0, weight: 1, minDenominator: 0 } as const;
  const rules = {
    notAsked: { '11446': ['share'] },
    frequency: { share: 'quarterly', met: 'quarterly' },
    operating: { indicators: { share: { ...thresholds, decisive: false } } },
  } as unknown as Parameters<typeof askingAt>[0];
  const at = (code: string) => [...askingAt(rules, parseCutCode(code)).outOfTurn];
  expect(at('month-2026-01')).toEqual(['share']);
  expect(at('week-2026-02-02')).toEqual(['met']);
  expect(at('month-2026-03')).toEqual([]);
  expect(askingAt(rules, null)).toEqual({ notAsked: rules.notAsked, outOfTurn: new Set() });
});
