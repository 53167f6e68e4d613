import { describe, expect, it } from 'vitest';
import { readWrittenDay } from '#shared/text/written-day.ts';

describe('a day written by hand', () => {
  it.each([
    ['31/07/2025', '2025-07-31'],
    ['1/8/2025', '2025-08-01'],
    [' 01.08.2025 ', '2025-08-01'],
    ['01-08-2025', '2025-08-01'],
  ])('reads %s as %s', (text, day) => {
    expect(readWrittenDay(text)).toBe(day);
  });

  it.each(['', '31/02/2025', '2025-07-31', '07/31/2025', '1/8/25', 'hôm nay'])(
    'knows no day in "%s"',
    (text) => {
      expect(readWrittenDay(text)).toBeNull();
    },
  );
});
