import { describe, expect, it } from 'vitest';
import { classifyEqualInterval, classOf, countClasses, mapValueOf } from '#shared/domain/classification.ts';
import {
  areOutputsDue,
  dayCut,
  momentCut,
  monthCut,
  outputsCutFor,
  parseCutCode,
  previousCut,
  resolveCut,
  speakingAt,
  statusCutFor,
  weekCut,
} from '#shared/domain/cuts.ts';
import { COVERAGE_BANDS } from '#shared/domain/model.ts';
import { type CutPeriod, dayNumber, daysBetween, elapsedShare, vietnamDay } from '#shared/domain/periods.ts';

describe('periods', () => {
  it('name the cuts of the published report', () => {
    expect(['2025-07-22', '2025-07-28', '2025-07-29'].map((day) => weekCut(day).code)).toEqual([
      'week-2025-07-28',
      'week-2025-07-28',
      'week-2025-08-04',
    ]);
    expect(weekCut('2025-07-24')).toEqual({
      code: 'week-2025-07-28',
      kind: 'week',
      start: '2025-07-22',
      asOf: '2025-07-28T09:00:00.000Z',
    });
    expect(momentCut('2025-07-31', 16)).toMatchObject({
      code: 'moment-2025-07-31T1600',
      asOf: '2025-07-31T09:00:00.000Z',
    });
    expect(monthCut('2025-07')).toEqual({
      code: 'month-2025-07',
      kind: 'month',
      start: '2025-07-01',
      asOf: '2025-07-31T09:00:00.000Z',
    });
  });

  it('put midnight in Vietnam at 17:00 UTC', () => {
    expect(vietnamDay('2025-07-31T16:59:59.999Z')).toBe('2025-07-31');
    expect(vietnamDay('2025-07-31T17:00:00.000Z')).toBe('2025-08-01');
  });

  it('refuse days, instants and codes that do not exist', () => {
    expect([dayNumber('2025-02-29'), dayNumber('2024-02-29'), dayNumber('31/07/2025')]).toEqual([
      null,
      19_782,
      null,
    ]);
    expect(() => daysBetween('2025-02-30', '2025-03-01')).toThrow(RangeError);
    expect(() => vietnamDay('yesterday')).toThrow(RangeError);
    const codes = [
      'week-2025-02-29',
      'week-2025-07-28T1600',
      'month-2025-13',
      'moment-2025-07-31',
      'moment-2025-07-31T2400',
      'day-2025-7-1',
    ];
    expect(codes.map(parseCutCode)).toEqual(codes.map(() => null));
    expect(parseCutCode('moment-2025-07-31T1660')).toBeNull();
  });

  it.each([
    ['month-2025-07', '2025-07-31T09:00:00.000Z'],
    ['week-2025-07-28', '2025-07-28T09:00:00.000Z'],
    ['week-2025-07-29', '2025-07-29T09:00:00.000Z'],
    ['week-2025-08-01T1730', '2025-08-01T10:30:00.000Z'],
    ['day-2025-07-30', '2025-07-30T09:00:00.000Z'],
    ['moment-2025-07-31T0000', '2025-07-30T17:00:00.000Z'],
    ['moment-2025-07-31T1630', '2025-07-31T09:30:00.000Z'],
  ])('read the code %s as the cut of %s', (code, asOf) => {
    expect(parseCutCode(code)).toMatchObject({ code, asOf });
  });

  it('know the share of a time that has passed, also of a task of one day', () => {
    expect(elapsedShare('2025-07-01', '2025-07-31', '2025-07-16')).toBe(0.5);
    expect(elapsedShare('2025-07-01', '2025-07-31', '2025-06-01')).toBe(0);
    expect(elapsedShare('2025-07-01', '2025-07-01', '2025-07-01')).toBe(1);
    expect(elapsedShare('2025-07-02', '2025-07-02', '2025-07-01')).toBe(0);
  });
});

