import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const WHO = 'Trực ban';
const OCTOBER = '2025-10-01';
const [BEFORE, AFTER] = ['week-2025-09-29', 'week-2025-10-06'];

let application: Application;
beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

const states = (cut: string) => {
  const sql = `SELECT unit_id, reported, operating FROM unit_status
    WHERE cut_id = (SELECT id FROM cut WHERE code = ?) ORDER BY unit_id`;
  return application.context.read.prepare(sql).all(cut);
};

it('is begun by the built-in plan, which can be had as a whole', async () => {
  const { plan, revision, used } = await application.client.plan.get({});
  expect([revision.version, revision.validFrom]).toEqual([1, null]);
  expect([plan.tasks.length, plan.indicators.length, plan.pillars.length]).toEqual([58, 19, 3]);
  expect([used.indicators.length, used.tasks.length]).toEqual([19, 58]);
});

it('holds from its day on: a retired indicator keeps its past, a closed cut its colours', {
  timeout: 300_000,
}, async () => {
  const { client } = application;
  await client.intake.close({ cut: 'week-2025-10-13', who: WHO });
  const was = { before: states(BEFORE), closed: states('week-2025-10-13'), after: states(AFTER) };
  const { plan, revision } = await client.plan.get({});
  const indicators = plan.indicators.filter(({ code }) => code !== 'devices');
  const tasks = plan.tasks.map((task) =>
    task.code === '0.02'
      ? {
          ...task,
          extensions: [
            { from: '2025-11-01', deadline: '2026-03-31', document: '12/QĐ-BCĐ', reason: 'Chờ nghị định' },
          ],
        }
      : task,
  );
  const draft = { plan: { ...plan, indicators, tasks }, base: revision.version, from: OCTOBER };
  const preview = await client.plan.preview(draft);
  expect(preview.problems).toEqual([]);
  expect(preview.differences.map(({ part, code, kind }) => `${part} ${code} ${kind}`)).toEqual([
    'indicators devices retired',
    'tasks 0.02 changed',
  ]);
  expect(preview.closed).toEqual(['week-2025-10-13']);
  expect(preview.cuts[0]?.cut).toBe(AFTER);
  await outcomeOf(await client.plan.save({ ...draft, who: WHO, note: 'Bớt một điều kiện' }));
  const moved = states(AFTER).filter((row, at) => JSON.stringify(row) !== JSON.stringify(was.after[at]));
  const [first] = preview.cuts;
  expect(moved.length).toBeGreaterThan(0);
  expect(moved.length).toBeLessThanOrEqual((first?.reported ?? 0) + (first?.operating ?? 0));
  expect([states(BEFORE), states('week-2025-10-13')]).toEqual([was.before, was.closed]);
  const criteria = async (cut: string) => (await client.status.get({ cut })).criteria.map(({ code }) => code);
  expect(await criteria(BEFORE)).toContain('devices');
  expect(await criteria(AFTER)).not.toContain('devices');
  expect(await criteria('week-2025-10-13')).toContain('devices');
  const overdue = async (cut: string) =>
    (await client.plan.tasks({ cut })).tasks.find(({ code }) => code === '0.02');
  expect(await overdue('week-2025-10-27')).toMatchObject({ schedule: 'overdue', deadline: '2025-06-30' });
  expect(await overdue('week-2025-11-03')).toMatchObject({
    deadline: '2026-03-31',
    firstDeadline: '2025-06-30',
  });
  expect((await overdue('week-2025-11-03'))?.schedule).not.toBe('overdue');
  expect((await client.status.get({ cut: AFTER })).ruleVersion).toBe(2);
  expect((await client.status.get({ cut: BEFORE })).ruleVersion).toBe(1);
});
