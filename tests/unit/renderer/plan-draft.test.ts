import { expect, it } from 'vitest';
import {
  completed,
  judgeDraft,
  newItem,
  valueAt,
  withMore,
  without,
  withValue,
} from '#renderer/views/plan-revisions/draft-plan.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { compareRevisions } from '#shared/domain/plan-change.ts';
import { smallPlan } from '#tests/fixtures/plan/small-plan.ts';

const before = smallPlan();
const rules = defaultRuleSet(before.indicators);
const FROM = '2025-10-01';
const world = {
  ...{ before, from: FROM },
  use: { indicators: new Set(['share']), tasks: new Set(['1.01']) },
  units: new Set(['VN', '31', '11629']),
};
const faults = (draft: Plan) =>
  judgeDraft(draft, world).problems.map(({ path, reason }) => `${path} ${reason.code.split('.').at(-1)}`);
const extension = { from: FROM, deadline: '2026-06-30', document: '12/QĐ', reason: 'Chờ nghị định' };

it('changes a value, a list in a list, and leaves everything else as it is', () => {
  const longer = withMore(before, 'tasks.1.extensions', extension);
  const changed = withValue(longer, 'tasks.1.extensions.0.deadline', '2026-09-30');
  expect(valueAt(changed, 'tasks.1.extensions.0.deadline')).toBe('2026-09-30');
  expect(changed.tasks[0]).toBe(before.tasks[0]);
  expect(before.tasks[1]?.extensions).toEqual([]);
  expect(without(changed, 'tasks.1.extensions.0')).toEqual(before);
  expect(withValue(before, 'tasks.9.name', 'x')).toEqual(before);
});

it('finds nothing wrong with a plan as it is, nor with an extension that says all', () => {
  expect(faults(before)).toEqual([]);
  expect(faults(withMore(before, 'tasks.0.extensions', extension))).toEqual([]);
});

it('tells at each field of an extension what is missing, and that one holds from a day that has passed', () => {
  const empty = withMore(before, 'tasks.0.extensions', {
    from: FROM,
    deadline: '',
    document: ' ',
    reason: '',
  });
  expect(faults(empty)).toEqual(
    expect.arrayContaining(
      ['deadline', 'document', 'reason'].map((field) => `tasks.0.extensions.0.${field} empty`),
    ),
  );
  expect(faults(empty).filter((one) => one.includes('deadline'))).toHaveLength(1);
  const past = withMore(before, 'tasks.0.extensions', { ...extension, from: '2025-09-01' });
  expect(faults(past)).toEqual(['tasks.0.extensions extensionInThePast']);
});

it('tells at the field of an indicator what contradicts itself or was emptied', () => {
  expect(faults(withValue(before, 'indicators.1.yellowFrom', 0.9))).toEqual([
    'indicators.1.yellowFrom overlap',
  ]);
  expect(faults(withValue(before, 'indicators.1.greenFrom', Number.NaN))).toEqual([
    'indicators.1.greenFrom empty',
  ]);
  expect(faults(withValue(before, 'indicators.1.kind', 'count'))).toContain('indicators.1.kind hasFigures');
});

it('says once that a target is missing, of the country or of one province', () => {
  const own = withValue(before, 'tasks.1.outputs.0.provinces', [{ province: '31', target: Number.NaN }]);
  expect(faults(own)).toEqual(['tasks.1.outputs.0.provinces.0.target empty']);
  expect(faults(withValue(before, 'tasks.1.outputs.0.target', null))).toEqual([
    'tasks.1.outputs.0.target empty',
  ]);
});

it('retires what a draft no longer names, and begins what is new on its day', () => {
  const draft = withMore(
    without(before, 'indicators.0'),
    'tasks',
    newItem(before, 'tasks', { code: '1.03', name: 'Ba' }, FROM),
  );
  const { plan, problems } = judgeDraft(withValue(draft, 'tasks.2.group', 'N1'), world);
  expect(problems).toEqual([]);
  expect(
    compareRevisions({ plan: before, rules }, { plan, rules }).map(
      ({ part, code, kind }) => `${part} ${code} ${kind}`,
    ),
  ).toEqual(['indicators met retired', 'tasks 1.03 added']);
  expect(plan.tasks[2]).toMatchObject({ from: FROM, start: FROM, deadline: '2026-12-31' });
});

it('says in English and in short what was left empty with the name', () => {
  const draft = withMore(before, 'groups', newItem(before, 'groups', { code: 'N2', name: 'Nhóm hai' }, FROM));
  expect(faults(draft)).toEqual([]);
  expect(completed(draft).groups[1]).toEqual({
    ...{ code: 'N2', name: 'Nhóm hai', nameEn: 'Nhóm hai' },
    ...{ shortName: 'Nhóm hai', shortNameEn: 'Nhóm hai' },
  });
});
