import { afterAll, expect, test } from 'vitest';
import { distributionOf } from '#main/core/figures/distribution.ts';
import { liveFigures } from '#main/core/figures/live.ts';
import { storedFigure } from '#main/core/figures/unit-figure.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import { groundReader } from '#main/core/ground/units/walk.ts';
import { judgeMonthSteps } from '#main/core/judge/judgement/month.ts';
import { inOneGo } from '#main/core/judge/judgement/pauses.ts';
import { monthCut } from '#shared/domain/cuts.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import { IDS, smallDatabase } from '#tests/fixtures/small-database.ts';
import { RULES } from '#tests/properties/arbitraries.ts';

const ratio = (numerator: number, denominator: number) => ({
  value: numerator / denominator,
  numerator,
  denominator,
});
const count = (value: number) => ({ value, numerator: null, denominator: null });

/** The province says of itself what its communes do not. */
const database = smallDatabase([
  [IDS['31'], IDS.online, ratio(900, 900)],
  [IDS['11446'], IDS.online, ratio(1, 2)],
  [IDS['11629'], IDS.online, ratio(3, 6)],
  [IDS['31'], IDS.support, count(70)],
  [IDS['11446'], IDS.support, count(0)],
]);
afterAll(() => database.close());

const month: CutRecord = {
  ...monthCut('2025-07'),
  id: IDS.month,
  dueAt: '2025-08-05T09:00:00.000Z',
  state: 'collecting',
  label: null,
  corrected: 0,
  revision: null,
  wasPicture: 1,
};
const online = { numerator: 4, denominator: 8, reported: 2, notReported: 0 };
const support = { value: 0, reported: 1, notReported: 1 };

test('what a province sent itself is in no total that is shown; the country comes first', () => {
  const view = {
    ...{ cut: month, statusCut: month, outputsCut: month, tooOld: null },
    ...{ all: [month], monthsAtMost: 2, notAsked: {} },
    active: { version: 1, rules: defaultRuleSet([]) },
  };
  const figures = liveFigures(database, view, { of: 'outputs' });
  expect(figures.map(({ unit, code }) => `${unit} ${code}`)).toEqual([
    'VN applications_online',
    'VN support_operations',
    '31 applications_online',
    '31 support_operations',
  ]);
  expect(figures).toMatchObject([online, support, online, support]);
});

test('nor in one that is judged', () => {
  const ground = groundReader(database)('2025-07-31');
  const keys = listIndicatorKeys(database);
  const judged = inOneGo(judgeMonthSteps(database, { outputsCut: month, tooOld: null }, ground, keys, RULES));
  for (const unit of [IDS['31'], IDS.VN])
    expect(judged.figures[ground.positions.get(unit) ?? -1]).toMatchObject([online, support]);
});

test('a stored total tells what is silent from what is not due and what does not apply', () => {
  const row = { unit: '31', code: 'support_operations', kind: 'count' as const, units: 9, median: null };
  const sure = { low: null, high: null };
  const stored = {
    ...row,
    ...sure,
    reported: 4,
    notApplicable: 2,
    value: 8,
    numerator: null,
    denominator: null,
  };
  expect(storedFigure(stored, true)).toMatchObject({ notReported: 3, notYetDue: 0 });
  expect(storedFigure(stored, false)).toMatchObject({ notReported: 0, notYetDue: 3 });
});

test('the last class of a distribution holds its upper edge', () => {
  const classes = distributionOf([0, 0.04, 0.05, 1], 'ratio');
  expect(classes).toHaveLength(20);
  expect([classes[0], classes[1], classes[19]].map((one) => one?.communes)).toEqual([2, 1, 1]);
});
