import { expect, test } from 'vitest';
import { changedPaths, emptyPaths, valueAt, withRule, withValue } from '#renderer/views/rules/draft-rules.ts';
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
