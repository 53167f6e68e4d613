import { expect, test } from 'vitest';
import { CHANGE_KINDS, changeKey, countOf, unitsOf } from '#renderer/views/compare/change-kinds.ts';
import { classifyChange } from '#renderer/views/compare/change-map.ts';
import type { ComparisonDto } from '#shared/contract/compare.ts';

const unit = (code: string, before: string, after: string) => ({ code, before, after });
const COMPARISON = {
  level: 'commune',
  to: { id: 'week-2025-08-04' },
  unchanged: 7,
  stillUnknown: 0,
  improved: [unit('00001', 'red', 'green')],
  regressed: [unit('00002', 'green', 'red'), unit('00003', 'green', 'yellow')],
  startedReporting: [unit('00004', 'notReported', 'green')],
  stoppedReporting: [unit('00005', 'green', 'notReported')],
  joined: [{ code: '00006', status: 'yellow' }],
  left: [{ code: '00007', status: 'green' }],
} as unknown as ComparisonDto;

test('counts every kind of change, and lists units with what they were and are', () => {
  expect(CHANGE_KINDS.map((kind) => countOf(COMPARISON, kind))).toEqual([1, 2, 1, 1, 7, 1, 1]);
  expect(unitsOf(COMPARISON, 'improved')).toMatchObject([unit('00001', 'red', 'green')]);
  expect(unitsOf(COMPARISON, 'joined')).toMatchObject([{ before: null, after: 'yellow' }]);
  expect(unitsOf(COMPARISON, 'left')).toMatchObject([{ before: 'green', after: null }]);
});

test('says of operation and of provinces that there is enough evidence, of communes that reporting started', () => {
  const communes = { level: 'commune', side: 'reported' } as const;
  expect(changeKey('started', { ...communes, side: 'operating' })).toBe('compare.started.operating');
  expect(changeKey('started', { ...communes, level: 'province' })).toBe('compare.started.operating');
  expect(changeKey('started', communes)).toBe('compare.started');
  expect(changeKey('improved', { ...communes, side: 'operating' })).toBe('compare.improved');
});

test('paints every unit in what became of it; who is not named stayed', () => {
  const codes = ['00001', '00002', '00004', '00005', '00006', '00099'];
  const { classes, classOf, counts } = classifyChange(COMPARISON, codes, 'light');
  expect([...classOf].map((place) => classes[place]?.key)).toEqual([
    ...['improved', 'regressed', 'started', 'stopped', 'joined', 'unchanged'],
  ]);
  expect(counts).toEqual([1, 1, 1, 1, 1, 1]);
});