describe('resolveCut', () => {
  const cuts = [
    weekCut('2025-07-21'),
    weekCut('2025-07-28'),
    monthCut('2025-06'),
    monthCut('2025-07'),
    momentCut('2025-07-31', 16),
    weekCut('2025-08-04'),
  ];

  /** Due on the fifth day after it ended. */
  const asPicture = (cut: CutPeriod) => {
    const dueAt = new Date(Date.parse(cut.asOf) + 5 * 86_400_000).toISOString();
    return { ...cut, dueAt, wasPicture: 1 as const };
  };

  it('answers codes, days and months, and nothing before the first cut', () => {
    const answers = [
      'week-2025-07-28',
      '2025-07-31',
      '2025-07-30',
      '2025-07',
      '2025-12-31',
      '2025-05-01',
      'x',
    ];
    expect(answers.map((text) => resolveCut(cuts, text)?.code ?? null)).toEqual([
      'week-2025-07-28',
      'moment-2025-07-31T1600',
      'week-2025-07-28',
      'month-2025-07',
      'week-2025-08-04',
      null,
      null,
    ]);
  });

  it('takes outputs from the month that had ended by the cut', () => {
    const all = cuts.map(asPicture);
    expect(outputsCutFor(all, momentCut('2025-07-31', 16))?.code).toBe('month-2025-07');
    expect(outputsCutFor(all, weekCut('2025-07-28'))?.code).toBe('month-2025-06');
    expect(previousCut(cuts, weekCut('2025-08-04'))?.code).toBe('moment-2025-07-31T1600');
    expect(previousCut(cuts, monthCut('2025-07'))?.code).toBe('month-2025-06');
  });

  it('lets no month speak that never was a picture, and owes outputs from the first that was due', () => {
    const [june, july] = [asPicture(monthCut('2025-06')), asPicture(monthCut('2025-07'))];
    const collecting = { ...july, wasPicture: 0 as const };
    const at = dayCut('2025-08-04');
    expect(outputsCutFor([june, collecting], at)).toBe(june);
    expect(speakingAt([collecting], at, 2)).toEqual({ outputsCut: null, tooOld: null, missing: null });
    const late = dayCut('2025-08-05');
    expect(speakingAt([collecting], late, 2).missing).toBe(collecting);
    expect([at, late].map((one) => areOutputsDue(speakingAt([collecting], one, 2)))).toEqual([false, true]);
  });

  it('lets a month speak two months long, and then says which was too old', () => {
    const july = asPicture(monthCut('2025-07'));
    const all = [...cuts.map(asPicture), july];
    const at = (cut: CutPeriod, months = 2) => speakingAt(all, cut, months);
    expect(at(momentCut('2025-09-30', 16))).toEqual({ outputsCut: july, tooOld: null });
    expect(at(momentCut('2025-10-01', 8))).toEqual({ outputsCut: null, tooOld: july });
    expect(at(weekCut('2026-01-05'), 6).outputsCut?.code).toBe('month-2025-07');
    expect(at(weekCut('2026-02-02'), 6).tooOld?.code).toBe('month-2025-07');
    expect(at(weekCut('2025-06-23'))).toEqual({ outputsCut: null, tooOld: null, missing: null });
    expect([at(weekCut('2025-06-23')), at(dayCut('2026-02-02'))].map(areOutputsDue)).toEqual([false, true]);
  });

  it('takes the statuses of a month from the last cut that had been judged by its end', () => {
    const standing = (at: CutPeriod) => statusCutFor(cuts, at)?.code ?? null;
    expect([monthCut('2025-07'), monthCut('2025-08'), weekCut('2025-07-28')].map(standing)).toEqual([
      'moment-2025-07-31T1600',
      'week-2025-08-04',
      'week-2025-07-28',
    ]);
    expect(standing(monthCut('2025-06'))).toBeNull();
  });
});

describe('classes', () => {
  it('cut the range of the values into five and count the empties apart', () => {
    const result = classifyEqualInterval([0, 0.1, 0.5, 1, 'notReported', 'notYetDue', 'notReported']);
    expect(result.classes.map(({ count }) => count)).toEqual([2, 0, 1, 0, 1]);
    expect(result.empties).toEqual({ notReported: 2, notApplicable: 0, notYetDue: 1 });
    expect([
      classOf(0, result),
      classOf(1, result),
      classOf(2, result),
      classOf('notYetDue', result),
    ]).toEqual([0, 4, 4, 'notYetDue']);
  });

  it('show a ratio of nothing as not applicable, not as zero', () => {
    expect(mapValueOf('ratio', { value: null, numerator: 0, denominator: 0 })).toBe('notApplicable');
    expect(mapValueOf('ratio', { value: 0, numerator: 0, denominator: 9 })).toBe(0);
    expect(mapValueOf('count', undefined)).toBe('notReported');
  });

  it('name every class of a legend, those without units too', () => {
    expect(countClasses(COVERAGE_BANDS, ['full', 'below50', 'full'])).toEqual({
      full: 2,
      above70: 0,
      above50: 0,
      below50: 1,
      notReported: 0,
    });
  });
});
