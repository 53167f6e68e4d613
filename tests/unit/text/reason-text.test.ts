import { expect, it } from 'vitest';
import { titleWithMonth } from '#shared/text/reason-text.ts';
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
