import { expect, test } from 'vitest';
import { type AlertChoice, alertQueryOf, STATE_TABS } from '#renderer/views/alerts/use-alert-filter.ts';

const CUT = 'week-2025-12-29';
const NOTHING: AlertChoice = {
  ...{ tab: 'firing', severity: null, rule: null, province: null, taskGroup: null },
  ...{ text: '', isNew: false, isGrouped: false },
};
const asked = (choice: Partial<AlertChoice>, cut: string | undefined = CUT) =>
  alertQueryOf({ ...NOTHING, ...choice }, cut);

test('asks for one state, or for every one that is not over', () => {
  expect(STATE_TABS.map((tab) => asked({ tab }).states)).toEqual([
    ...[['firing'], ['acknowledged'], ['snoozed'], ['pending'], ['resolved']],
    undefined,
  ]);
});

test.each([
  [{}, {}],
  [{ severity: 'critical' }, { severities: ['critical'] }],
  [{ rule: 'onlineLow' }, { rules: ['onlineLow'] }],
  [{ province: '31' }, { unit: '31' }],
  [{ taskGroup: '2' }, { taskGroup: '2' }],
  [{ text: 'an lão' }, { text: 'an lão' }],
  [{ isNew: true }, { since: CUT }],
] as const)('%j asks for %j', (choice, query) => {
  expect(asked(choice)).toEqual({ states: ['firing'], ...query });
});

test('cannot ask for what is new while the cut is not known', () => {
  expect(alertQueryOf({ ...NOTHING, isNew: true }, undefined)).toEqual({ states: ['firing'] });
});
