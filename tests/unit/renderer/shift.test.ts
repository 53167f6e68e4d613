import { expect, test } from 'vitest';
import { shiftAt, spanOf } from '#renderer/views/alerts/shift.ts';
import { vietnamInstant } from '#shared/domain/periods.ts';

const DAY = '2025-12-29';

test.each([
  [0, 'night', '2025-12-28'],
  [5, 'night', '2025-12-28'],
  [6, 'morning', DAY],
  [13, 'morning', DAY],
  [14, 'afternoon', DAY],
  [21, 'afternoon', DAY],
  [22, 'night', DAY],
] as const)('at %i o’clock it is the %s of %s', (hour, shift, day) => {
  const instant = vietnamInstant(DAY, hour);
  expect(shiftAt(instant)).toEqual({ shift, day });
  const { from, to } = spanOf(shift, day);
  expect(from <= instant && instant < to).toBe(true);
});

test('the night ends at six on the day after', () => {
  expect(spanOf('night', DAY)).toEqual({
    from: vietnamInstant(DAY, 22),
    to: vietnamInstant('2025-12-30', 6),
  });
});
