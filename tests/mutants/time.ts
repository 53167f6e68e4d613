import { mutantsOf } from './mutant.ts';

const TASKS = 'tests/unit/domain/tasks.test.ts';
const PERIODS = 'tests/unit/domain/periods-and-classes.test.ts';

/** Deadlines, days and cuts. */
export const TIME_MUTANTS = [
  {
    what: 'a workplace that begins late in a month has no week to send the month before',
    file: 'shared/domain/calendar.ts',
    from: 'Math.max(usual?.dueDay ?? 1, Number(day.slice(8)) + DAYS_TO_COLLECT)',
    to: 'Math.max(usual?.dueDay ?? 1, 1)',
    tests: ['tests/integration/calendar.test.ts'],
  },
  {
    what: 'a due hour may lie before the end of its cut',
    file: 'main/core/desk/calendar/change.ts',
    from: 'if (Date.parse(dueAt) >= Date.parse(asOf)) return;',
    to: 'if (dueAt !== asOf) return;',
    tests: ['tests/integration/calendar.test.ts'],
  },
  {
    what: 'nobody is asked before a nearly empty cut becomes the picture',
    file: 'main/core/take/intake/closing.ts',
    from: "if (!anyway && cut.state !== 'closed' && isBegun(cut, at))",
    to: "if (!anyway && cut.state === 'closed' && isBegun(cut, at))",
    tests: ['tests/integration/calendar.test.ts'],
  },
  ...mutantsOf(
    'shared/domain/task-schedule.ts',
    [TASKS],
    [
      [
        'a silent task past its deadline is called late',
        'if (report === null) return',
        "if (report === null && daysLeft < 0) return 'overdue';\n  if (report === null) return",
      ],
      ['the deadline day is already late', 'if (daysLeft < 0) return', 'if (daysLeft <= 0) return'],
      ['the last day of due soon is missed', 'daysLeft <= dueWithinDays', 'daysLeft < dueWithinDays'],
      [
        'a task that begins today has not begun',
        'daysBetween(start, today) >= 0',
        'daysBetween(start, today) > 0',
      ],
      [
        'lagging by exactly the tolerance is behind pace',
        'progress < expected - rules',
        'progress <= expected - rules',
      ],
      [
        'a task done is as far as it said before',
        "report.state === 'done' ? 1 : report.progress",
        'report.progress',
      ],
    ],
  ),
  ...mutantsOf(
    'main/core/judge/judgement/tasks.ts',
    ['tests/unit/judgement/tasks.test.ts'],
    [
      [
        'silent provinces make a task of all late',
        'if (isEveryoneDone && task.deadline < today) return null;',
        '',
      ],
      [
        'on the deadline day nobody knows of a task whose reporters are done',
        'task.deadline < today',
        'task.deadline <= today',
      ],
      [
        'a task of all is done when those who spoke are',
        'isEveryoneDone && reported === units',
        'isEveryoneDone',
      ],
      [
        'the progress of some provinces is told as that of all',
        'const isPartial = counts.reported < counts.units',
        'const isPartial = false',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/province-progress.ts',
    [TASKS],
    [
      ['as many overdue tasks as allowed are RED', 'late > limit', 'late >= limit'],
      [
        'silence past a deadline leaves a province GREEN',
        'colourOf(overdue + unreportedLate,',
        'colourOf(overdue,',
      ],
      ['silence before a deadline is on pace', 'dueSoonBehind + unreportedSoon)', 'dueSoonBehind)'],
      ['a silent province is GREEN', 'if (reported === 0) return { atLeast: null, atMost: null };', ''],
      ['states too old to tell are GREEN', ' || stale === reported ?', ' ?'],
    ],
  ),
  ...mutantsOf(
    'main/core/judge/judgement/task-states.ts',
    ['tests/unit/judgement/tasks.test.ts'],
    [
      ['a state does not grow older', 'age: state.age + step', 'age: state.age'],
      [
        'a cut that owes no report makes states older',
        'first !== undefined && first <= cut.asOf ? 1 : 0',
        '1',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/task-outcome.ts',
    [TASKS],
    [['done without outputs is called working', 'outputs.length > 0 && outputs.every', 'outputs.every']],
  ),
  ...mutantsOf(
    'shared/domain/periods.ts',
    [PERIODS],
    [
      ['a week begins on Sunday', '(number + 3) % 7', '(number + 4) % 7'],
      [
        'until seven in the morning it is still yesterday',
        'instant) + VIETNAM_OFFSET_MS).toISOString().slice(0, 10)',
        'instant)).toISOString().slice(0, 10)',
      ],
      ['a month ends a day late', '}-01`) - 1)', '}-01`))'],
      ['30 February is a day', 'dayFromNumber(number) === day ? number : null', 'number'],
    ],
  ),
  ...mutantsOf(
    'shared/domain/cuts.ts',
    [PERIODS],
    [
      [
        'a month speaks only after the cut of its last day',
        `Date.parse(month.asOf) <= Date.parse(at.asOf)`,
        `Date.parse(month.asOf) < Date.parse(at.asOf)`,
      ],
      [
        'a month has the statuses of the cut after it',
        `cut.kind !== 'month' && Date.parse(cut.asOf) <= limit`,
        `cut.kind !== 'month' && Date.parse(cut.asOf) >= limit`,
      ],
      [
        'a cut is not the answer to its own day',
        'vietnamDay(cut.asOf) <= text',
        'vietnamDay(cut.asOf) < text',
      ],
      ['a week follows a month', "(cut.kind === 'month') === isMonth", 'true'],
    ],
  ),
];
