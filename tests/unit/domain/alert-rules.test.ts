import { describe, expect, it } from 'vitest';
import { type AlertEvaluation, explainAlert } from '#shared/domain/alerts/evaluation.ts';
import {
  evaluateSuspectDeadlineDay,
  evaluateSuspectGreenNoRecords,
  evaluateSuspectOvernight,
  evaluateSuspectSignatures,
} from '#shared/domain/alerts/suspicion-alerts.ts';
import { evaluateTaskDueSoon, evaluateTaskOverdue } from '#shared/domain/alerts/task-alerts.ts';
import {
  evaluateCoverageLow,
  evaluateCriterionMissing,
  evaluateGapAlert,
  evaluateNoOutputs,
  evaluateNoReport,
  evaluateOnlineFalling,
  evaluateOnlineLow,
  evaluateRegression,
} from '#shared/domain/alerts/unit-alerts.ts';
import { evaluateCoverage } from '#shared/domain/coverage.ts';
import { LATER_THRESHOLDS } from '#shared/domain/default-rules.ts';
import { evaluateGap } from '#shared/domain/gap.ts';
import type { Colour, ReportedStatus } from '#shared/domain/model.ts';
import { evaluateIndicator } from '#shared/domain/operating.ts';
import { evaluateSchedule } from '#shared/domain/task-schedule.ts';
import { RULES } from '#tests/properties/arbitraries.ts';
import { render } from '#tests/properties/sentences.ts';

const rules = RULES.alerts;
const vi = (evaluation: AlertEvaluation) => render(explainAlert(evaluation), 'vi');
const state = ({ condition, severity }: AlertEvaluation) => `${condition} ${severity}`;
const schedule = (deadline: string, progress: number | null, age = 0) =>
  evaluateSchedule(
    { start: '2025-07-01', deadline },
    progress === null ? null : { state: 'inProgress', progress, age },
    '2025-07-31',
    RULES.province,
  );

