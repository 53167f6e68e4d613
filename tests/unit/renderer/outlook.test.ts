import { expect, test } from 'vitest';
import type { Text } from '#renderer/ground/text.tsx';
import {
  completionText,
  groundsText,
  paceText,
  shareNote,
  verdictOf,
  verdictText,
} from '#renderer/panels/forecast/outlook.ts';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

const TEXT = { ...createTranslator('vi'), format: createFormatter('vi'), locale: 'vi' } as Text;
const DAY = '2025-12-31';
const outlook = (rest: Partial<OutlookDto>): OutlookDto => ({
  ...{ code: '1', name: '', nameEn: '', kind: 'date', share: 0.5, reasons: [] },
  ...{ completion: '2026-03-26', earliest: '2026-03-06', latest: '2026-06-02' },
  ...{ deadline: DAY, isLate: false, overdue: 0, pace: null, tested: null },
  ...{ asOf: DAY, state: 'value' },
  ...rest,
});

test.each([
  [{ kind: 'complete', deadline: '2025-01-01' }, 'complete'],
  [{ deadline: DAY }, 'inTime'],
  [{ deadline: '2025-12-30', isLate: true }, 'past'],
  [{ deadline: '2025-12-30', isLate: null, kind: 'notEnoughData' }, 'unknown'],
  [{ isLate: null }, 'unknown'],
  [{ isLate: true }, 'late'],
  [{ overdue: 1 }, 'someOverdue'],
  [{ overdue: null }, 'inTime'],
  [{ deadline: null }, 'inTime'],
] as const)('an outlook with %j is %s', (rest, verdict) => {
  expect(verdictOf(outlook(rest), DAY)).toBe(verdict);
});

test('says by how many days it is late, when it is expected, and within which range', () => {
  expect(verdictText(outlook({ isLate: true }), DAY, TEXT)).toBe('Trễ 85 ngày');
  expect(completionText(outlook({}), TEXT)).toBe('26/03/2026');
  expect(groundsText(outlook({}), TEXT)).toBe('06/03/2026 – 02/06/2026');
  expect(groundsText(outlook({ earliest: null }), TEXT)).toBe('–');
});

test('what a row tells of an earlier day than the cut names that day, the share and the pace alike', () => {
  const write = TEXT.format.percent;
  const pace = { of: 'communes', perWeek: 0.6, left: 5 } as const;
  const row = (rest: Partial<OutlookDto>) =>
    outlook({ kind: 'withheld', share: 0.96, asOf: '2025-12-29', pace, ...rest });
  expect(shareNote(row({ asOf: DAY, state: 'value' }), DAY, TEXT, write)).toBeNull();
  expect(paceText(row({ state: 'value' }), TEXT)).toBe('mỗi tuần thêm 0,6 xã; còn 5 xã');
  const few = row({ state: 'fewReported' });
  expect(shareNote(few, DAY, TEXT, write)).toBe('tính đến 29/12/2025; kỳ này chưa đủ 90% báo cáo');
  expect(paceText(few, TEXT)).toBe('mỗi tuần thêm 0,6 xã; còn 5 xã (tính đến 29/12/2025)');
  expect(shareNote(row({ state: 'fewReported', asOf: DAY }), DAY, TEXT, write)).toBe('chưa đủ 90% báo cáo');
  const silent = row({ state: 'notReported' });
  expect(shareNote(silent, DAY, TEXT, write)).toBe('gần nhất 96%, ngày 29/12/2025');
  expect(shareNote(row({ state: 'notReported', share: null, asOf: null }), DAY, TEXT, write)).toBeNull();
});

test('says a pace in points, and what is left as the share beside it is written', () => {
  const pace = { of: 'progress', perWeek: 0.001, left: 0.00125 } as const;
  const row = outlook({ kind: 'withheld', state: 'value', share: 0.99875, pace });
  expect(TEXT.format.percent(0.99875)).toBe('99,88%');
  expect(paceText(row, TEXT)).toBe('mỗi tuần thêm 0,1 điểm phần trăm; còn 0,12%');
});
