import { expect, test } from 'vitest';
import {
  changedPaths,
  emptyPaths,
  settledRules,
  valueAt,
  withNotAsked,
  withRule,
  withValue,
} from '#renderer/views/rules/draft-rules.ts';
import { RULES } from '#tests/properties/arbitraries.ts';

const PATH = 'alerts.onlineLowBelow';

test('changes one value of a copy', () => {
  const draft = withValue(RULES, PATH, 0.3);
  expect([valueAt(draft, PATH), valueAt(RULES, PATH)]).toEqual([0.3, 0.5]);
  expect(changedPaths(RULES, draft)).toEqual([PATH]);
  expect(changedPaths(RULES, withValue(draft, PATH, 0.5))).toEqual([]);
});

test('has no place for a path that the rules do not have', () => {
  expect(withValue(RULES, 'alerts.none', 1)).toEqual(RULES);
  expect(withValue(RULES, 'alerts.onlineLowBelow.none', 1)).toEqual(RULES);
  expect(valueAt(RULES, 'alerts.none.deeper')).toBeUndefined();
});

test('a rule is switched off from a day on, and on again without a trace', () => {
  const off = withRule(RULES, 'gap', '2025-12-29');
  expect([off.alerts.off, changedPaths(RULES, off)]).toEqual([{ gap: '2025-12-29' }, ['alerts.off.gap']]);
  expect(changedPaths(off, withRule(off, 'gap', null))).toEqual(['alerts.off.gap']);
  expect(changedPaths(RULES, withRule(off, 'gap', null))).toEqual([]);
});

test('an emptied field is changed and named, a zero is only changed', () => {
  const emptied = withValue(RULES, PATH, Number.NaN);
  expect([changedPaths(RULES, emptied), emptyPaths(emptied)]).toEqual([[PATH], [PATH]]);
  expect(changedPaths(emptied, withValue(emptied, PATH, Number.NaN))).toEqual([]);
  const zero = withValue(RULES, PATH, 0);
  expect([changedPaths(RULES, zero), emptyPaths(zero)]).toEqual([[PATH], []]);
});

test('a unit is not asked an indicator, a second one, and everything again', () => {
  const one = withNotAsked(RULES, '00004', ['signed_results']);
  expect(changedPaths(RULES, one)).toEqual(['notAsked.00004']);
  const two = withNotAsked(one, '00004', ['signed_results', 'applications_online']);
  expect(two.notAsked['00004']).toEqual(['applications_online', 'signed_results']);
  expect(changedPaths(one, two)).toEqual(['notAsked.00004']);
  expect(changedPaths(RULES, withNotAsked(two, '00004', null))).toEqual([]);
});

test('a unit that was only begun with is no change and is not saved', () => {
  const begun = withNotAsked(RULES, '00004', []);
  expect([changedPaths(RULES, begun), settledRules(begun)]).toEqual([[], RULES]);
});
