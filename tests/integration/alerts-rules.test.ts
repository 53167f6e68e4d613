import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AlertRule } from '#shared/domain/model.ts';
import { COMMUNES, CRITERIA, createWorld, PROVINCE, removeTemplate, type World } from './alerts-world.ts';

const [W1, W2, W3, W4] = [
  'week-2025-08-04',
  'week-2025-08-11',
  'week-2025-08-18',
  'week-2025-08-25',
] as const;
const LATE_JULY = 'week-2025-07-28';
const SEPTEMBER = 'week-2025-09-08';
const OCTOBER = 'week-2025-10-06';
const JULY = 'month-2025-07';
const JUNE = 'month-2025-06';
/** A month, a cut that rests on it, and a due time after that cut was judged. */
const MONTHS = [
  [JULY, W1, '2025-08-05T10:00:00.000Z'],
  ['month-2025-08', 'week-2025-09-08', '2025-09-09T10:00:00.000Z'],
  ['month-2025-09', 'week-2025-10-06', '2025-10-07T10:00:00.000Z'],
  ['month-2025-10', 'week-2025-11-03', '2025-11-04T10:00:00.000Z'],
] as const;
const FIRST = COMMUNES[0] ?? '';

let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => {
  world.close();
});
afterAll(removeTemplate);

