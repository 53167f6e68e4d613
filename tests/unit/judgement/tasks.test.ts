import { expect, test } from 'vitest';
import { statesAt, type TaskState } from '#main/core/judge/judgement/task-states.ts';
import { judgeTasks } from '#main/core/judge/judgement/tasks.ts';
import type { TaskState as State } from '#shared/domain/model.ts';
import { RULES } from '#tests/properties/arbitraries.ts';

const TASK = { id: 1, code: '2.01', scope: 'province', start: '2025-07-01', deadline: '2025-07-31' } as const;
const COUNTRY = 1;
const PROVINCES = [2, 3, 4];

/** The task of all provinces as a whole; `said` by the id of the province, with the age of what it said. */
function whole(today: string, said: Readonly<Record<number, readonly [State, number, number?]>>) {
  const states = Object.entries(said).map(([id, [state, progress, age = 0]]): [number, TaskState] => [
    Number(id),
    { state, progress, age, cut: 'week-2025-07-14' },
  ]);
  const [first] = judgeTasks({
    tasks: [TASK],
    outputs: new Map(),
    states: new Map([[TASK.id, new Map(states)]]),
    provinceIds: PROVINCES,
    countryId: COUNTRY,
    today,
    rules: RULES.province,
    sumAt: () => ({ figure: undefined, bounds: null }),
  });
  return first;
}

const scheduleOf = (...given: Parameters<typeof whole>) => whole(...given)?.outcome.schedule;

test('a task of all provinces is done when every one of them says so', () => {
  const done = whole('2025-07-20', { 2: ['done', 1], 3: ['done', 1], 4: ['done', 1] });
  expect(done).toMatchObject({ unitId: COUNTRY, units: 3, reported: 3, done: 3 });
  expect(done?.outcome.schedule.schedule).toBe('done');
});

test('who never said anything beside provinces that are done: neither done, nor 100%, nor late', () => {
  const said = { 2: ['done', 1], 3: ['done', 1] } as const;
  expect(scheduleOf('2025-07-31', said)).toMatchObject({ schedule: 'dueSoon', progress: null });
  expect(whole('2025-07-31', said)).toMatchObject({ units: 3, reported: 2, done: 2, progressSum: 2 });
  expect(scheduleOf('2025-08-01', said)).toMatchObject({ schedule: 'notReported', empty: 'notReported' });
});

test('who says that it goes on is late after the deadline; the mean is known when all have spoken', () => {
  const said = { 2: ['done', 1], 3: ['inProgress', 0.5] } as const;
  expect(scheduleOf('2025-08-01', said)).toMatchObject({ schedule: 'overdue', progress: null });
  const all = { ...said, 4: ['inProgress', 0] } as const;
  expect(scheduleOf('2025-08-01', all)).toMatchObject({ schedule: 'overdue', progress: 0.5 });
});

test('what was said earlier lasts, and the whole is as old as its oldest word', () => {
  const done = whole('2025-08-20', { 2: ['done', 1], 3: ['done', 1, 3], 4: ['done', 1, 1] });
  expect(done).toMatchObject({ reported: 3, fresh: 1, done: 3 });
  expect(done?.outcome.schedule).toMatchObject({ schedule: 'done', age: 3 });
});

test('nobody said anything: not reported', () => {
  expect(whole('2025-08-01', {})).toMatchObject({ reported: 0, done: 0 });
  expect(scheduleOf('2025-08-01', {})?.schedule).toBe('notReported');
});

test('a state lasts from cut to cut, grows older where the cut owed a report, and ends with the next report', () => {
  const cut = (code: string, kind: 'week' | 'day' = 'week') =>
    ({
      id: 1,
      code,
      kind,
      start: '',
      asOf: '2025-07-14',
      dueAt: '',
      state: 'collecting',
      label: null,
      corrected: 0,
      revision: null,
      wasPicture: 1,
    }) as const;
  const said = (state: State) => [{ taskId: 1, unitId: 2, state, progress: 0.5 }];
  const owed = new Map([['week', '2025-07-07']] as const);
  const first = statesAt(cut('a'), said('inProgress'), new Map(), owed);
  const second = statesAt(cut('b'), [], first, owed);
  const third = statesAt(cut('c', 'day'), [], second, owed);
  const last = statesAt(cut('d'), said('blocked'), third, owed);
  const of = (states: typeof first) => states.get(1)?.get(2);
  expect(of(first)).toEqual({ state: 'inProgress', progress: 0.5, cut: 'a', age: 0 });
  expect(of(second)).toEqual({ state: 'inProgress', progress: 0.5, cut: 'a', age: 1 });
  // No day cut ever carried a task report, so this one owes none.
  expect(of(third)).toEqual(of(second));
  expect(of(last)).toEqual({ state: 'blocked', progress: 0.5, cut: 'd', age: 0 });
});
