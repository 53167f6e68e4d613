import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareCutsByTime,
  dayCut,
  momentCut,
  monthCut,
  outputsCutFor,
  parseCutCode,
  previousCut,
  resolveCut,
  weekCut,
  weekEndingOn,
} from '#shared/domain/cuts.ts';
import {
  addDays,
  type CutPeriod,
  dayFromNumber,
  dayNumber,
  daysBetween,
  lastDayOfMonth,
  mondayOf,
  vietnamDay,
  vietnamInstant,
  vietnamTime,
} from '#shared/domain/periods.ts';

const monthOf = (day: string) => day.slice(0, 7);
const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map(dayFromNumber);
const hour = fc.integer({ min: 0, max: 23 });
const minute = fc.integer({ min: 0, max: 59 });
const day2025 = fc.integer({ min: 20_089, max: 20_453 }).map(dayFromNumber);
const cut: fc.Arbitrary<CutPeriod> = fc.oneof(
  day2025.map(weekCut),
  fc.tuple(day2025, hour, minute).map(([day, at, past]) => weekEndingOn(day, at, past)),
  day2025.map(dayCut),
  day2025.map((day) => monthCut(monthOf(day))),
  fc.tuple(day2025, hour, minute).map(([day, at, past]) => momentCut(day, at, past)),
);

describe('days in Vietnam', () => {
  it('count there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5_000, max: 5_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(dayFromNumber(dayNumber(day) ?? 0)).toBe(day);
      }),
    );
  });

  it('agree with the calendar of the time zone database', () => {
    // 'sv-SE' writes dates as yyyy-mm-dd.
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1976-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (instant) => {
          expect(vietnamDay(instant.toISOString())).toBe(calendar.format(instant));
        },
      ),
    );
  });

  it('come back from the instant of a clock time', () => {
    fc.assert(
      fc.property(anyDay, hour, minute, (day, at, past) => {
        const instant = vietnamInstant(day, at, past);
        const clock = `${String(at).padStart(2, '0')}:${String(past).padStart(2, '0')}`;
        expect([vietnamDay(instant), vietnamTime(instant)]).toEqual([day, clock]);
      }),
    );
  });

  it('have their Monday at most six days before and a last day of the month not before them', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = mondayOf(day);
        expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
        expect([0, 1, 2, 3, 4, 5, 6]).toContain(daysBetween(monday, day));
        const last = lastDayOfMonth(monthOf(day));
        expect(monthOf(last)).toBe(monthOf(day));
        expect(monthOf(addDays(last, 1))).not.toBe(monthOf(day));
      }),
    );
  });
});

describe('cuts', () => {
  it('are named by a code that reads back to the same cut', () => {
    fc.assert(
      fc.property(cut, (one) => {
        expect(parseCutCode(one.code)).toEqual(one);
      }),
    );
  });

  it('answer a day only with what was known by its end, and the latest of that', () => {
    fc.assert(
      fc.property(fc.array(cut), day2025, (cuts, day) => {
        const found = resolveCut(cuts, day);
        const known = cuts.filter((one) => vietnamDay(one.asOf) <= day);
        expect(found === null).toBe(known.length === 0);
        if (found === null) return;
        expect(vietnamDay(found.asOf) <= day).toBe(true);
        const rivals = found.kind === 'month' ? known : known.filter((one) => one.kind !== 'month');
        for (const one of rivals) expect(compareCutsByTime(one, found)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('take their outputs from a month that had ended, and follow cuts of their own sort', () => {
    fc.assert(
      fc.property(fc.array(cut), cut, (cuts, at) => {
        const all = cuts.map((one) => ({ ...one, dueAt: one.asOf, wasPicture: 1 as const }));
        const outputs = outputsCutFor(all, at);
        if (outputs !== null) expect([outputs.kind, outputs.asOf <= at.asOf]).toEqual(['month', true]);
        const before = previousCut(cuts, at);
        if (before !== null) {
          expect([before.kind === 'month', before.asOf < at.asOf]).toEqual([at.kind === 'month', true]);
        }
      }),
    );
  });
});
