import { mutantsOf } from './mutant.ts';

const FIGURES = 'tests/unit/domain/figures.test.ts';
const OPERATING = 'tests/unit/domain/operating.test.ts';
const TOTALS = 'tests/unit/figures/totals.test.ts';
const ANSWERS = 'tests/unit/figures/answers.test.ts';
const UNITS = 'tests/unit/judgement/units.test.ts';

/** What many units come to, and how it is answered. */
export const FIGURE_MUTANTS = [
  ...mutantsOf(
    'shared/domain/population.ts',
    ['tests/unit/domain/population.test.ts'],
    [
      ['a place without a known population has none', 'known === 0 ? null : people', 'people'],
      [
        'a slip in the source is reckoned with',
        "return isCredible ? 'known' : 'doubtful';",
        "return isCredible ? 'known' : 'known';",
      ],
      [
        'an islet of few people is doubted',
        "kind === 'dac_khu' || people >= LEAST_PEOPLE",
        'people >= LEAST_PEOPLE',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/figures.ts',
    [FIGURES, OPERATING],
    [
      [
        'what does not apply or is not due is called silent in a total',
        'sum[empty] += 1;',
        'sum.notReported += 1;',
      ],
      ['a count of zero is shown as empty', 'reported > 0 ? sum.value : null', 'sum.value || null'],
      [
        'a ratio of nothing becomes zero percent',
        'denominator === 0 ? null : figure.numerator',
        'denominator === 0 ? 0 : figure.numerator',
      ],
      ['half a criterion counts as met', 'value !== null && value >= 1', 'value !== null && value > 0'],
      [
        'silent communes drop out of the share that meets a criterion',
        "kind === 'criterion' ? reported + notReported",
        "kind === 'criterion' ? reported",
      ],
      [
        'a count is held against its threshold as a sum, not per commune',
        'isTotal(figure) ? figure.reported : 1',
        '1',
      ],
      [
        'the median of an even number is the upper one',
        'Math.ceil(sorted.length / 2) - 1',
        'Math.floor(sorted.length / 2)',
      ],
      [
        'units not yet due are called not applicable',
        "total.notYetDue > 0 ? 'notYetDue' : 'notApplicable'",
        "'notApplicable'",
      ],
      [
        'a rate sent without its parts is lost',
        'total.withoutParts > 0 ? { ...total, value: figure.value }',
        'total.withoutParts > 1 ? { ...total, value: figure.value }',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/figure-bounds.ts',
    ['tests/properties/figure-bounds.test.ts'],
    [
      [
        'a member that outgrew its size counts in full',
        'reported <= size ? 1',
        'reported <= size || true ? 1',
      ],
      ['a silent member is left out of a sum', 'else silent += size;', 'else silent += 0;'],
      [
        'a sum is open where nobody is silent',
        'cappedPart(reported, size) < 1',
        'cappedPart(reported, size) <= 1',
      ],
    ],
  ),
  ...mutantsOf(
    'main/core/judge/judgement/month.ts',
    [TOTALS],
    [
      [
        'a province’s own figure counts in the total that is judged',
        'members.map((member) => own[member]',
        '[position, ...members].map((member) => own[member]',
      ],
    ],
  ),
  ...mutantsOf(
    'main/core/figures/live.ts',
    [TOTALS],
    [
      [
        'a province’s own figure counts in the total that is shown',
        '({ unit, members }) =>\n    keys.map(({ code, kind }, column) => {\n      const figures = figuresOwed(\n        members.map(',
        '({ unit, position, members }) =>\n    keys.map(({ code, kind }, column) => {\n      const figures = figuresOwed(\n        [position, ...members].map(',
      ],
      [
        'the country comes after its provinces',
        'Number(isBelow(left.unit)) - Number(isBelow(right.unit))',
        'Number(isBelow(right.unit)) - Number(isBelow(left.unit))',
      ],
    ],
  ),
  ...mutantsOf(
    'main/core/figures/unit-figure.ts',
    [TOTALS],
    [
      [
        'before the first month has ended units are called silent',
        'notReported: isDue ? silent : 0',
        'notReported: silent',
      ],
      [
        'what does not apply is called silent in a stored total',
        'units - row.reported - row.notApplicable',
        'units - row.reported',
      ],
    ],
  ),
  ...mutantsOf(
    'main/core/figures/distribution.ts',
    [TOTALS],
    [['a commune at 100% falls out of the distribution', 'Math.min(CLASSES - 1, ', 'Math.min(CLASSES, ']],
  ),
  ...mutantsOf(
    'main/core/figures/figures.ts',
    [ANSWERS],
    [
      [
        'tasks of which nobody spoke are zero overdue',
        "state === 'value' ? { done, onTime, dueSoon, overdue } : UNKNOWN",
        '{ done, onTime, dueSoon, overdue }',
      ],
      [
        'a place meets a criterion of which some communes are silent',
        "notReported === 0 ? ('met' as const) : ('partly' as const)",
        "'met' as const",
      ],
      [
        'the overdue tasks of a group are told as those without one',
        'count.code === null)?.overdue',
        'count.code !== null)?.overdue',
      ],
    ],
  ),
  ...mutantsOf(
    'main/core/figures/judged.ts',
    [ANSWERS],
    [
      [
        'nothing to measure is shown as a value',
        "state === 'value' && measured === null ? 'nothingToMeasure' : state",
        'state',
      ],
    ],
  ),
  ...mutantsOf(
    'main/core/judge/judgement/units.ts',
    [UNITS],
    [['tasks of the provinces colour the country', 'task.units === 1', 'task.units > 0']],
  ),
];
