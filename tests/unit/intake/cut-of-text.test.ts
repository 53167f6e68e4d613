import { expect, test } from 'vitest';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { cutOfText } from '#main/core/take/intake/cut-of-text.ts';
import { dayCut, monthCut, weekCut } from '#shared/domain/cuts.ts';

const cuts = [monthCut('2025-07'), weekCut('2025-07-28'), dayCut('2025-07-30')].map(
  (cut, id): CutRecord => ({ ...cut, id, dueAt: cut.asOf, state: 'collecting', label: null, corrected: 0 }),
);

test.each([
  ['2025-07-28', 'criterion', 'week-2025-07-28'],
  ['2025-07-30', 'criterion', 'day-2025-07-30'],
  ['2025-07-22', 'criterion', 'week-2025-07-28'],
  ['2025-07-28', 'ratio', 'month-2025-07'],
  ['2025-07', 'criterion', 'month-2025-07'],
] as const)('%s of a %s is %s', (text, kind, code) => {
  expect(cutOfText(cuts, text, kind)).toEqual({ outcome: 'known', code });
});

test('a day outside every cut is asked, a word that is no day is unknown, a code may be new', () => {
  expect(cutOfText(cuts, '2025-07-29', 'criterion')).toEqual({
    outcome: 'unknown',
    candidates: ['week-2025-08-04', 'day-2025-07-29'],
  });
  expect(cutOfText(cuts, 'hôm qua', 'criterion')).toEqual({ outcome: 'unknown', candidates: [] });
  expect(cutOfText(cuts, 'week-2025-08-04', 'criterion').outcome).toBe('new');
});
