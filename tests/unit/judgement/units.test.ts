import { expect, test } from 'vitest';
import { statusCutBefore } from '#main/core/judge/alerts/cut-facts.ts';
import { findTasks } from '#main/core/judge/alerts/find-tasks.ts';
import { judgeTasks } from '#main/core/judge/judgement/tasks.ts';
import { judgeUnits } from '#main/core/judge/judgement/units.ts';
import { momentCut, monthCut, weekCut } from '#shared/domain/cuts.ts';
import { evaluateOperating } from '#shared/domain/operating.ts';
import { RULES } from '#tests/properties/arbitraries.ts';

const unit = (
  id: number,
  code: string,
  level: 'country' | 'province' | 'commune',
  parentId: number | null,
) => ({
  ...{ id, code, level, parentId },
});
const UNITS = [
  unit(1, 'VN', 'country', null),
  unit(2, '31', 'province', 1),
  unit(3, '11446', 'commune', 2),
  unit(4, '11629', 'commune', 2),
  unit(5, '56', 'province', 1),
];
const GROUND = {
  units: UNITS,
  positions: new Map(UNITS.map(({ id }, position) => [id, position])),
  places: [0, 1, 4].map((position) => {
    const members = position === 4 ? [] : [2, 3];
    return { unit: UNITS[position] ?? unit(0, '', 'commune', null), position, members };
  }),
};
const TASK = { id: 1, code: '2.01', scope: 'province', start: '2025-07-01', deadline: '2025-07-31' } as const;
const REPORT = { state: 'inProgress' as const, progress: 0.4, age: 0, cut: 'week-2025-07-28' };
/** The task at both provinces and of all together, where these have reported that they are at it. */
const tasksWhere = (provinces: readonly number[]) =>
  judgeTasks({
    tasks: [TASK],
    outputs: new Map(),
    states: new Map([[1, new Map(provinces.map((id) => [id, REPORT]))]]),
    ...{ provinceIds: [2, 5], countryId: 1, today: '2025-08-01', rules: RULES.province },
    sumAt: () => ({ figure: undefined, bounds: null }),
  });
const tasks = tasksWhere([2]);
const month = {
  ...{ outputs: [], figures: [], bounds: new Map(), operatingCounts: new Map() },
  operating: UNITS.map(() => evaluateOperating([], [], RULES.operating)),
  operatingTexts: () => [],
  totals: () => [],
};
const marks = [[], [1], [1], [], []];
const units = judgeUnits({ ground: GROUND, month, criteria: ['devices'], marks, tasks, rules: RULES });

test('the country and a province count their communes, the silent ones apart, and no mark of their own', () => {
  const counts = { green: 1, yellow: 0, red: 0, notReported: 1 };
  expect(units.map(({ reported, counts: below }) => [reported, below])).toEqual([
    ['notReported', counts],
    ['yellow', counts],
    ['green', null],
    ['notReported', null],
    ['notReported', { green: 0, yellow: 0, red: 0, notReported: 0 }],
  ]);
});

test.each([
  [[2], ['unit:31|task:2.01 taskOverdue']],
  [
    [2, 5],
    ['unit:31|task:2.01 taskOverdue', 'unit:56|task:2.01 taskOverdue'],
  ],
])('an overdue task is alerted of the bodies that owe it, %j', (late, alerts) => {
  const judged = {
    units,
    tasks: tasksWhere(late),
    taskKeys: [TASK],
    criteria: [],
    marks,
    ground: GROUND,
    month,
  };
  const facts = { judged, rules: RULES.alerts } as unknown as Parameters<typeof findTasks>[0];
  const raised = findTasks(facts).filter(({ evaluation }) => evaluation.condition === 'holds');
  expect(raised.map(({ subject, evaluation }) => `${subject} ${evaluation.rule}`)).toEqual(alerts);
});

test('alerts go from one status cut to the next, also at one instant, and never to a month', () => {
  const periods = [
    weekCut('2025-07-28'),
    monthCut('2025-07'),
    momentCut('2025-07-28', 16),
    weekCut('2025-08-04'),
  ];
  const cuts = periods.map((cut, id) => {
    const rest = { label: null, corrected: 0, revision: null, wasPicture: 1 } as const;
    return { ...cut, id, dueAt: cut.asOf, state: 'collecting' as const, ...rest };
  });
  const [week, , moment, next] = cuts;
  expect(moment && statusCutBefore(cuts, moment)).toBe(week);
  expect(next && statusCutBefore(cuts, next)).toBe(moment);
});
