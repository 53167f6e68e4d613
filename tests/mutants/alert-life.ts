import { mutantsOf } from './mutant.ts';

const LIFE = 'tests/unit/domain/alert-life-cycle.test.ts';
const SILENCE = 'tests/properties/alert-silence.test.ts';
const UNITS = 'tests/unit/judgement/units.test.ts';

/** How long an alert lives, and of what it is raised. */
export const LIFE_MUTANTS = [
  ...mutantsOf(
    'shared/domain/alerts/life-cycle.ts',
    [LIFE],
    [
      ['an alert goes a cut late', 'clear >= rules.resolveCuts', 'clear > rules.resolveCuts'],
      ['an alert fires a cut late', 'held >= needed', 'held > needed'],
      [
        'the clear cuts before a relapse still count',
        'heldCuts, clear: 0',
        'heldCuts, clear: course?.clear ?? 0',
      ],
      [
        'a cut without data resolves what fires',
        "if (condition === 'noData') return course;",
        "if (condition === 'noData') return null;",
      ],
      ['the same month fires an alert at its second cut', 'course?.heldOn === on ? 0 : 1', '1'],
      ['the same month ends an alert at its second cut', 'course.clearOn === on ? 0 : 1', '1'],
      ['what became worse stays taken', 'isWorsened ? null : lasting', 'lasting'],
      ['a question goes before somebody has taken it', "handling?.kind === 'acknowledged' || ", 'true || '],
      [
        'an acknowledgement ends on its last day',
        'vietnamDay(cut.asOf) > handling.until',
        'vietnamDay(cut.asOf) >= handling.until',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/alerts/bounds.ts',
    ['tests/properties/alert-bounds.test.ts'],
    [
      ['silence clears an alert', "condition: 'noData', severity", "condition: 'clear', severity"],
      ['silence makes an alert less grave', 'isAtLeast: !isSure', 'isAtLeast: false'],
      ['what may be graver is not said', 'isSure ? null : worse.severity', 'null'],
    ],
  ),
  ...mutantsOf(
    'main/core/judge/alerts/find-missing.ts',
    [SILENCE],
    [
      [
        'a low coverage is hidden by silence',
        "['coverageLow', 'criterionMissing', ",
        "['criterionMissing', ",
      ],
      ['a lacking criterion is hidden by silence', "'criterionMissing', 'regression']", "'regression']"],
      ['a fall is hidden by silence', 'if (fallen > 0)', 'if (fallen < 0)'],
      [
        'an open gap that may be wider is not said',
        'alerted === null ? rules.gapLastsCuts : 0',
        'alerted === null ? rules.gapLastsCuts : 99',
      ],
    ],
  ),
  ...mutantsOf(
    'main/core/judge/judgement/standing.ts',
    [SILENCE],
    [['a silent cut forgets what was reported', ': last;', ': null;']],
  ),
  ...mutantsOf(
    'main/core/judge/alerts/find-communes.ts',
    [SILENCE],
    [['what is not reported ends a gap', 'atMost: gapAtMost(gap, sidesOf(one))', 'atMost: gap.steps']],
  ),
  ...mutantsOf(
    'main/core/judge/alerts/raise.ts',
    ['tests/integration/alerts-rules.test.ts'],
    [
      ['a report lowered by silence ends a gap sooner', 'facts.reportedAtMost', 'facts.reported'],
      [
        'a locality that lowers its report waits for two months',
        'isLowered(reported, facts.reportedAtMost) ? cut.code : month',
        'month',
      ],
      [
        'a gap ends by two weeks of one month that improved',
        'isLowered(reported, facts.reportedAtMost) ? cut.code : month',
        'cut.code',
      ],
      [
        'an alert that silence leaves open becomes less grave',
        'const { rule, condition, severity, isAtLeast } = finding.evaluation;',
        'const { rule, condition, severity } = finding.evaluation;\n  const isAtLeast = false;',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/alerts/life-cycle.ts',
    ['tests/properties/alert-life-cycle.test.ts'],
    [
      [
        'an open alert that is known in part forgets how grave it was',
        'isAtLeast && course !== null ? gravest(course.severity, seen) : seen',
        'seen',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/gap-ends.ts',
    ['tests/properties/alert-bounds.test.ts'],
    [['a gap that goes on in silence is young again', 'known === 0 ? 1 : known + step', '1']],
  ),
  ...mutantsOf(
    'main/core/judge/alerts/find-tasks.ts',
    [UNITS],
    [['a task of all provinces is alerted beside each of theirs', ' || bodies !== 1', '']],
  ),
  ...mutantsOf(
    'main/core/judge/alerts/cut-facts.ts',
    [UNITS],
    [
      [
        'what people did at a cut is lost at another of the same instant',
        'compareCutsByTime(one, cut) < 0',
        'Date.parse(one.asOf) < Date.parse(cut.asOf)',
      ],
      [
        'alerts go on from a month',
        "one.kind !== 'month' && compareCutsByTime(one, cut) < 0",
        'compareCutsByTime(one, cut) < 0',
      ],
    ],
  ),
];
