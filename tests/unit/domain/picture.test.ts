import { expect, test } from 'vitest';
import {
  type Completeness,
  completenessOf,
  isComplete,
  isIn,
  isPoor,
  isToBeDecided,
  namedOf,
  stageOf,
} from '#shared/domain/picture.ts';

const cut = (inProvinces: number, sent: number, provinces = 34, owed = 1000): Completeness => ({
  ...{ inProvinces, sent, provinces, owed },
});

test('a province is in with 90% of what it owes; one that owes nothing is never counted', () => {
  expect(isIn({ owed: 10, sent: 9 })).toBe(true);
  expect(isIn({ owed: 1000, sent: 899 })).toBe(false);
  const provinces = [
    { owed: 100, sent: 90 },
    { owed: 100, sent: 89 },
    { owed: 0, sent: 0 },
  ];
  expect(completenessOf(provinces)).toEqual({ provinces: 2, inProvinces: 1, owed: 200, sent: 179 });
  expect(completenessOf([])).toEqual({ provinces: 0, inProvinces: 0, owed: 0, sent: 0 });
});

test('30 of 34 provinces and 90% of the figures make a picture; below 27, or 80%, it is poor', () => {
  expect([cut(30, 900), cut(29, 1000), cut(34, 899)].map(isComplete)).toEqual([true, false, false]);
  expect([cut(27, 800), cut(26, 1000), cut(34, 799)].map(isPoor)).toEqual([false, true, true]);
});

test('one province alone is all there is; where nobody owes anything, nothing is missing', () => {
  expect([cut(1, 9, 1, 10), cut(0, 9, 1, 10), cut(0, 0, 0, 0)].map(isComplete)).toEqual([true, false, true]);
  expect(isPoor(cut(0, 0, 0, 0))).toBe(false);
});

test('a cut is asked about 48 hours after it was due, and 48 hours after each word to wait', () => {
  const due = '2026-01-05T09:00:00.000Z';
  const ask = (now: string, waited: string | null = null) => isToBeDecided(due, waited, now);
  expect(ask('2026-01-07T08:59:59.999Z')).toBe(false);
  expect(ask('2026-01-07T09:00:00.000Z')).toBe(true);
  expect(ask('2026-01-09T09:59:00.000Z', '2026-01-07T10:00:00.000Z')).toBe(false);
  expect(ask('2026-01-09T10:00:00.000Z', '2026-01-07T10:00:00.000Z')).toBe(true);
  // Said before it was due: that counts from the due hour.
  expect(ask('2026-01-06T09:00:00.000Z', '2026-01-01T10:00:00.000Z')).toBe(false);
});

test('of many that are collected the oldest and the newest are named, the others counted', () => {
  expect(namedOf([])).toEqual({ named: [], more: 0 });
  expect(namedOf(['a', 'b'])).toEqual({ named: ['a', 'b'], more: 0 });
  expect(namedOf(['a', 'b', 'c', 'd'])).toEqual({ named: ['a', 'd'], more: 2 });
});

test('a cut of which enough has come, or whose hour is over, is not called one that is collected', () => {
  const due = { state: 'collecting', dueAt: '2026-01-05T09:00:00.000Z' } as const;
  const [before, after] = ['2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.001Z'];
  expect(stageOf(due, cut(29, 1000), before)).toBe('collecting');
  expect(stageOf(due, cut(29, 1000), after)).toBe('overdue');
  expect(stageOf(due, cut(30, 900), before)).toBe('complete');
  expect(stageOf(due, cut(30, 900), after)).toBe('complete');
  // Nobody owed anything: nothing has come that could be enough.
  expect(stageOf(due, cut(0, 0, 0, 0), after)).toBe('overdue');
  expect(stageOf({ ...due, state: 'closed' }, cut(0, 0), before)).toBe('closed');
});
