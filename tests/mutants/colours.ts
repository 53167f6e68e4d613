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
      [
        'an indicator without evidence stands for the best it can be',
        'const low = colourOfValue(worst, thresholds);',
        'const low = colourOfValue(best, thresholds);',
      ],
      ['few files alone are evidence', 'one.empty === null && !one.isFew &&', 'one.empty === null &&'],
    ],
  ),
  ...mutantsOf(
    'shared/domain/operating-ends.ts',
    [OPERATING],
    [
      ['a score of exactly the threshold is not GREEN', 'if (score >= greenFrom)', 'if (score > greenFrom)'],
      [
        'a score of exactly the second threshold is RED',
        'return score >= yellowFrom',
        'return score > yellowFrom',
      ],
      ['ten files are few', 'denominator) < minDenominator', 'denominator) <= minDenominator'],
      [
        'a rate alone rests on as many files as are asked for',
        'numerator === null ? 0',
        'numerator === null ? 10',
      ],
      ['few files stand for themselves', 'good / minDenominator', 'good / files'],
      [
        'what should be low is best with all missing files bad',
        "direction === 'up' ? [least, most] : [most, least]",
        '[least, most]',
      ],
      ['a RED that decides keeps no unit from GREEN', 'isCapped ? Math.min', 'false ? Math.min'],
      ['a RED that may be decides at the upper end', "one[end] === 'red'", "one.low === 'red'"],
    ],
  ),
  ...mutantsOf(
    'shared/domain/operating-sums.ts',
    ['tests/properties/sum-colours.test.ts'],
    [
      ['a sum has the colour of what came', 'if (bounds === null ||', 'if (bounds !== null ||'],
      ['a sum has the colour of its lower end', 'possible.at(-1) ?? plain.high', 'low'],
      ['a sum has a colour that its value does not have', '[plain.low, plain.high, ...ends]', '[...ends]'],
    ],
  ),
  ...mutantsOf(
    'shared/domain/operating-members.ts',
    [OPERATING],
    [
      ['a silent member is RED at the upper end', 'scoreHigh ?? 1', 'scoreHigh ?? 0'],
      [
        'silent members are no members',
        'if (indicators.length === 0) continue;',
        'if (scoreLow === null) continue;',
      ],
      [
        'a place of which nothing is known may be anything',
        'members.members === members.silent',
        'members.members === 0',
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
        'colourOfMissing(owed - met, limit)',
        'colourOfMissing(known - met, limit)',
      ],
      [
        'what does not apply is called silent',
        "mark === 'notApplicable') notApplicable",
        "mark === 'none') notApplicable",
      ],
    ],
  ),
];