describe('rules over the figures of a cut', () => {
  it('raise an overdue task at the body that owes it, and never out of silence', () => {
    world.cuts([W1, W2]);
    world.task(W1, 'VN', '1.02', 0.4);
    world.task(W1, PROVINCE, '2.03', 0.8);
    world.judge(W1);
    const found = world.at(W1, 'taskOverdue', 'any').map(({ unit, task }) => `${unit.code} ${task}`);
    expect(found.sort()).toEqual([`${PROVINCE} 2.03`, 'VN 1.02']);
    expect(world.at(W1, 'taskOverdue', 'VN')[0]?.reason.values).toMatchObject({
      task: '1.02',
      deadline: '2025-06-30',
      days: 35,
      progress: 0.4,
    });
    // Nothing more is said: the state lasts, a week older and a week later.
    const [silent] = world.at(W2, 'taskOverdue', 'VN');
    expect(silent).toMatchObject({ state: 'firing', condition: 'holds', severity: 'critical' });
    expect(silent?.reason).toMatchObject({
      code: 'reason.alert.taskOverdue.older',
      values: { days: 42, progress: 0.4, age: 1 },
    });
  });

  it('let an overdue task go two cuts after it was reported as done', () => {
    world.cuts([W1]);
    world.task(W1, 'VN', '1.02', 0.4);
    world.judge(W1);
    for (const cut of [W2, W3]) {
      world.cuts([cut]);
      world.task(cut, 'VN', '1.02', 1);
      world.judge(cut);
    }
    expect([W1, W2, W3].map((cut) => world.state(cut, 'taskOverdue', 'VN'))).toEqual([
      'firing',
      'firing',
      'resolved',
    ]);
  });

  it('count a criterion by the communes that answered, for the province', () => {
    world.cuts([W1, W2]);
    for (const cut of [W1, W2]) {
      world.criteria(cut, COMMUNES.slice(0, 20));
      world.criteria(cut, COMMUNES.slice(20, 23), ['staff']);
    }
    world.judge(W1);
    expect(world.at(W2, 'criterionMissing')).toMatchObject([
      { indicator: 'staff', state: 'firing', severity: 'notice' },
    ]);
    expect(world.at(W2, 'criterionMissing')[0]?.reason.values).toMatchObject({ lacking: 3, reported: 23 });
    expect(world.at(W2, 'noReport')[0]?.reason.values).toMatchObject({ silent: 15, communes: 38 });
    // Were the silent ones lacking it too, it would be a warning, and the coverage would be low.
    const hidden = world.at(W2, 'evidenceMissing').find(({ reason }) => reason.code.endsWith('.reports'));
    expect(hidden).toMatchObject({ state: 'firing', severity: 'warning' });
    expect(hidden?.reason.values).toMatchObject({ silent: 15, rules: 'criterionMissing' });
  });

  it('call nobody silent before the report is due', () => {
    world.cuts([W1], '2025-08-05T10:00:00.000Z');
    world.criteria(W1, COMMUNES.slice(0, 20));
    world.judge(W1, '2025-08-04T12:00:00.000Z');
    expect(world.state(W1, 'noReport')).toBeNull();
    world.judge(W1, '2025-08-05T10:00:00.000Z');
    expect(world.state(W1, 'noReport')).toBe('firing');
  });

  it.each([
    // s: nobody sent a month's figures, p: all but three did, a: all did, +: due when the cut is judged.
    { months: ['s'], states: [null] },
    { months: ['s+'], states: ['firing'] },
    { months: ['p+'], states: ['firing'] },
    { months: ['a+', 'a+'], states: [null, null] },
    { months: ['s', 's+'], states: [null, 'firing'] },
    // The next month is not due: nobody can tell, and missing data resolves nothing.
    { months: ['s+', 's'], states: ['firing', 'firing'] },
    { months: ['s+', 's', 's+', 'a+'], states: ['firing', 'firing', 'firing', 'firing'] },
    { months: ['s+', 'a+', 'a+'], states: ['firing', 'firing', 'resolved'] },
    { months: ['s+', 'a+', 's', 'a+'], states: ['firing', 'firing', 'firing', 'resolved'] },
    { months: ['s+', 'a+', 'p+', 'a+'], states: ['firing', 'firing', 'firing', 'firing'] },
  ])('ask for the outputs of each month: $months gives $states', ({ months, states }) => {
    const seen = months.map((month, place) => {
      const [code, cut, late] = MONTHS[place] ?? ['', '', ''];
      world.cuts([cut]);
      world.cuts([code], month.endsWith('+') ? undefined : late);
      const senders = { s: [], p: COMMUNES.slice(3), a: COMMUNES }[month.charAt(0)] ?? [];
      for (const commune of senders) world.count(code, commune, 'applications_received', 10);
      world.judge(cut);
      const asked = world.at(cut, 'noReport').find(({ reason }) => reason.code.endsWith('.outputs'));
      if (month === 'p+') {
        expect(asked).toMatchObject({ severity: 'notice' });
        expect(asked?.reason.values).toMatchObject({ cut: code, silent: 3, communes: COMMUNES.length });
      }
      return asked?.state ?? null;
    });
    expect(seen).toEqual(states);
  });

  it('ask nobody for the outputs of June, when there were no communes', () => {
    world.cuts([JUNE, 'week-2025-07-07']);
    world.judge('week-2025-07-07');
    const asked = world.at('week-2025-07-07', 'noReport', 'any').map(({ reason }) => reason.code);
    expect(new Set(asked)).toEqual(new Set(['reason.alert.noReport']));
  });

  it('miss the communes that are silent, whatever their province sent itself', () => {
    world.cuts([JULY, W1]);
    world.count(JULY, PROVINCE, 'applications_received', 900);
    world.judge(W1);
    const asked = world.at(W1, 'noReport').filter(({ reason }) => reason.code.endsWith('.outputs'));
    expect(asked.map(({ reason }) => reason.values)).toEqual([
      { unit: PROVINCE, cut: JULY, silent: COMMUNES.length, communes: COMMUNES.length },
    ]);
  });

  it('hold a fall against the colour it fell from until that is regained', () => {
    world.cuts([W1, W2, W3, W4]);
    world.criteria(W1, [FIRST]);
    world.criteria(W2, [FIRST], CRITERIA.slice(0, 1));
    world.criteria(W4, [FIRST], CRITERIA.slice(0, 5));
    world.judge(W1);
    const falls = [W2, W3, W4].map((cut) => {
      const [alert] = world.at(cut, 'regression', FIRST);
      return [alert?.condition, alert?.severity, alert?.reason.values.to, alert?.reason.values.sinceCut];
    });
    expect(falls).toEqual([
      ['holds', 'warning', 'yellow', W1],
      ['noData', 'warning', 'yellow', W1],
      ['holds', 'critical', 'red', W1],
    ]);
  });

  it('see a fall across a cut without reports', () => {
    world.cuts([W1, W2, W3]);
    world.criteria(W1, [FIRST]);
    world.criteria(W3, [FIRST], CRITERIA.slice(0, 4));
    world.judge(W1);
    expect(world.at(W3, 'regression', FIRST)[0]?.reason.values).toMatchObject({
      from: 'green',
      to: 'red',
      sinceCut: W1,
    });
  });

  it('raise a commune for its gap only when GREEN hides RED for two months, however many cuts they speak at', () => {
    world.cuts([JUNE, JULY, LATE_JULY, W1, W2]);
    for (const cut of [LATE_JULY, W1, W2]) world.criteria(cut, COMMUNES.slice(0, 2));
    const ratios = ['applications_online', 'results_online', 'resolved_on_time', 'records_synchronised'];
    for (const code of ratios) world.ratio(JULY, FIRST, code, 1, 100);
    world.judge(LATE_JULY);
    expect([W1, W2].map((cut) => world.state(cut, 'gap', FIRST))).toEqual([null, null]);
    for (const code of ratios) world.ratio(JUNE, FIRST, code, 1, 100);
    world.judge(LATE_JULY);
    expect([LATE_JULY, W1].map((cut) => world.state(cut, 'gap', FIRST))).toEqual([null, 'firing']);
    expect(world.at(W2, 'gap', FIRST)[0]).toMatchObject({ severity: 'critical', months: 2, held: 3 });
    expect(world.at(W2, 'gap', COMMUNES[1])).toEqual([]);
  });

  it('end the gap of a commune by the side that changed: two reports, or two months of outputs', () => {
    const months = [JUNE, JULY, 'month-2025-08', 'month-2025-09'];
    const weeks = [LATE_JULY, W1, SEPTEMBER, 'week-2025-09-15', OCTOBER];
    world.cuts([...months, ...weeks]);
    const [lowering, improving, saysLess] = [FIRST, COMMUNES[1] ?? '', COMMUNES[2] ?? ''];
    const ratios = ['applications_online', 'results_online', 'resolved_on_time', 'records_synchronised'];
    for (const [place, month] of months.entries()) {
      for (const code of ratios) {
        world.ratio(month, lowering, code, 1, 100);
        for (const unit of [improving, saysLess]) world.ratio(month, unit, code, place < 2 ? 1 : 99, 100);
      }
    }
    for (const [place, cut] of weeks.entries()) {
      world.criteria(cut, [lowering], place < 2 ? [] : CRITERIA.slice(0, 5));
      world.criteria(cut, [improving]);
      world.criteria(cut, [saysLess], [], place < 2 ? CRITERIA : CRITERIA.slice(5));
    }
    world.judge(LATE_JULY);
    const statesOf = (unit: string) => weeks.slice(1).map((cut) => world.state(cut, 'gap', unit));
    expect(statesOf(lowering)).toEqual(['firing', 'firing', 'resolved', null]);
    expect(statesOf(improving)).toEqual(['firing', 'firing', 'firing', 'resolved']);
    // What is not sent lowers no report: it waits for the months, as if it had sent everything.
    expect(statesOf(saysLess)).toEqual(statesOf(improving));
  });

  it('keep what silence may hide: an open gap stays, and what may be RED is asked of the province', () => {
    const AUGUST = 'month-2025-08';
    world.cuts([JUNE, JULY, AUGUST, LATE_JULY, W1, SEPTEMBER, 'week-2025-09-15']);
    const [known, silent] = [FIRST, COMMUNES[1] ?? ''];
    const weeks = [LATE_JULY, W1, SEPTEMBER, 'week-2025-09-15'];
    for (const cut of weeks) world.criteria(cut, [known, silent]);
    const ratios = ['applications_online', 'results_online', 'resolved_on_time', 'records_synchronised'];
    for (const month of [JUNE, JULY]) for (const code of ratios) world.ratio(month, known, code, 1, 100);
    // In August it sends what is good alone.
    world.ratio(AUGUST, known, 'resolved_on_time', 100, 100);
    world.judge(LATE_JULY, '2025-09-20T00:00:00.000Z');
    expect(weeks.map((cut) => world.state(cut, 'gap', known))).toEqual([null, 'firing', 'firing', 'firing']);
    expect(world.at(SEPTEMBER, 'gap', known)[0]).toMatchObject({ condition: 'noData', severity: 'critical' });
    const asked = (cut: string) =>
      world.at(cut, 'evidenceMissing').find(({ reason }) => reason.code === 'reason.alert.evidenceMissing');
    expect(weeks.map((cut) => asked(cut)?.reason.values.communes)).toEqual([undefined, 1, 1, 1]);
    expect(asked(W1)).toMatchObject({ severity: 'critical', state: 'firing' });
  });

  it('say of a month that is too old which it is, and of nobody who sent it that they did not', () => {
    world.cuts([JULY, W1, 'week-2025-11-03']);
    for (const commune of COMMUNES) world.ratio(JULY, commune, 'applications_online', 80, 100);
    world.judge(W1, '2025-11-20T00:00:00.000Z');
    const outputs = (cut: string) =>
      world.at(cut, 'evidenceMissing').filter(({ reason }) => 'worst' in reason.values);
    expect(outputs(W1)).toEqual([]);
    const [asked, ...others] = outputs('week-2025-11-03');
    expect(others).toEqual([]);
    expect(asked?.reason.code).toBe('reason.alert.evidenceMissing.output.old');
    expect(asked?.reason.values).toMatchObject({ cut: JULY, months: 2, worst: 0 });
    expect(asked?.reason.values).not.toHaveProperty('basedOn');
  });

  it('ask for tasks past their deadline of which nobody ever spoke, until somebody does', () => {
    world.cuts([W1]);
    const unspoken = (): number => {
      world.judge(W1);
      const asked = world.at(W1, 'evidenceMissing', 'VN').find(({ reason }) => 'tasks' in reason.values);
      return Number(asked?.reason.values.tasks ?? 0);
    };
    const before = unspoken();
    expect(before).toBeGreaterThan(0);
    world.task(W1, 'VN', '1.02', 0.4);
    expect(unspoken()).toBe(before - 1);
    expect(world.at(W1, 'taskOverdue', 'VN')).toHaveLength(1);
  });

  it('ask for no task where the calendar asks for no report of it, until one of that kind of cut has come where it says nothing', () => {
    world.cuts([W1, W2]);
    const asked = (cut: string) => world.at(cut, 'evidenceMissing', 'VN').length;
    const owe = (owes: string | null) => world.database.prepare('UPDATE cut SET owes = ?').run(owes);
    owe('["criteria"]');
    world.judge(W1);
    expect([asked(W1), asked(W2)]).toEqual([0, 0]);
    owe(null);
    world.judge(W1);
    expect([asked(W1), asked(W2)]).toEqual([0, 0]);
    world.task(W2, 'VN', '1.02', 0.4);
    world.judge(W1, '2025-08-20T00:00:00.000Z');
    expect([asked(W1), asked(W2)]).toEqual([0, 1]);
  });

  it('ask for no task before the week is due in which it may still be reported', () => {
    world.cuts([W1, W2]);
    const asked = () => world.at(W2, 'evidenceMissing', 'VN');
    world.criteria(W2, [FIRST]);
    world.judge(W2, '2025-08-09T00:00:00.000Z');
    expect(asked()).toEqual([]);
    world.judge(W2, '2025-08-20T00:00:00.000Z');
    expect(asked()).toMatchObject([{ severity: 'critical', state: 'firing' }]);
    // What was asked at a week that is over stays asked while the next is being collected.
    world.judge(W1, '2025-08-09T00:00:00.000Z');
    expect(asked()).toMatchObject([{ severity: 'critical', condition: 'noData' }]);
  });

  it('do not end what may be hidden because the communes that may hide it fell silent as well', () => {
    const AUGUST = 'month-2025-08';
    world.cuts([JUNE, JULY, AUGUST, LATE_JULY, W1, SEPTEMBER, 'week-2025-09-15', OCTOBER]);
    const weeks = [LATE_JULY, W1, SEPTEMBER, 'week-2025-09-15', OCTOBER];
    for (const cut of weeks.slice(0, 3)) world.criteria(cut, [FIRST, COMMUNES[1] ?? '']);
    for (const month of [JUNE, JULY, AUGUST]) world.ratio(month, FIRST, 'resolved_on_time', 100, 100);
    world.judge(LATE_JULY, '2025-11-01T00:00:00.000Z');
    expect(world.at(SEPTEMBER, 'evidenceMissing')[0]).toMatchObject({ condition: 'holds', state: 'firing' });
    for (const cut of weeks.slice(3)) {
      const [alert] = world.at(cut, 'evidenceMissing');
      expect(alert).toMatchObject({ state: 'firing', severity: 'critical' });
    }
  });

  it('do not end a low online rate because the lowest communes fell silent', () => {
    const months = [JUNE, JULY, 'month-2025-08', 'month-2025-09'];
    const weeks = ['week-2025-07-07', W1, SEPTEMBER, OCTOBER];
    world.cuts([...months, ...weeks]);
    for (const [place, month] of months.entries()) {
      for (const commune of COMMUNES.slice(0, place < 2 ? 38 : 19)) {
        const isLow = COMMUNES.indexOf(commune) >= 19;
        world.ratio(month, commune, 'applications_online', isLow ? 10 : 80, 100);
      }
    }
    world.judge(weeks[0] ?? '');
    expect(weeks.map((cut) => world.state(cut, 'onlineLow'))).toEqual([
      'pending',
      'firing',
      'firing',
      'firing',
    ]);
    expect(world.at(OCTOBER, 'onlineLow')[0]).toMatchObject({ condition: 'noData' });
  });

  it('raise a low and a falling online rate from the sums of the communes', () => {
    world.cuts([JUNE, JULY, W1, W2]);
    for (const [at, commune] of COMMUNES.entries()) {
      world.ratio(JUNE, commune, 'applications_online', 50, 100);
      world.ratio(JULY, commune, 'applications_online', at % 2 === 0 ? 20 : 0, 100);
    }
    world.judge(W1);
    expect(world.at(W2, 'onlineLow')[0]?.reason.values).toMatchObject({ value: 0.1, threshold: 0.5 });
    expect(world.at(W1, 'onlineFalling')[0]?.reason.values).toMatchObject({ before: 0.5, after: 0.1 });
  });

  it('keep an open alert as grave as it was where silence leaves open whether it still is', () => {
    world.cuts([W1, W2]);
    // 8 of 38 GREEN is below a quarter: critical. With six silent it is 8 to 14: critical at worst, low for certain.
    world.coverage(W1, 8);
    world.coverage(W2, 8);
    world.withdraw(W2, COMMUNES.slice(-6));
    world.judge(W1);
    expect(world.at(W1, 'coverageLow')).toMatchObject([{ severity: 'critical' }]);
    expect(world.at(W2, 'coverageLow')).toMatchObject([{ severity: 'critical', condition: 'holds' }]);
  });

  it('find a fall across a month in which the province was silent, and none by who was silent', () => {
    const [AUGUST, AFTER_JULY, AFTER_AUGUST] = ['month-2025-08', 'week-2025-08-04', 'week-2025-09-01'];
    const half = COMMUNES.length / 2;
    world.cuts([JUNE, JULY, AFTER_JULY, AUGUST, AFTER_AUGUST]);
    for (const [at, commune] of COMMUNES.entries()) {
      world.ratio(JUNE, commune, 'applications_online', at < half ? 90 : 30, 100);
      // In July only the better half speaks.
      if (at < half) world.ratio(JULY, commune, 'applications_online', 90, 100);
      world.ratio(AUGUST, commune, 'applications_online', at < half ? 85 : 15, 100);
    }
    world.judge(AFTER_JULY);
    expect(world.at(AFTER_AUGUST, 'onlineFalling')).toMatchObject([
      { reason: { values: { before: 0.6, sinceCut: JUNE, after: 0.5 } } },
    ]);
    expect(world.at(AFTER_JULY, 'onlineFalling')).toEqual([]);
  });

  it('ask about equal figures, zero records under GREEN, and signatures that are too few', () => {
    world.cuts([JULY, W1]);
    world.criteria(W1, [FIRST]);
    world.criteria(W1, COMMUNES.slice(1, 2), ['signature_specialised', 'certificate_public']);
    world.count(JULY, FIRST, 'applications_received', 0);
    for (const commune of COMMUNES.slice(2, 8)) world.ratio(JULY, commune, 'resolved_on_time', 137, 141);
    world.ratio(JULY, COMMUNES[1] ?? '', 'documents_signed', 12, 30);
    world.ratio(JULY, COMMUNES[2] ?? '', 'documents_signed', 12, 30);
    world.ratio(JULY, COMMUNES[2] ?? '', 'results_online', 15, 30);
    world.judge(W1);
    expect(world.at(W1, 'suspectGreenNoRecords', 'any').map(({ unit }) => unit.code)).toEqual([FIRST]);
    expect(world.at(W1, 'suspectEqualFigures')[0]?.reason.values).toMatchObject({
      communes: 6,
      numerator: 137,
      denominator: 141,
      cut: JULY,
      units: COMMUNES.slice(2, 8).join(),
    });
    const signatures = world.at(W1, 'suspectSignatures', 'any').map(({ reason }) => reason);
    expect(signatures).toMatchObject([
      { code: 'reason.alert.suspectSignatures', values: { signatures: 0, signedFiles: 12 } },
      { code: 'reason.alert.suspectSignatures.results', values: { signatures: 12, signedFiles: 15 } },
    ]);
  });

  it('ask once about a month that was copied, and of a commune about one sent again and one that jumped', () => {
    const ratios = ['applications_online', 'results_online', 'resolved_on_time', 'records_synchronised'];
    world.cuts([JUNE, JULY, W1]);
    COMMUNES.slice(0, 20).forEach((commune, at) => {
      ratios.forEach((code, place) => {
        world.ratio(JUNE, commune, code, 60 + at + place, 200 + at);
        world.ratio(JULY, commune, code, 62 + 2 * at + place, 210 + at);
      });
    });
    for (const commune of COMMUNES.slice(5, 15)) {
      for (const code of ratios) world.ratio(JULY, commune, code, 111, 300);
    }
    for (const [place, code] of ratios.entries()) world.ratio(JULY, COMMUNES[1] ?? '', code, 61 + place, 201);
    world.ratio(JULY, COMMUNES[2] ?? '', 'results_online', 212, 212);
    world.judge(W1);
    const asked = (rule: AlertRule) =>
      world.at(W1, rule, 'any').map(({ unit, reason }) => [unit.code, reason.values.communes]);
    expect(asked('suspectEqualRows')).toEqual([[PROVINCE, 10]]);
    expect(asked('suspectEqualFigures')).toEqual([]);
    expect(asked('suspectRepeatedRow')).toEqual([[COMMUNES[1], undefined]]);
    expect(
      world.at(W1, 'suspectJump', 'any').map(({ unit, reason }) => [unit.code, reason.values]),
    ).toMatchObject([[COMMUNES[2], { indicator: 'results_online', cut: JULY, sinceCut: JUNE, after: 1 }]]);
  });

  it('ask about a rise of those that are known, not of those that report again', () => {
    world.cuts([W1, W2, W3]);
    world.coverage(W1, 20);
    world.coverage(W2, 20);
    world.withdraw(W2, COMMUNES.slice(0, 20));
    world.coverage(W3, 20);
    world.judge(W1);
    expect(world.state(W3, 'suspectOvernight')).toBe(null);
    world.coverage(W3, 38);
    world.judge(W3);
    expect(world.at(W3, 'suspectOvernight')[0]?.reason.values).toMatchObject({ turned: 18, communes: 38 });
  });

  it('keep a question until somebody has taken it, though its evidence has gone', () => {
    world.cuts([W1, W2]);
    world.coverage(W1, 5);
    world.coverage(W2, 38);
    world.judge(W1);
    expect(world.state(W2, 'suspectOvernight')).toBe('firing');
    for (const cut of [W3, W4]) {
      world.cuts([cut]);
      world.coverage(cut, 38);
      world.judge(cut);
    }
    expect(world.at(W4, 'suspectOvernight')[0]).toMatchObject({ state: 'firing', condition: 'clear' });
    const id = world.at(W4, 'suspectOvernight')[0]?.id ?? '';
    world.act('acknowledged', [id], 'đã kiểm tra thực tế');
    world.cuts(['week-2025-09-01']);
    world.coverage('week-2025-09-01', 38);
    world.judge('week-2025-09-01');
    expect(world.state('week-2025-09-01', 'suspectOvernight')).toBe('resolved');
  });
});
