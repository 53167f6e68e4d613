import { mutantsOf } from './mutant.ts';

const RULES = 'tests/unit/domain/alert-rules.test.ts';
const MONTH = 'tests/unit/domain/month-suspicions.test.ts';

/** When an alert is raised, and how grave it is. */
export const ALERT_MUTANTS = [
  ...mutantsOf(
    'shared/domain/alerts/unit-alerts.ts',
    [RULES],
    [
      [
        'few applications online are never critical',
        "share < threshold / 2 ? 'critical'",
        "share < threshold / 2 ? 'warning'",
      ],
      [
        'an online share of exactly the threshold is alerted',
        'holds: share < threshold',
        'holds: share <= threshold',
      ],
      [
        'a coverage that may only be low is alerted',
        'evaluateEnds(lowShare(share ?? 0, threshold), lowShare(atMost, threshold))',
        'evaluateEnds(lowShare(share ?? 0, threshold), lowShare(share ?? 0, threshold))',
      ],
      [
        'a coverage of exactly half the threshold is critical',
        "share < threshold / 2 ? 'critical'",
        "share <= threshold / 2 ? 'critical'",
      ],
      [
        'a fall of exactly the threshold is missed',
        'from - value >= rules.onlineFallBy - 1e-9',
        'from - value >= rules.onlineFallBy',
      ],
      [
        'what was silent in the month before makes a fall',
        'endOf(before.low, ends.high)',
        'endOf(before.value, ends.high)',
      ],
      ['what was silent then is asked for now', 'missing: isAsked ? verdict.missing : null', ''],
      ['a gap of one colour is critical', "steps > 1 ? 'critical'", "steps > 0 ? 'critical'"],
      ['one silent commune is critical', "communes > 1 ? 'critical'", "communes > 0 ? 'critical'"],
      ['a gap is alerted a month late', 'months >= rules.gapLastsCuts', 'months > rules.gapLastsCuts'],
      ['a tenth of communes lacking is only noticed', 'lacking * 10 >= communes', 'lacking * 10 > communes'],
      [
        'silent communes end the alert of a missing criterion',
        'evaluateEnds(endOf(notMet + notReported), endOf(notMet))',
        'evaluateEnds(endOf(notMet), endOf(notMet))',
      ],
      ['reports are missed before they are due', 'if (silent > 0 && !isDue)', 'if (silent > 0 && isDue)'],
      ['falling silent is a fall', 'isKnown ? [reported, reported] :', 'reported ? [reported, reported] :'],
      [
        'a gap that is open ends by silence',
        'evaluateEnds(endOf(atMost ?? steps), endOf(steps))',
        'evaluateEnds(endOf(steps), endOf(steps))',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/alerts/task-alerts.ts',
    [RULES],
    [
      [
        'a silent task ends the alert that it is overdue',
        "'taskOverdue', 'noData'",
        "'taskOverdue', 'clear'",
      ],
      [
        'the last day of due soon raises nothing',
        'daysLeft <= rules.dueSoonDays',
        'daysLeft < rules.dueSoonDays',
      ],
      ['a task due today is no longer due soon', 'daysLeft >= 0', 'daysLeft > 0'],
    ],
  ),
  ...mutantsOf(
    'shared/domain/alerts/suspicion-alerts.ts',
    [RULES],
    [
      ['five tasks done are too few to ask about', 'all >= SUSPICION_MINIMUM', 'all > SUSPICION_MINIMUM'],
      [
        'a rise of exactly as many communes raises no question',
        'is - was >= rules.riseCommunes',
        'is - was > rules.riseCommunes',
      ],
      ['a rise of exactly the threshold raises no question', 'rules.riseBy - 1e-9', 'rules.riseBy + 1e-9'],
      [
        'no figure of records is a real zero',
        "reported === 'notReported' || records === null",
        "reported === 'notReported'",
      ],
      [
        'exactly the share on the deadline day raises no question',
        'late / all >= rules.deadlineDayShare',
        'late / all > rules.deadlineDayShare',
      ],
      [
        'as many signatures as signed files raise a question',
        'signatures < signedFiles',
        'signatures <= signedFiles',
      ],
    ],
  ),
  ...mutantsOf(
    'shared/domain/alerts/equal-figures.ts',
    [MONTH],
    [
      [
        'of two equal groups the smaller figure is named',
        'right.denominator - left.denominator ||',
        'left.denominator - right.denominator ||',
      ],
      [
        'as many equal figures as the rule names raise no question',
        'communes >= rules.equalLargeCommunes',
        'communes > rules.equalLargeCommunes',
      ],
      [
        'all of a few files in time is a question',
        'numerator === 0 || numerator === denominator',
        'numerator === 0',
      ],
      ['the same communes are asked about every output', 'known * 2 > group.members.length', 'known * 2 < 0'],
    ],
  ),
  ...mutantsOf(
    'shared/domain/alerts/ratio-jump.ts',
    [MONTH],
    [
      ['a jump of exactly the threshold raises no question', 'rules.jumpBy - 1e-9', 'rules.jumpBy + 1e-9'],
      ['what the whole country did is a jump', 'changeOf(parts) - median', 'changeOf(parts)'],
    ],
  ),
];
