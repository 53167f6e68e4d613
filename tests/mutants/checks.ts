import { mutantsOf } from './mutant.ts';

const ROOM = 'main/core/take/intake';
const COLLECT = 'tests/unit/intake/collect.test.ts';
const HABITS = 'tests/unit/intake/office-habits.test.ts';
const VALUES = 'tests/unit/intake/values.test.ts';

/** Figures checked, their cut found, and held against what is there. */
export const CHECK_MUTANTS = [
  ...mutantsOf(
    `${ROOM}/check/number.ts`,
    [VALUES],
    [
      [
        'a decimal comma behind thousands is read as thousands',
        "digits.lastIndexOf('.') ? ',' : '.'",
        "digits.lastIndexOf('.') ? '.' : ','",
      ],
      ['1.234 communes become one and a bit', 'if (expected.isWhole) return other;', ''],
      [
        'a file with decimal commas has its shares in thousands',
        'expected.decimal === null ? sign : expected.decimal',
        'sign',
      ],
      ['minus becomes plus', "parts[1] === '-' ? -number : number", 'number'],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/check/figure.ts`,
    [VALUES],
    [
      [
        'a rate of exactly 1 is read as 1%',
        'number.value > 1 && number.value <= 100',
        'number.value >= 1 && number.value <= 100',
      ],
      ['100 in a column of percents is refused', 'number.value <= 100) {', 'number.value < 100) {'],
      [
        'under a header with % a plain number is a fraction',
        "scale === 'percent' ? number.value / 100 : number.value",
        'number.value',
      ],
      [
        'a percent cell under a header with % is divided twice',
        "if (typeof plain === 'object' && plain.kind === 'percent') return judgeRate(plain.value, plain, report);",
        "if (typeof plain === 'object' && plain.kind === 'percent') return judgeRate(plain.value / 100, plain, report);",
      ],
      [
        'a count that does not apply is a zero',
        "if (count === 'notApplicable') return NOT_APPLICABLE;",
        "if (count === 'notApplicable') return { ...NOT_APPLICABLE, value: 0 };",
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/check/verdict.ts`,
    [VALUES],
    [
      ['0 of 0 is 0%', 'denominator === 0 ? null : numerator', 'denominator === 0 ? 0 : numerator'],
      ['100% of a commune is refused', 'value >= 0 && value <= 1', 'value >= 0 && value < 1'],
      [
        'a stated rate that its parts deny is taken without a word',
        'Math.abs(stated - value) > RATE_TOLERANCE',
        'Math.abs(stated - value) > 1',
      ],
      [
        'two of a criterion are taken from a data file',
        "kind === 'criterion' ? judgeCriterion : judgeCount",
        'judgeCount',
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/check/left-out.ts`,
    [COLLECT],
    [
      ['a row of totals is taken for a commune', "return 'total';", 'return null;'],
      [
        'a commune whose name begins like a total is left out',
        'rule === null || isUnitName(text)',
        'rule === null',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/cut-writing.ts',
    [HABITS],
    [
      [
        'the day of a date is read as its month',
        '([, day, month, year]) => `20',
        '([, month, day, year]) => `20',
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/check/scale.ts`,
    [HABITS],
    [
      [
        'a column of percents and fractions is read cell by cell',
        'small !== null && (large ?? signed) !== null',
        'false',
      ],
      ['fractions under a header with % are taken for percents', 'small !== null && large === null', 'false'],
      [
        'a column that was asked about is taken all the same',
        'asked.length === 0 ? figures',
        'true ? figures',
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/check/width.ts`,
    [HABITS],
    [['a number with a comma of its own is cut in two', '(isComma || ', '(false && ']],
  ),
  ...mutantsOf(
    `${ROOM}/check/collect-row.ts`,
    [COLLECT],
    [
      [
        'of two rows that contradict each other the second is silently dropped',
        "isSame ? 'ROW_TWICE_SAME' : 'ROW_TWICE_DIFFERENT'",
        "'ROW_TWICE_SAME'",
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/check/against-past.ts`,
    [COLLECT],
    [
      ['a report copied from the last one is not suspected', 'same === compared', 'same > compared'],
      ['a tenfold count is no jump', 'more >= less * COUNT_JUMP_TIMES', 'more > less * COUNT_JUMP_TIMES'],
      ['a rate that leaps by exactly forty points is no jump', '>= RATE_JUMP', '> RATE_JUMP'],
      [
        'twenty copied figures are too few to suspect',
        'compared >= COMPARED_AT_LEAST',
        'compared > COMPARED_AT_LEAST',
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/check/outgrown.ts`,
    ['tests/unit/intake/outgrown.test.ts'],
    [
      ['a denominator at its size is asked about', '?? 0) > size', '?? 0) >= size'],
      ['counts that leap are asked about', "kindOf(code) === 'ratio'", "kindOf(code) !== 'criterion'"],
      ['a fraction of a file more is promised than is held', 'Math.floor(size)', 'Math.ceil(size)'],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/cut-of-text.ts`,
    ['tests/unit/intake/cut-of-text.test.ts'],
    [
      ['the last day of a week belongs to no cut', 'day <= vietnamDay', 'day < vietnamDay'],
      ['a day in a file of outputs means the week', "kind !== 'criterion' || isMonth", 'isMonth'],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/diff.ts`,
    ['tests/unit/intake/diff.test.ts'],
    [
      [
        'a corrected denominator is called the same',
        ' &&\n    equal(found.denominator, columns.denominator[position])',
        '',
      ],
      ['a figure that no longer applies is called the same', 'return stored === null;', 'return true;'],
    ],
  ),
  ...mutantsOf(
    'main/core/judge/judgement/version.ts',
    ['tests/unit/judgement/judgement-version.test.ts'],
    [
      [
        'what the version before judged is left as it is',
        ') < JUDGEMENT_VERSION',
        ') < JUDGEMENT_VERSION - 1',
      ],
      ['a database that says nothing counts as judged today', ': 1;', ': JUDGEMENT_VERSION;'],
      ['each opening judges anew for ever', '  removeSetting(database, OUTDATED_SETTING);', ''],
    ],
  ),
  ...mutantsOf(
    'main/core/take/snapshots/format/text-limits.ts',
    ['tests/unit/snapshots/text-limits.test.ts'],
    [
      [
        'a text that no rule names has no limit',
        '?? atMost(SNAPSHOT_LIMITS.textCharacters)',
        '?? (() => `0`)',
      ],
      ['a column is taken for one that lists its words', 'RegExp(`\\\\b', 'RegExp(`'],
    ],
  ),
];
