import { addDays, type Day, vietnamDay, vietnamInstant, vietnamTime } from '#shared/domain/periods.ts';

/** The three shifts of a round-the-clock room, the whole day, and the time since the cut before. */
export const SHIFTS = ['morning', 'afternoon', 'night', 'day', 'cut'] as const;
export type Shift = (typeof SHIFTS)[number];

/** Two instants (UTC ISO); the second is not part of the time. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

// Hours on the clock in Vietnam; the night belongs to the day it begins on.
const HOURS: Readonly<Record<'morning' | 'afternoon' | 'night' | 'day', readonly [number, number]>> = {
  morning: [6, 14],
  afternoon: [14, 22],
  night: [22, 30],
  day: [0, 24],
};

/** When a shift of a day begins and ends. */
export function spanOf(shift: Exclude<Shift, 'cut'>, day: Day): Span {
  const [from, to] = HOURS[shift];
  return { from: atHour(day, from), to: atHour(day, to) };
}

function atHour(day: Day, hour: number): string {
  return vietnamInstant(addDays(day, Math.floor(hour / 24)), hour % 24);
}

/** The shift that is on at an instant, and the day it began. */
export function shiftAt(instant: string): { readonly shift: Shift; readonly day: Day } {
  const day = vietnamDay(instant);
  const hour = Number(vietnamTime(instant).slice(0, 2));
  if (hour < 6) return { shift: 'night', day: addDays(day, -1) };
  if (hour < 14) return { shift: 'morning', day };
  return { shift: hour < 22 ? 'afternoon' : 'night', day };
}
