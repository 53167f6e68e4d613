import { expect, test } from 'vitest';
import type { ReportRow } from '#main/core/figures/inputs-store.ts';
import { judgeTasks } from '#main/core/judge/judgement/tasks.ts';
import type { TaskState } from '#shared/domain/model.ts';
import { RULES } from '#tests/properties/arbitraries.ts';

const TASK = { id: 1, code: '2.01', scope: 'province', start: '2025-07-01', deadline: '2025-07-31' } as const;
const COUNTRY = 1;
const PROVINCES = [2, 3, 4];

/** The task of all provinces as a whole; `said` by the id of the province. */
function whole(today: string, said: Readonly<Record<number, readonly [TaskState, number]>>) {
  const reports = Object.entries(said).map(([id, [state, progress]]): [number, ReportRow] => [
    Number(id),
    { taskId: TASK.id, unitId: Number(id), state, progress },
  ]);
  const [first] = judgeTasks({
    tasks: [TASK],
    outputs: new Map(),
    reports: new Map([[TASK.id, new Map(reports)]]),
    provinceIds: PROVINCES,
    countryId: COUNTRY,
    today,
    rules: RULES.province,
    figuresAt: () => undefined,
  });
  return first;
}

const scheduleOf = (...given: Parameters<typeof whole>) => whole(...given)?.outcome.schedule;

test('a task of all provinces is done when every one of them says so', () => {
  const done = whole('2025-07-20', { 2: ['done', 1], 3: ['done', 1], 4: ['done', 1] });
  expect(done).toMatchObject({ unitId: COUNTRY, units: 3, reported: 3, done: 3 });
  expect(done?.outcome.schedule.schedule).toBe('done');
});

test('silence beside provinces that are done is not called late, and on the deadline day it is still running', () => {
  const said = { 2: ['done', 1], 3: ['done', 1] } as const;
  expect(scheduleOf('2025-07-31', said)).toMatchObject({ schedule: 'dueSoon', progress: 1 });
  expect(scheduleOf('2025-08-01', said)).toMatchObject({ schedule: 'notReported', empty: 'notReported' });
});

test('who says that it goes on is late after the deadline; the mean is of those who spoke', () => {
  const said = { 2: ['done', 1], 3: ['inProgress', 0.5] } as const;
  expect(scheduleOf('2025-08-01', said)).toMatchObject({ schedule: 'overdue', progress: 0.75 });
});

test('nobody said anything: not reported', () => {
  expect(whole('2025-08-01', {})).toMatchObject({ reported: 0, done: 0 });
  expect(scheduleOf('2025-08-01', {})?.schedule).toBe('notReported');
});
