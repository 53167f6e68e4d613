import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { Client } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { ReportPart } from '#shared/domain/entry.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const KEY = { who: 'Lê Thị An', unit: '31', cut: 'week-2025-12-29' };
const MONTH = 'month-2025-12';

let application: Application;
let client: Client;
let tasks: string[];
beforeAll(async () => {
  application = await createApp({
    dataFolder: filledFolder(),
    restart: () => undefined,
    openWorkspace: async () => null,
  });
  client = application.client;
  tasks = (await gridTasks()).rows.map(({ task }) => task);
});
afterAll(() => application.close());
beforeEach(async () => {
  for (const { who, unit, cut } of await client.entry.drafts())
    await client.entry.discard({ who, unit, cut });
});

type Said = Partial<Record<ReportPart, string>>;
const cellsOf = (task: string, said: Said, unit = KEY.unit) =>
  Object.entries(said).map(([part, text]) => ({ unit, indicator: task, part: part as ReportPart, text }));
const type = (task: string, said: Said) => client.entry.save({ ...KEY, cells: cellsOf(task, said) });
const verdictsOf = async (task: string, said: Said, of: { unit: string; cut: string } = KEY) => {
  const cells = cellsOf(task, said, of.unit);
  const { verdicts } = await client.entry.check({ unit: of.unit, cut: of.cut, cells });
  return verdicts.map(({ severity, code, part }) => `${severity} ${code} ${part}`);
};
async function gridTasks(unit = KEY.unit, cut = KEY.cut) {
  const { tasks: found } = await client.entry.grid({ unit, cut });
  if (found === null) throw new Error('No tasks');
  return found;
}
const inForce = async (task: string) => (await gridTasks()).reports.find((one) => one.task === task) ?? null;
const commit = async () => {
  const { revision } = await client.entry.preview(KEY);
  return (await outcomeOf(await client.entry.commit({ ...KEY, revision, confirmed: true }))).result;
};

describe('the sheet of tasks', () => {
  it('has the tasks that the body reports on: a province its own, the centre its own, a commune none', async () => {
    const { tasks: all } = await client.plan.tasks({ cut: KEY.cut });
    const scopes = new Map(all.map(({ code, scope }) => [code, scope]));
    expect(tasks.length).toBeGreaterThan(20);
    expect(tasks.map((task) => scopes.get(task))).not.toContain('centre');
    const centre = await gridTasks('VN');
    expect(new Set(centre.rows.map(({ task }) => scopes.get(task)))).toEqual(new Set(['centre']));
    expect((await client.entry.grid({ ...KEY, unit: '11629' })).tasks).toBeNull();
    expect((await client.entry.grid({ ...KEY, cut: MONTH })).tasks).toBeNull();
  });

  it('shows what was said last beside what is in force, and the causes of the plan', async () => {
    const { reports, past, causes, isOwed } = await gridTasks();
    expect([isOwed, causes.length > 2]).toEqual([true, true]);
    expect(reports.length + past.length).toBeGreaterThan(20);
    expect(past.every(({ cut }) => cut < KEY.cut)).toBe(true);
  });
});

describe('what is typed of a task', () => {
  it('is judged as a file is: 120%, done in the future, a task outside the scope of the body', async () => {
    const [task = ''] = tasks;
    expect(await verdictsOf(task, { state: 'inProgress', progress: '120%' })).toEqual([
      'error PROGRESS_OUT_OF_RANGE progress',
    ]);
    expect(await verdictsOf(task, { state: 'done', doneOn: '2026-02-01' })).toEqual([
      'error DATE_IN_FUTURE doneOn',
    ]);
    expect(await verdictsOf(task, { state: 'gần xong' })).toEqual(['error STATE_UNKNOWN state']);
    expect(await verdictsOf(task, { state: 'done', doneOn: '' })).toEqual(['error DONE_WITHOUT_DATE doneOn']);
    const { rows } = await gridTasks('VN');
    expect(await verdictsOf(rows[0]?.task ?? '', { state: 'done', doneOn: '2025-12-01' })).toContain(
      'error TASK_OUTSIDE_SCOPE state',
    );
    expect(await verdictsOf('9.99', { state: 'done' })).toEqual(['error TASK_UNKNOWN state']);
    expect(await verdictsOf(task, { state: 'done' }, { unit: KEY.unit, cut: MONTH })).toEqual([
      'error ENTRY_OUTSIDE state',
    ]);
    expect(await verdictsOf(task, { state: 'done' }, { unit: '11629', cut: KEY.cut })).toEqual([
      'error ENTRY_OUTSIDE state',
    ]);
  });

  it('takes the parts that were not typed from what is in force, but for those that are no longer true', async () => {
    const running = (await gridTasks()).reports.find(({ state }) => state === 'inProgress');
    const task = running?.task ?? '';
    expect(await verdictsOf(task, { state: 'done', doneOn: '2025-12-20' })).toEqual([]);
    expect(await verdictsOf(task, { note: 'Chờ hướng dẫn', cause: '1' })).toEqual([
      'error CAUSE_UNKNOWN cause',
    ]);
    const done = (await gridTasks()).reports.find(({ state }) => state === 'done')?.task ?? '';
    expect((await verdictsOf(done, { state: 'inProgress', progress: '70%' })).join()).not.toContain('error');
  });
});