describe('alert rules', () => {
  it('tell an overdue task from a silent one', () => {
    const late = evaluateTaskOverdue('2.01', '04', schedule('2025-07-20', 0.4));
    expect(vi(late)).toBe('04: 2.01 quá hạn 11 ngày (hạn 2025-07-20), mới thực hiện 40%.');
    expect(vi(evaluateTaskOverdue('2.01', '04', schedule('2025-07-20', 0.4, 3)))).toBe(
      '04: 2.01 quá hạn 11 ngày (hạn 2025-07-20), mới thực hiện 40% (theo báo cáo của 3 kỳ trước).',
    );
    expect(evaluateTaskOverdue('2.01', '04', schedule('2025-07-20', null)).condition).toBe('noData');
    expect(evaluateTaskDueSoon('2.01', '04', schedule('2025-07-20', 0.4), rules).condition).toBe('clear');
    expect(state(evaluateTaskDueSoon('2.01', '04', schedule('2025-08-02', 0.4), rules))).toBe(
      'holds warning',
    );
  });

  it('call a coverage low by its share, critical below half of the threshold, unknown without reports', () => {
    const low = (green: number, notReported = 0) =>
      evaluateCoverageLow(
        '04',
        evaluateCoverage({ green, yellow: 0, red: 56 - green - notReported, notReported }, RULES.coverage),
        rules,
      );
    expect([low(3), low(14), low(20), low(28), low(0, 56)].map(state)).toEqual([
      'holds critical',
      'holds warning',
      'holds warning',
      'clear warning',
      'noData critical',
    ]);
    expect(vi(low(3))).toBe('04: độ phủ xanh 5,36% (3/56), dưới 50%.');
  });

  it('call a coverage low only where it is so at both ends, and clear only where it is not at either', () => {
    const low = (green: number, notReported: number, unanswered = 0) =>
      evaluateCoverageLow(
        '04',
        evaluateCoverage(
          { green, yellow: 0, red: 56 - green - notReported, notReported },
          RULES.coverage,
          unanswered,
        ),
        rules,
      );
    expect([low(20, 7), low(20, 8), low(20, 7, 1), low(28, 28)].map(state)).toEqual([
      'holds warning',
      'noData warning',
      'noData warning',
      'clear warning',
    ]);
    expect(vi(low(20, 7))).toBe(
      '04: độ phủ xanh 35,71% (20/56), nhiều nhất 48,21% nếu những xã chưa báo cáo hay chưa trả lời hết đều đạt, vẫn dưới 50%.',
    );
  });

  it('call few applications online low by their share, critical below half of the threshold', () => {
    const thresholds = {
      direction: 'up' as const,
      greenFrom: 0.7,
      yellowFrom: 0.5,
      weight: 1,
      ...LATER_THRESHOLDS,
    };
    const online = { code: 'applications_online', kind: 'ratio' as const, thresholds };
    const low = (value: number | null) => {
      const figure = value === null ? undefined : { value, numerator: null, denominator: null };
      return evaluateOnlineLow('79', evaluateIndicator(online, figure), rules);
    };
    expect([low(0), low(0.24), low(0.25), low(0.49), low(0.5), low(null)].map(state)).toEqual([
      ...['holds critical', 'holds critical', 'holds warning', 'holds warning', 'clear warning'],
      'noData warning',
    ]);
  });

  it('call only answers lacking, and wait for silent communes before a criterion is complete', () => {
    const judge = (met: number, notMet: number, notReported: number) =>
      state(evaluateCriterionMissing('56', 'certificate_public', { met, notMet, notReported }));
    expect([judge(45, 5, 0), judge(46, 5, 0)]).toEqual(['holds warning', 'holds notice']);
    expect([judge(60, 0, 5), judge(65, 0, 0), judge(0, 0, 65)]).toEqual([
      ...['noData notice', 'clear notice', 'noData warning'],
    ]);
  });

  it('speak of a task that is due today, and of one due on the last day of the rule', () => {
    const dueSoon = ['2025-07-31', '2025-08-07', '2025-08-08'].map((deadline) =>
      evaluateTaskDueSoon('2.01', '04', schedule(deadline, 0.4), rules),
    );
    expect(dueSoon.map(({ condition }) => condition)).toEqual(['holds', 'holds', 'clear']);
  });

  it('call a fall of exactly the threshold a fall', () => {
    const before = { value: 0.6, low: 0.6, cut: 'month-2025-07' };
    const fall = (after: number | null) =>
      evaluateOnlineFalling('79', 'applications_online', before, after, rules);
    expect([fall(0.5), fall(0.51), fall(null)].map(({ condition }) => condition)).toEqual([
      'holds',
      'clear',
      'noData',
    ]);
    expect(vi(fall(0.45))).toBe(
      '79: applications_online giảm từ 60% (month-2025-07) xuống 45% (mất 15 điểm phần trăm; ngưỡng 10).',
    );
    // With what was silent then it may have been 0.5: nobody can tell, and nothing that is silent now is asked for.
    const open = { ...before, low: 0.5 };
    const unsure = evaluateOnlineFalling('79', 'applications_online', open, 0.45, rules);
    expect([unsure.condition, unsure.missing]).toEqual(['noData', null]);
    const silent = evaluateOnlineFalling('79', 'applications_online', before, 0.55, rules, {
      low: 0.4,
      high: 0.7,
    });
    expect([silent.condition, silent.missing]).toEqual(['noData', 'warning']);
  });

  it('let a gap last before it fires, and not end without evidence', () => {
    const gap = (operating: 'red' | 'green' | 'noEvidence', months: number) =>
      evaluateGapAlert('11629', evaluateGap('green', operating), { months, cuts: 5 * months }, rules);
    expect([gap('red', 1), gap('red', 2), gap('green', 0), gap('noEvidence', 3)].map(state)).toEqual([
      'clear critical',
      'holds critical',
      'clear warning',
      'noData warning',
    ]);
  });

  it('hold an open gap as long as there is one, however young its cell', () => {
    const gap = (operating: 'red' | 'green', isOpen: boolean) =>
      state(
        evaluateGapAlert('11629', evaluateGap('green', operating), { months: 1, cuts: 1, isOpen }, rules),
      );
    expect([gap('red', true), gap('red', false), gap('green', true)]).toEqual([
      'holds critical',
      'clear critical',
      'clear warning',
    ]);
  });

  it('end a gap that is alerted only by what was said, and keep it as grave as it was', () => {
    const gap = (reported: 'green' | 'yellow' | 'red', atMost: number, from = 1) => {
      const state = { months: 3, cuts: 9, isOpen: true, from, atMost };
      return evaluateGapAlert('31', evaluateGap(reported, 'red'), state, rules);
    };
    expect([gap('red', 0), gap('red', 2), gap('yellow', 1, 2), gap('yellow', 2, 2)].map(state)).toEqual([
      ...['clear warning', 'noData critical', 'clear warning', 'noData critical'],
    ]);
    expect(gap('yellow', 2)).toMatchObject({ condition: 'holds', isAtLeast: true, missing: 'critical' });
  });

  it('call a gap of one colour no more than a warning, and none however long no gap', () => {
    const gap = (reported: 'green' | 'yellow', operating: 'red' | 'green') =>
      state(evaluateGapAlert('31', evaluateGap(reported, operating), { months: 2, cuts: 9 }, rules));
    expect([gap('yellow', 'red'), gap('green', 'green')]).toEqual(['holds warning', 'clear warning']);
  });

  it('miss the report of a commune with a warning, and nothing where nobody is silent', () => {
    const silent = (communes: number, count: number, isDue: boolean) =>
      state(evaluateNoReport('11629', { communes, silent: count, isDue }));
    expect([silent(1, 1, true), silent(1, 0, false)]).toEqual(['holds warning', 'clear notice']);
  });

  it('ask for reports only when they are due', () => {
    const silent = (isDue: boolean, count: number) =>
      evaluateNoReport('04', { communes: 56, silent: count, isDue });
    expect([silent(false, 56), silent(true, 56), silent(true, 3), silent(true, 0)].map(state)).toEqual([
      'noData critical',
      'holds critical',
      'holds notice',
      'clear notice',
    ]);
  });

  it('ask for the outputs of a month by its name, and only when they are due', () => {
    const silent = (isDue: boolean, count: number) =>
      evaluateNoOutputs('04', 'month-2025-07', { communes: 56, silent: count, isDue });
    expect([silent(false, 56), silent(true, 56), silent(true, 3), silent(true, 0)].map(state)).toEqual([
      'noData critical',
      'holds critical',
      'holds notice',
      'clear notice',
    ]);
    expect(explainAlert(silent(true, 3))).toEqual({
      code: 'reason.alert.noReport.outputs',
      values: { unit: '04', cut: 'month-2025-07', silent: 3, communes: 56 },
    });
  });

  it('see a fall from a better colour but none into silence', () => {
    const before = { reported: 'green', cut: 'week-2025-08-04', age: 9 } as const;
    const fall = (reported: ReportedStatus, atMost: Colour | null = null) =>
      evaluateRegression('01273', before, { reported, atLeast: atMost === null ? null : 'red', atMost });
    expect([fall('red'), fall('yellow'), fall('green'), fall('notReported')].map(state)).toEqual([
      'holds critical',
      'holds warning',
      'clear warning',
      'noData critical',
    ]);
    expect([fall('undetermined', 'green'), fall('undetermined', 'yellow')].map(state)).toEqual([
      'noData critical',
      'holds warning',
    ]);
    expect(fall('undetermined', 'yellow').missing).toBe('critical');
    expect(evaluateRegression('01273', null, { reported: 'red' }).condition).toBe('noData');
    expect(vi(fall('red'))).toBe('01273: tụt từ XANH (week-2025-08-04, 9 kỳ trước) xuống ĐỎ.');
  });

  it('ask about a province in which many more communes are GREEN overnight', () => {
    const turned = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ code: String(20_001 + at) }));
    const rise = (communes: number, greenBefore: number, greenNow: number) =>
      evaluateSuspectOvernight(
        '20',
        { communes, greenBefore, greenNow, turned: turned(Math.max(0, greenNow - greenBefore)) },
        RULES.suspicion,
      );
    expect(vi(rise(40, 10, 20))).toBe(
      '20: 10 xã, phường, đặc khu chuyển XANH chỉ trong một kỳ (từ 25% lên 50% của 40 nơi so được): 20001,20002,20003,20004,20005,20006,20007,20008 và 2 nơi nữa; số liệu này có đúng thực tế không?',
    );
    const cases = [rise(36, 10, 19), rise(41, 10, 20), rise(40, 30, 40), rise(40, 20, 10), rise(0, 0, 0)];
    const silent = { communes: 30, greenBefore: 10, greenNow: 12, turned: [], silent: 10, greenSilent: 1 };
    expect(evaluateSuspectOvernight('20', silent, RULES.suspicion).condition).toBe('noData');
    expect([rise(40, 10, 20), ...cases].map(({ condition }) => condition)).toEqual([
      ...['holds', 'clear', 'clear', 'holds', 'clear', 'noData'],
    ]);
  });

  it('ask about deadline days, green without records, and signatures', () => {
    expect(vi(evaluateSuspectDeadlineDay('04', 10, 9, rules))).toBe(
      '04: 9/10 nhiệm vụ (90%) báo xong đúng ngày hết hạn; có báo cáo để kịp hạn không?',
    );
    expect([5, 4].map((done) => evaluateSuspectDeadlineDay('04', done, done, rules).condition)).toEqual([
      ...['holds', 'clear'],
    ]);
    expect([8, 7].map((day) => evaluateSuspectDeadlineDay('04', 10, day, rules).condition)).toEqual([
      ...['holds', 'clear'],
    ]);
    expect(evaluateSuspectSignatures('01273', 25, 25).condition).toBe('clear');
    expect(evaluateSuspectSignatures('01273', null, 25).condition).toBe('noData');
    expect(evaluateSuspectSignatures('01273', 25, null).condition).toBe('noData');
    const green = (reported: ReportedStatus, reportedAtMost: Colour | null, records: number | null) =>
      evaluateSuspectGreenNoRecords('01273', { reported, reportedAtMost }, records).condition;
    expect(green('green', 'green', 0)).toBe('holds');
    expect(green('green', 'green', null)).toBe('noData');
    expect([green('red', 'red', 0), green('red', 'green', 0), green('red', 'green', 4)]).toEqual([
      ...['clear', 'noData', 'clear'],
    ]);
    expect([0, 8].map((unsaid) => evaluateSuspectDeadlineDay('04', 10, 7, rules, unsaid).condition)).toEqual([
      ...['clear', 'noData'],
    ]);
    expect(vi(evaluateSuspectSignatures('01273', 0, 25))).toBe(
      '01273: báo 25 văn bản, hồ sơ đã ký số nhưng chỉ có 0 chữ ký số; ký bằng gì?',
    );
  });
});
