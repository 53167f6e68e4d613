import { describe, expect, it } from 'vitest';
import type { TaskState } from '#shared/domain/model.ts';
import { evaluateProgress, explainProgress } from '#shared/domain/province-progress.ts';
import { evaluateOutcome, evaluateTaskOutput, explainOutcome } from '#shared/domain/task-outcome.ts';
import { evaluateSchedule, explainSchedule } from '#shared/domain/task-schedule.ts';
import { render } from '#tests/properties/sentences.ts';

const rules = { redOverdueMoreThan: 1, dueWithinDays: 7, paceTolerance: 0.15 };
const today = '2025-07-31';
const task = (deadline: string, state: TaskState | null, progress = 0.5, start = '2025-07-01', age = 0) =>
  evaluateSchedule({ start, deadline }, state === null ? null : { state, progress, age }, today, rules);
const START = '2025-07-01';
const vi = (reasons: Parameters<typeof render>[0][]) => reasons.map((reason) => render(reason, 'vi'));

describe('evaluateSchedule', () => {
  it('counts the deadline day itself as in time and the day after as late', () => {
    expect(task('2025-07-31', 'inProgress').schedule).toBe('dueSoon');
    expect(task('2025-07-30', 'inProgress')).toMatchObject({ schedule: 'overdue', daysLeft: -1 });
  });

  it('takes what is done as whole, whatever share was said before', () => {
    expect(task('2025-08-07', 'done', 0.4)).toMatchObject({ progress: 1, isBehindPace: false });
  });

  it('knows done from every date, and due soon from the days of the rule', () => {
    const schedules = [
      task('2025-06-30', 'done', 1, '2025-06-01'),
      task('2025-08-07', 'inProgress'),
      task('2025-08-08', 'inProgress'),
      task('2025-07-01', 'blocked', 0, '2025-06-01'),
    ];
    expect(schedules.map(({ schedule }) => schedule)).toEqual(['done', 'dueSoon', 'onTime', 'overdue']);
  });

  it('never calls a silent task late, nor one that has not begun silent', () => {
    const silent = task('2025-07-10', null);
    const later = task('2025-12-31', null, 0, '2025-09-01');
    expect([silent.schedule, silent.empty, silent.progress]).toEqual(['notReported', 'notReported', null]);
    expect([later.schedule, later.empty]).toEqual(['onTime', 'notYetDue']);
    expect(task('2025-12-31', null, 0, today).empty).toBe('notReported');
    const due = explainSchedule(task(today, null));
    expect(vi([...explainSchedule(silent), ...due, ...explainSchedule(later)])).toEqual([
      'Chưa có báo cáo; hạn 2025-07-10 đã qua 21 ngày, chưa biết xong hay chưa.',
      'Chưa có báo cáo; hạn 2025-07-31, còn 0 ngày.',
      'Chưa đến kỳ: bắt đầu 2025-09-01, hạn 2025-12-31.',
    ]);
  });

  it('calls a task behind pace when it lags more than the tolerance', () => {
    // 30 of 37 days have passed: 81%; the tolerance lets 66% pass.
    expect(task('2025-08-07', 'inProgress', 0.67).isBehindPace).toBe(false);
    expect(task('2025-08-07', 'inProgress', 0.65).isBehindPace).toBe(true);
    // Half of 60 days have passed, so 35% is just within the tolerance.
    expect(task('2025-08-30', 'inProgress', 0.35).isBehindPace).toBe(false);
    expect(vi(explainSchedule(task('2025-08-07', 'blocked', 0.3)))).toEqual([
      'Sắp đến hạn: còn 7 ngày, hạn 2025-08-07; đã thực hiện 30%.',
      'Chậm nhịp: mới thực hiện 30% khi đã qua 81,08% thời gian.',
      'Đơn vị báo cáo đang vướng mắc, chưa làm tiếp được.',
    ]);
  });
});