it('is one draft with the figures, committed as one run with its history, and undone as one', async () => {
  const running = (await gridTasks()).reports.find(({ state }) => state === 'inProgress');
  const task = running?.task ?? '';
  const before = await inForce(task);
  await client.entry.save({
    ...KEY,
    cells: [{ unit: '11629', indicator: 'devices', part: 'value', text: '0' }],
  });
  await type(task, { state: 'done', doneOn: '2025-12-20', note: 'Quyết định 12/QĐ-UBND' });
  expect((await client.entry.draft(KEY)).cells).toHaveLength(4);
  const preview = await client.entry.preview(KEY);
  expect([preview.reportTotals, preview.reports[0]?.before?.state]).toEqual([
    { new: 0, changed: 1, same: 0 },
    'inProgress',
  ]);
  const { run, added, changed, same } = await commit();
  expect(added + changed + same).toBe(2);
  expect(await client.entry.drafts()).toEqual([]);
  expect(await inForce(task)).toMatchObject({ state: 'done', progress: 1, note: 'Quyết định 12/QĐ-UBND' });
  expect((await client.intake.runs({}))[0]).toMatchObject({ run, typed: true, who: KEY.who });
  const row = (await client.plan.tasks({ cut: KEY.cut })).tasks.find(({ code }) => code === task);
  expect(row).toBeDefined();
  await client.intake.undo({ run, who: KEY.who, reason: 'Nhập nhầm' });
  const { run: _, ...back } = (await inForce(task)) ?? { run: 0 };
  const { run: __, ...was } = before ?? { run: 0 };
  expect(back).toEqual(was);
});

it('tells the second of two people that the report under the text has changed', async () => {
  const [task = ''] = tasks;
  await type(task, { state: 'blocked', progress: '40%', note: 'một' });
  const other = { ...KEY, who: 'Phạm Bình' };
  await client.entry.save({
    ...other,
    cells: cellsOf(task, { state: 'blocked', progress: '45%', note: 'hai' }),
  });
  expect((await client.entry.draft(KEY)).others).toHaveLength(3);
  const seen = await client.entry.preview(other);
  const { result } = await outcomeOf(
    await client.entry.commit({ ...other, revision: seen.revision, confirmed: true }),
  );
  expect((await client.entry.draft(KEY)).movedReports).toMatchObject([
    { indicator: task, who: other.who, now: { state: 'blocked', progress: 0.45, note: 'hai' } },
  ]);
  await client.intake.undo({ run: result.run, who: other.who });
});

it('lets a province say for itself what its communes are asked, as its own figure', async () => {
  const key = { ...KEY, cut: MONTH };
  const { rows, columns } = await client.entry.grid(key);
  expect(rows[0]).toBe(KEY.unit);
  const indicator = columns.find(({ kind }) => kind === 'ratio')?.indicator ?? '';
  const total = () => client.indicators.get({ code: indicator, cut: KEY.cut });
  const before = JSON.stringify(await total());
  await client.entry.save({
    ...key,
    cells: [
      { unit: KEY.unit, indicator, part: 'numerator', text: '95' },
      { unit: KEY.unit, indicator, part: 'denominator', text: '100' },
    ],
  });
  const { revision } = await client.entry.preview(key);
  const { result } = await outcomeOf(await client.entry.commit({ ...key, revision, confirmed: true }));
  const own = (await client.entry.grid(key)).figures.find((one) => one.unit === KEY.unit);
  expect(own).toMatchObject({ indicator, numerator: 95, denominator: 100 });
  expect(JSON.stringify(await total())).toBe(before);
  await client.intake.undo({ run: result.run, who: key.who });
});
