import { expect, it } from 'vitest';
import type { Plan } from '#shared/domain/plan.ts';
import { mergePlan, planClashes } from '#shared/domain/plan-merge.ts';
import { smallPlan } from '#tests/fixtures/plan/small-plan.ts';

const base = smallPlan();
const withTask = (plan: Plan, code: string, change: Partial<Plan['tasks'][number]>): Plan => ({
  ...plan,
  tasks: plan.tasks.map((task) => (task.code === code ? { ...task, ...change } : task)),
});

it('keeps what both people changed, also of one task', () => {
  const draft = withTask(base, '1.01', { leadAgency: 'Bộ Nội vụ' });
  const newer = withTask(base, '1.01', { name: 'Tên mới' });
  const [task] = mergePlan(base, draft, newer).tasks;
  expect(task).toMatchObject({ leadAgency: 'Bộ Nội vụ', name: 'Tên mới' });
});

it('lets the draft have the last word about a field that both changed', () => {
  const draft = withTask(base, '1.01', { name: 'Tên của bản nháp' });
  const newer = withTask(base, '1.01', { name: 'Tên mới' });
  expect(mergePlan(base, draft, newer).tasks[0]?.name).toBe('Tên của bản nháp');
});

it('keeps what either added, and leaves out what the draft took out', () => {
  const [first, second] = base.tasks;
  if (first === undefined || second === undefined) throw new Error('The plan has two tasks');
  const draft = { ...base, tasks: [first, { ...second, code: '1.03' }] };
  const newer = { ...base, name: 'Kế hoạch mới', tasks: [...base.tasks, { ...second, code: '1.04' }] };
  const merged = mergePlan(base, draft, newer);
  expect(merged.tasks.map(({ code }) => code)).toEqual(['1.01', '1.04', '1.03']);
  expect(merged.name).toBe('Kế hoạch mới');
});

it('names what the newer revision would lose, and only that', () => {
  const clashes = (draft: Plan, newer: Plan) =>
    planClashes(base, draft, newer).map(({ part, code, field }) => [part, code, field]);
  const renamed = withTask(base, '1.01', { name: 'Tên mới' });
  expect(clashes(withTask(base, '1.01', { leadAgency: 'Bộ Nội vụ' }), renamed)).toEqual([]);
  expect(clashes(renamed, renamed)).toEqual([]);
  expect(clashes(withTask(base, '1.01', { name: 'Tên khác' }), renamed)).toEqual([['tasks', '1.01', 'name']]);
  const without = { ...base, tasks: base.tasks.slice(1) };
  expect([clashes(without, base), clashes(without, renamed), clashes(renamed, without)]).toEqual([
    [],
    [['tasks', '1.01', '']],
    [['tasks', '1.01', '']],
  ]);
  expect(clashes({ ...base, name: 'Một' }, { ...base, name: 'Hai' })).toEqual([['plan', '', 'name']]);
});
