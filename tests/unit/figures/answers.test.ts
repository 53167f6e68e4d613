import { expect, test } from 'vitest';
import { nationalFigures, scheduleCounts, taskFigures, unitCriteria } from '#main/core/figures/figures.ts';
import { judgeFigures } from '#main/core/figures/judged.ts';
import { criterionBounds } from '#shared/domain/criterion-share.ts';
import type { Colour, OperatingStatus } from '#shared/domain/model.ts';
import { type CriterionShare, criterionNote } from '#shared/text/criterion-text.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { RULES } from '#tests/properties/arbitraries.ts';

const COUNTS = { reported: 4, notReported: 0, notApplicable: 0, notYetDue: 0, withoutParts: 0 };
const criterion = {
  unit: '31',
  code: 'devices',
  kind: 'criterion' as const,
  median: null,
  bounds: null,
  denominator: 4,
};

test('tasks of which nobody said anything have no numbers, not zeros', () => {
  const silent = { total: 5, done: 0, onTime: 0, dueSoon: 0, overdue: 0, notYetDue: 0, older: 0 };
  expect(scheduleCounts(silent)).toEqual({
    ...{ total: 5, reported: 0, older: 0, state: 'notReported', notReported: 5, notYetDue: 0 },
    ...{ done: null, onTime: null, dueSoon: null, overdue: null },
  });
  expect(scheduleCounts({ ...silent, done: 1 })).toMatchObject({
    state: 'value',
    overdue: 0,
    notReported: 4,
  });
  // Before its start silence is no report, and nobody is silent.
  expect(scheduleCounts({ ...silent, notYetDue: 2, done: 1 })).toMatchObject({
    ...{ state: 'value', reported: 1, onTime: 0, notReported: 2, notYetDue: 2 },
  });
  expect(scheduleCounts({ ...silent, notYetDue: 5 })).toMatchObject({
    ...{ state: 'notYetDue', reported: 0, done: null, notReported: 0 },
  });
});

test('overdue tasks without a group are told apart', () => {
  const group = { total: 2, done: 1, onTime: 0, dueSoon: 0, overdue: 1, notYetDue: 0, older: 1 };
  const groups = [
    { code: '1', name: 'Một', nameEn: 'One', ...group },
    { code: null, name: null, nameEn: null, ...group, overdue: 3, total: 4 },
  ];
  expect(taskFigures(groups)).toMatchObject({ total: 6, older: 2, overdue: 4, overdueUnattributed: 3 });
  expect(taskFigures(groups).groups.map(({ code }) => code)).toEqual(['1']);
});

test('a criterion is met by a unit only when nobody in it lacks it or is silent', () => {
  const stateOf = (met: number, reported: number, notReported: number, notApplicable = 0) => {
    const figure = {
      ...criterion,
      ...COUNTS,
      value: null,
      numerator: met,
      reported,
      notReported,
      notApplicable,
    };
    return unitCriteria([figure], []).map(({ state }) => state)[0];
  };
  expect([stateOf(4, 4, 0), stateOf(3, 4, 0), stateOf(4, 4, 1), stateOf(0, 0, 0, 1)]).toEqual([
    ...['met', 'notMet', 'partly', 'notApplicable'],
  ]);
});

test('a ratio of nothing is said to have nothing to measure, a zero is a value', () => {
  const online = {
    unit: '31',
    code: 'applications_online',
    kind: 'ratio' as const,
    median: null,
    bounds: null,
    ...COUNTS,
  };
  const answered = judgeFigures(
    [
      { ...online, value: null, numerator: 0, denominator: 0 },
      { ...online, value: 0, numerator: 0, denominator: 9 },
      { ...online, value: null, numerator: null, denominator: null, reported: 0, notReported: 4 },
    ],
    'month-2025-07',
    RULES.operating,
  );
  expect(answered.map(({ state, measured }) => [state, measured])).toEqual([
    ['nothingToMeasure', null],
    ['value', 0],
    ['notReported', null],
  ]);
});

test('a country that nobody reported has no coverage', () => {
  const { coverage, communes } = nationalFigures([], undefined, [], RULES);
  expect([coverage, communes]).toEqual([null, 0]);
});

test('undetermined communes are counted by the worst colour that they can have, and stay out of the colours', () => {
  const pair = (operating: OperatingStatus, operatingAtLeast: Colour | null, units: number) => {
    const ends = { reportedAtMost: null, operatingWorst: null, operatingBest: null };
    return { reported: 'green' as const, operating, operatingAtLeast, ...ends, units };
  };
  const { operating, operatingAtLeast, gap } = nationalFigures(
    [],
    undefined,
    [
      ...[pair('green', null, 5), pair('undetermined', 'yellow', 3), pair('undetermined', 'red', 2)],
      pair('noEvidence', null, 1),
    ],
    RULES,
  );
  expect(operatingAtLeast).toEqual({ yellow: 3, red: 2 });
  expect(operating).toEqual({ green: 5, yellow: 0, red: 0, undetermined: 5, noEvidence: 1 });
  expect(gap.green.undetermined).toBe(5);
});

test('a share of a criterion says of how many it speaks and what it is at most, wherever it is written', () => {
  const [one] = unitCriteria(
    [{ ...criterion, ...COUNTS, reported: 1, notReported: 55, numerator: 1, denominator: 56, value: 1 / 56 }],
    [],
  );
  expect(one).toMatchObject({ share: 1 / 56, bounds: { atLeast: 1 / 56, atMost: 1 } });
  const vi = { t: createTranslator('vi').t, format: createFormatter('vi') };
  const note = (rest: Partial<CriterionShare>) => one && criterionNote(vi, { ...one, ...rest });
  expect(note({})).toBe('mới có 1/56 xã trả lời; nhiều nhất 100%');
  expect(note({ notReported: 0 })).toBe('');
  expect(note({ share: null })).toBe('');
  expect(criterionBounds(0, { reported: 0, notReported: 0 })).toBeNull();
});
