import { mutantsOf } from './mutant.ts';

const OPERATING = 'tests/unit/domain/operating.test.ts';
const COMMUNE = 'tests/unit/domain/commune-and-coverage.test.ts';

/** When a unit is GREEN, YELLOW or RED, and when nobody can say. */
export const COLOUR_MUTANTS = [
  ...mutantsOf(
    'shared/domain/operating.ts',
    [OPERATING],
    [
      ['exactly the GREEN threshold is YELLOW', 'value >= greenFrom : value', 'value > greenFrom : value'],
      ['exactly the YELLOW threshold is RED', 'value >= yellowFrom : value', 'value > yellowFrom : value'],
      ['exactly the threshold of what should be low is missed', 'value <= greenFrom', 'value < greenFrom'],
      ['an indicator without evidence pulls the score down', "if (status === 'noEvidence') continue;", ''],
      ['a score of exactly the threshold is not GREEN', 'if (score >= greenFrom)', 'if (score > greenFrom)'],
      [
        'a score of exactly the second threshold is RED',
        'return score >= yellowFrom',
        'return score > yellowFrom',
      ],
      [
        'units without evidence count in the share of GREEN',
        'const known = green + yellow + red;',
        'const known = green + yellow + red + 1;',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/coverage.ts',
    [COMMUNE],
    [
      [
        'a province where nobody reported has a coverage of 0%',
        'counts.notReported ? null',
        'counts.notReported ? 0',
      ],
      ['exactly 70% is called above 70%', 'share > rules.above', 'share >= rules.above'],
      ['exactly 50% is called above 50%', 'share > rules.half', 'share >= rules.half'],
    ],
  ),
  ...mutantsOf(
    'shared/domain/commune-status.ts',
    [COMMUNE],
    [
      ['a commune may lack one criterion less and still be YELLOW', 'missing <= limit', 'missing < limit'],
      [
        'silence beside answers helps to GREEN',
        'colourOf(owed - met, limit)',
        'colourOf(known - met, limit)',
      ],
      [
        'what does not apply is called silent',
        "mark === 'notApplicable') notApplicable",
        "mark === 'none') notApplicable",
      ],
    ],
  ),
];
