import { expect, test } from 'vitest';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { cutOfText } from '#main/core/take/intake/cut-of-text.ts';
import { calendarCuts, DEFAULT_SCHEDULE } from '#shared/domain/calendar.ts';
import { dayCut, monthCut, weekCut } from '#shared/domain/cuts.ts';

const opened = [monthCut('2025-07'), weekCut('2025-07-28'), dayCut('2025-07-30')].map(
  (cut, id): CutRecord => ({
    ...{
      ...cut,
      id,
      dueAt: cut.asOf,
      state: 'collecting',
      label: null,
      corrected: 0,
      revision: null,
      wasPicture: 1,
    },
  }),
);
const schedule = { from: '2025-08-01', until: '2025-08-31', version: 1, schedule: DEFAULT_SCHEDULE };
const planned = calendarCuts([schedule], '2025-07-30T09:00:00.000Z').map((cut) => ({ ...cut, label: null }));
const cuts = { opened, planned };

test.each([
  ['2025-07-28', 'criterion', 'week-2025-07-28'],
  ['2025-07-30', 'criterion', 'day-2025-07-30'],
  ['2025-07-22', 'criterion', 'week-2025-07-28'],
  ['2025-07-28', 'ratio', 'month-2025-07'],
  ['2025-07', 'criterion', 'month-2025-07'],
] as const)('%s of a %s is %s', (text, kind, code) => {
  expect(cutOfText(cuts, text, kind)).toEqual({ outcome: 'known', code });
});

test.each([
  ['2025-08-05', 'criterion', 'week-2025-08-11'],
  ['2025-08-12', 'count', 'month-2025-08'],
  ['week-2025-08-18', 'criterion', 'week-2025-08-18'],
] as const)('%s of a %s opens the planned %s', (text, kind, code) => {
  expect(cutOfText(cuts, text, kind)).toEqual({ outcome: 'planned', code });
});

test('what the calendar does not know is answered by the nearest cuts, and never a new one', () => {
  const ask = (text: string, kind: 'criterion' | 'count') => cutOfText(cuts, text, kind);
  expect(ask('week-2096-01-02', 'criterion')).toEqual({
    outcome: 'unknown',
    candidates: ['week-2025-08-11', 'week-2025-08-18', 'week-2025-08-25'],
  });
  expect(ask('2025-07-05', 'criterion')).toMatchObject({
    outcome: 'unknown',
    candidates: ['week-2025-07-28', 'day-2025-07-30', 'week-2025-08-04'],
  });
  expect(ask('2096-01-02', 'count')).toEqual({
    outcome: 'unknown',
    candidates: ['month-2025-07', 'month-2025-08'],
  });
  expect(ask('tháng 8', 'count')).toEqual({ outcome: 'unknown', candidates: ['month-2025-08'] });
  expect(ask('Quý III/2025', 'count')).toEqual({
    outcome: 'unknown',
    candidates: ['month-2025-08', 'month-2025-07'],
  });
  expect(ask('Quý 4/2025', 'count')).toEqual({ outcome: 'unknown', candidates: [] });
  expect(ask('hôm qua', 'criterion')).toEqual({ outcome: 'unknown', candidates: [] });
  expect(cutOfText({ opened: [], planned: [] }, '2025-08-04', 'criterion')).toEqual({
    outcome: 'unknown',
    candidates: [],
  });
});