describe('evaluateProgress', () => {
  const late = task('2025-07-10', 'inProgress');
  const fine = task('2025-12-31', 'inProgress');
  const behind = task('2025-08-07', 'inProgress', 0.3);
  const silent = task('2025-12-31', null);
  const silentLate = task('2025-07-10', null);
  const notBegun = task('2025-12-31', null, 0, '2025-09-01');
  const cases: [string, ReturnType<typeof task>[], string][] = [
    ['everything in time', [fine, fine], 'green'],
    ['one task overdue', [fine, late], 'yellow'],
    ['more overdue than allowed', [late, late, fine], 'red'],
    ['one due soon and behind pace', [fine, behind], 'yellow'],
    ['one running task without a report', [fine, silent], 'green'],
    ['one silent task past its deadline', [fine, silentLate], 'undetermined'],
    ['a silent task on its deadline day', [fine, task(today, null)], 'undetermined'],
    [
      'a silent task that is due soon and has just begun',
      [fine, task('2025-08-05', null, 0, today)],
      'green',
    ],
    ['many silent tasks past their deadline', [fine, silentLate, silentLate, silentLate], 'undetermined'],
    ['RED whatever the silent ones are', [late, late, silentLate], 'red'],
    ['what was said four reports ago', [task('2025-12-31', 'done', 1, START, 4)], 'green'],
    ['nothing but what is older', [task('2025-12-31', 'done', 1, START, 5)], 'yellow'],
    ['something newer beside it', [fine, task('2025-12-31', 'done', 1, START, 5)], 'green'],
    ['old states that are late', [task('2025-07-10', 'inProgress', 0, START, 9), late], 'red'],
    ['nothing reported', [silent, silentLate, notBegun], 'notReported'],
    ['no task at all', [], 'notReported'],
  ];
  for (const [title, tasks, status] of cases) {
    it(`gives ${status} for ${title}`, () => {
      expect(evaluateProgress(tasks, rules).status).toBe(status);
    });
  }

  it('says no more than there is to say', () => {
    const codes = (...tasks: ReturnType<typeof task>[]) =>
      explainProgress(evaluateProgress(tasks, rules), 'province').map(({ code }) => code);
    expect(codes(fine)).toEqual(['reason.progress.noneOverdue']);
    expect(codes(late)).toEqual(['reason.progress.overdue']);
    expect(codes(silent)).toEqual(['reason.progress.notReported']);
    expect(codes()).toEqual(['reason.progress.noTasks']);
  });

  it('says the verdict and what keeps it from being better', () => {
    expect(
      vi(explainProgress(evaluateProgress([late, behind, silentLate, silent], rules), 'province')),
    ).toEqual([
      'CHƯA ĐỦ BẰNG CHỨNG (ít nhất ĐỎ, nhiều nhất VÀNG): 1 nhiệm vụ quá hạn; quá 1 nhiệm vụ là ĐỎ.',
      '1 nhiệm vụ đến hạn trong 7 ngày tới mà chậm so với nhịp cần có.',
      '1 nhiệm vụ đã qua hạn mà chưa từng được báo cáo: chưa biết quá hạn hay đã xong.',
      '1 nhiệm vụ chưa từng được báo cáo, chưa đến hạn.',
    ]);
  });

  it('judges what was never reported at both ends, and leaves certain what it cannot change', () => {
    const bounds = (...tasks: ReturnType<typeof task>[]) => {
      const { atLeast, atMost } = evaluateProgress(tasks, rules);
      return [atLeast, atMost];
    };
    expect(bounds(fine, silentLate)).toEqual(['yellow', 'green']);
    expect(bounds(fine, silentLate, silentLate)).toEqual(['red', 'green']);
    expect(bounds(late, silentLate)).toEqual(['red', 'yellow']);
    expect(bounds(behind, silentLate)).toEqual(['yellow', 'yellow']);
    expect(bounds(silentLate, silent)).toEqual([null, null]);
  });

  it('says how old the states are that it rests on', () => {
    const old = (age: number) => task('2025-12-31', 'done', 1, START, age);
    expect(vi(explainProgress(evaluateProgress([fine, old(3)], rules), 'province'))).toEqual([
      'XANH: không có nhiệm vụ quá hạn; 1/2 nhiệm vụ đã báo cáo là hoàn thành.',
      '1/2 nhiệm vụ tính theo báo cáo của các kỳ trước: trạng thái còn hiệu lực, chỉ cũ đi.',
    ]);
    expect(vi(explainProgress(evaluateProgress([old(5), old(6)], rules), 'province'))).toEqual([
      'VÀNG: không có nhiệm vụ quá hạn; 2/2 nhiệm vụ đã báo cáo là hoàn thành.',
      'Cả 2 trạng thái đã biết đều cũ hơn 4 kỳ báo cáo, nên không còn đủ để là XANH.',
    ]);
    expect(vi(explainSchedule(old(3)).slice(1))).toEqual([
      'Theo báo cáo của 3 kỳ trước: chưa có báo cáo mới.',
    ]);
  });
});

describe('evaluateOutcome', () => {
  const output = (value: number | null) =>
    evaluateTaskOutput(
      { indicator: 'documents_signed', kind: 'ratio', direction: 'up', target: 0.9 },
      value === null ? undefined : { value, numerator: null, denominator: null },
    );
  const done = task('2025-08-31', 'done', 1);
  const open = task('2025-08-31', 'inProgress');
  const late = task('2025-07-10', 'inProgress');
  const cases: [string, ReturnType<typeof task>, (number | null)[], string][] = [
    ['done and all outputs reach their target', done, [0.9, 1], 'doneWorking'],
    ['done and one output fails', done, [0.95, 0.4], 'doneNotWorking'],
    ['done and one output is a real zero', done, [0], 'doneNotWorking'],
    ['done and one output is silent', done, [0.95, null], 'doneNoEvidence'],
    ['done and one fails while another is silent', done, [0.4, null], 'doneNotWorking'],
    ['done without outputs', done, [], 'doneNoEvidence'],
    ['working before it is done', open, [0.95], 'workingBeforeDone'],
    ['in time, not done, no result yet', open, [0.2], 'open'],
    ['late, although it works', late, [0.95], 'late'],
    ['not begun', task('2025-12-31', null, 0, '2025-09-01'), [0.95], 'notYetDue'],
    ['silent', task('2025-07-10', null), [0.95], 'notReported'],
  ];
  for (const [title, schedule, values, outcome] of cases) {
    it(`gives ${outcome} for ${title}`, () => {
      expect(evaluateOutcome(schedule, values.map(output)).outcome).toBe(outcome);
    });
  }

  it('tells a task without outputs from one whose outputs are silent', () => {
    const heads = [[], [output(null)]].map(
      (outputs) => explainOutcome(evaluateOutcome(done, outputs))[0]?.code,
    );
    expect(heads).toEqual(['reason.outcome.doneNoOutputs', 'reason.outcome.doneNoEvidence']);
    const [head] = explainOutcome(evaluateOutcome(open, []));
    expect(head?.code).toBe('reason.outcome.open');
  });

  it('says which output fails by how much', () => {
    expect(vi(explainOutcome(evaluateOutcome(done, [output(0.4)])))).toEqual([
      'Báo cáo hoàn thành nhưng chưa vận hành: có kết quả đầu ra chưa đạt mục tiêu (theo dõi 1).',
      'documents_signed: 40%, mục tiêu từ 90%: chưa đạt mục tiêu.',
    ]);
  });
});
