import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CalendarRevision,
  calendarCuts,
  DEFAULT_SCHEDULE,
  MONTHS_AHEAD,
  type MonthlyPlan,
  type Schedule,
  WEEKS_AHEAD,
  type WeeklyPlan,
} from '#shared/domain/calendar.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { addDays, dayFromNumber, daysBetween, vietnamDay, vietnamInstant } from '#shared/domain/periods.ts';

const FIRST = 20_089;
const day = fc.integer({ min: FIRST, max: FIRST + 400 }).map(dayFromNumber);
const duty = { owes: ['criteria'], asks: 'all' } as const;
const weekly: fc.Arbitrary<WeeklyPlan> = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  hour: fc.integer({ min: 0, max: 23 }),
  minute: fc.constantFrom(0, 30),
  dueAfterHours: fc.integer({ min: 0, max: 72 }),
  owes: fc.constant(duty.owes),
  asks: fc.constant(duty.asks),
});
const monthly: fc.Arbitrary<MonthlyPlan> = fc.record({
  dueDay: fc.integer({ min: 1, max: 31 }),
  dueHour: fc.integer({ min: 0, max: 23 }),
  owes: fc.constant(['outputs'] as const),
  asks: fc.constant(duty.asks),
});
const schedule: fc.Arbitrary<Schedule> = fc.record({
  weekly: fc.option(weekly),
  monthly: fc.option(monthly),
  moments: fc
    .array(
      fc
        .record({ day, hour: fc.constant(9), minute: fc.constant(0), dueAfterHours: fc.constant(1) })
        .map((one) => ({ ...one, ...duty })),
      { maxLength: 3 },
    )
    .map((list) => list.filter((one, at) => list.findIndex((other) => other.day === one.day) === at)),
});
const revisions: fc.Arbitrary<CalendarRevision[]> = fc
  .array(fc.record({ from: day, length: fc.option(fc.integer({ min: 0, max: 200 })), schedule }), {
    maxLength: 4,
  })
  .map((list) =>
    list.map(({ from, length, ...one }, index) => ({
      ...one,
      from,
      version: index + 1,
      until: length === null ? null : addDays(from, length),
    })),
  );
const now = day.map((today) => vietnamInstant(today, 10));

describe('cuts of a calendar', () => {
  it('are named once each, by a code that says what they are, in the order of time', () => {
    fc.assert(
      fc.property(revisions, now, (list, at) => {
        const cuts = calendarCuts(list, at);
        expect(new Set(cuts.map(({ code }) => code)).size).toBe(cuts.length);
        for (const { code, kind, start, asOf, dueAt } of cuts) {
          expect(parseCutCode(code)).toEqual({ code, kind, start, asOf });
          expect(dueAt >= asOf).toBe(true);
        }
        expect(cuts.map(({ asOf }) => asOf)).toEqual(cuts.map(({ asOf }) => asOf).toSorted());
      }),
    );
  });

  it('leave no day of a plan without its week, and put none into two', () => {
    fc.assert(
      fc.property(weekly, day, now, (plan, from, at) => {
        const schedule = { ...DEFAULT_SCHEDULE, weekly: plan, monthly: null };
        const weeks = calendarCuts([{ version: 1, from, until: null, schedule }], at);
        for (const [index, week] of weeks.entries()) {
          expect(daysBetween(week.start, vietnamDay(week.asOf))).toBe(6);
          if (index > 0) expect(week.start).toBe(addDays(vietnamDay(weeks[index - 1]?.asOf ?? ''), 1));
        }
      }),
    );
  });

  it('leave no gap where a plan of other weekdays follows at once', () => {
    fc.assert(
      fc.property(weekly, weekly, day, fc.integer({ min: 1, max: 60 }), (one, other, from, days) => {
        const at = (version: number, first: string, plan: WeeklyPlan) => ({
          ...{ version, from: first, until: null },
          schedule: { weekly: plan, monthly: null, moments: [] },
        });
        const list = [at(1, from, one), at(2, addDays(from, days), other)];
        const ends = calendarCuts(list, vietnamInstant(addDays(from, 100), 0)).map(({ asOf }) =>
          vietnamDay(asOf),
        );
        const gaps = ends.slice(1).map((end, index) => daysBetween(ends[index] ?? end, end));
        for (const gap of gaps) expect(gap).toBeLessThanOrEqual(7 + 6);
      }),
    );
  });

  it('lie within the planned time, and are there as soon as it reaches them', () => {
    fc.assert(
      fc.property(day, now, (from, at) => {
        const cuts = calendarCuts([{ version: 1, from, until: null, schedule: DEFAULT_SCHEDULE }], at);
        const today = vietnamDay(at);
        for (const { kind, asOf } of cuts) {
          const ahead = daysBetween(today, vietnamDay(asOf));
          expect(ahead).toBeLessThanOrEqual(kind === 'week' ? WEEKS_AHEAD * 7 : (MONTHS_AHEAD + 1) * 31);
          expect(vietnamDay(asOf) >= from).toBe(true);
        }
        if (from <= today) {
          expect(cuts.filter((cut) => cut.kind === 'week' && cut.asOf > at).length).toBeGreaterThanOrEqual(
            WEEKS_AHEAD,
          );
          expect(cuts.filter((cut) => cut.kind === 'month' && cut.asOf > at).length).toBeGreaterThanOrEqual(
            MONTHS_AHEAD,
          );
        }
      }),
    );
  });

  it('stay as they were before the day from which a change holds', () => {
    fc.assert(
      fc.property(revisions, day, schedule, now, (list, from, changed, at) => {
        const after = [...list, { version: list.length + 1, from, until: null, schedule: changed }];
        const before = (cuts: ReturnType<typeof calendarCuts>) =>
          cuts.filter(({ asOf }) => vietnamDay(asOf) < from);
        expect(before(calendarCuts(after, at))).toEqual(before(calendarCuts(list, at)));
      }),
    );
  });
});

it('takes the built-in weeks and months as they are due by default', () => {
  const one = { version: 1, from: '2026-02-05', until: null, schedule: DEFAULT_SCHEDULE };
  const cuts = calendarCuts([one], '2026-02-05T03:00:00.000Z');
  expect(cuts.find(({ code }) => code === 'week-2026-02-09')).toMatchObject({
    start: '2026-02-03',
    asOf: '2026-02-09T09:00:00.000Z',
    dueAt: '2026-02-09T09:00:00.000Z',
  });
  expect(cuts.find(({ code }) => code === 'month-2026-02')).toMatchObject({
    start: '2026-02-01',
    dueAt: '2026-03-05T10:00:00.000Z',
  });
  expect(cuts.some(({ code }) => code === 'week-2096-01-02')).toBe(false);
  expect(calendarCuts([], '2026-02-05T03:00:00.000Z')).toEqual([]);
});
