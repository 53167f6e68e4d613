import { mutantsOf } from './mutant.ts';

const COURSE = 'tests/unit/domain/gap-change-forecast.test.ts';

/** What follows from one cut to the next, and who comes first. */
export const COURSE_MUTANTS = [
  ...mutantsOf(
    'shared/domain/gap.ts',
    [COURSE],
    [
      [
        'a cut without data ends a gap',
        'if (steps === null) return before;',
        'if (steps === null) return 0;',
      ],
      [
        'without evidence there is no gap',
        "if (steps === null) return 'unknown';",
        "if (steps === null) return 'none';",
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/change.ts',
    [COURSE],
    [
      [
        'who begins to report has improved',
        "to === undefined ? 'unknown' : 'started'",
        "to === undefined ? 'unknown' : 'improved'",
      ],
      [
        'nothing before counts as zero',
        'before === null || after === null ? null : after - before',
        '(after ?? 0) - (before ?? 0)',
      ],
      ['a fall is shown as a rise', 'null : after - before', 'null : before - after'],
    ],
  ),
  ...mutantsOf(
    'shared/domain/forecast.ts',
    ['tests/unit/domain/forecast.test.ts'],
    [
      ['a place that is complete is forecast', 'fit.share >= 1)', 'fit.share > 1)'],
      ['a pace of nothing leads to a date', 'fit.slope <= 0)', 'fit.slope < -1)'],
      ['the silent of this week are forecast', 'silent > 0 ||', 'silent > 99 ||'],
    ],
  ),
  ...mutantsOf(
    'shared/domain/ranking.ts',
    ['tests/unit/domain/ranking.test.ts'],
    [
      ['equal provinces get different places', 'if (!places.has(value)) places', 'places'],
      ['who reported nothing has a place', 'value === null ? null : (places', 'value === null ? 1 : (places'],
    ],
  ),
];
