import { expect, it } from 'vitest';
import { cutNameOfCode, reasonText, titleWithMonth } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

it('gives a title the month of its figures, and leaves the others alone', () => {
  const vi = createTranslator('vi');
  expect(titleWithMonth('Theo tỉnh', 'month-2025-11', vi)).toBe('Theo tỉnh, tháng 11/2025');
  expect(titleWithMonth('By province', 'month-2025-11', createTranslator('en'))).toBe(
    'By province, month 11/2025',
  );
  for (const cut of ['week-2025-12-29', 'moment-2025-07-31T1600', null, undefined]) {
    expect(titleWithMonth('Theo tỉnh', cut, vi)).toBe('Theo tỉnh');
  }
});

it('tells a fall as the two shares beside it are written, unless that takes it across its threshold', () => {
  const vi = createTranslator('vi');
  const names = { unit: () => 'A', task: () => 'B', indicator: () => 'C', cut: () => 'D' };
  const told = (before: number, after: number, threshold: number) => {
    const values = {
      unit: '1',
      indicator: '2',
      sinceCut: '3',
      before,
      after,
      fall: before - after,
      threshold,
    };
    return reasonText({ code: 'reason.alert.onlineFalling', values }, vi, names);
  };
  expect(told(0.909_351, 0.579_049, 0.1)).toContain('từ 90,94% (D) xuống 57,90% (mất 33,04 điểm');
  // A fall of 33.0302 is less than 33.035, and 33.04 would be more.
  expect(told(0.909_351, 0.579_049, 0.33035)).toContain('(mất 33,03 điểm');
});

it('calls a cut of which only the code is at hand by the name that people gave it', () => {
  const vi = createTranslator('vi');
  const labels = new Map([
    ['month-2025-11', 'Tổng kết'],
    ['week-2025-12-29', 'tuần cuối'],
  ]);
  const knowing = { ...vi, cutLabel: (code: string) => labels.get(code) ?? null };
  expect(titleWithMonth('Theo tỉnh', 'month-2025-11', knowing)).toBe('Theo tỉnh, tháng 11/2025 (Tổng kết)');
  expect(titleWithMonth('Theo tỉnh', 'month-2025-12', knowing)).toBe('Theo tỉnh, tháng 12/2025');
  expect(cutNameOfCode('week-2025-12-29', knowing)).toBe('tuần 29/12/2025 (tuần cuối)');
  expect(cutNameOfCode('week-2025-12-29', vi)).toBe('tuần 29/12/2025');
  expect(cutNameOfCode('week-2025-13-29', knowing)).toBe(null);
});
