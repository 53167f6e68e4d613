import { mutantsOf } from './mutant.ts';

const WORDS = 'tests/unit/renderer/screen-words.test.ts';

/** What screens ask for and how they say the answer. */
export const SCREEN_MUTANTS = [
  ...mutantsOf(
    'renderer/views/alerts/use-alert-filter.ts',
    ['tests/unit/renderer/alert-filter.test.ts'],
    [
      [
        'the list of all open alerts shows those of no state',
        "tab === 'open' ? {} : { states: [tab] }",
        '{ states: [tab as AlertState] }',
      ],
      [
        'the filter by severity has no effect',
        'severity === null ? {} : { severities',
        'severity !== null ? {} : { severities',
      ],
      ['every list is only of what is new', 'isNew && cut !== undefined', 'cut !== undefined'],
      ['an empty search searches for nothing', "text === '' ? {} : { text }", '{ text }'],
    ],
  ),
  ...mutantsOf(
    'renderer/views/rules/draft-rules.ts',
    ['tests/unit/renderer/draft-rules.test.ts'],
    [
      [
        'an emptied field counts as changed each time it is looked at',
        '!Object.is(old.get(path), now.get(path))',
        'old.get(path) !== now.get(path)',
      ],
      ['a field set to zero cannot be saved', 'Number.isNaN(value)', '!value'],
      ['a value with no place in the rules is added to them', ' || !(key in place)', ''],
    ],
  ),
  ...mutantsOf(
    'renderer/map/indicator-classes.ts',
    ['tests/unit/map/map-classes.test.ts'],
    [
      [
        'the share of a criterion has the band of its lower end',
        'sortedByBand(values, shareOpen, theme, bands)',
        'sortedByBand(values, [], theme, bands)',
      ],
    ],
  ),
  ...mutantsOf(
    'renderer/views/indicators/indicator-page.ts',
    [WORDS],
    [['a count is shown as percent', "indicator.kind === 'count'", "indicator.kind === 'criterion'"]],
  ),
  ...mutantsOf(
    'renderer/views/intake/inbox-item.ts',
    [WORDS],
    [
      [
        'another file of the same name is taken for the one that was sent',
        ' && file.size === kept.preview.bytes',
        '',
      ],
      ['a file that is being written is listed twice', "state === 'committing' || ", ''],
    ],
  ),
  ...mutantsOf(
    'renderer/panels/plan/group-segments.ts',
    [WORDS],
    [
      [
        'overdue tasks stand in the part of those due soon',
        'value: group.overdue ?? 0',
        'value: group.dueSoon ?? 0',
      ],
    ],
  ),
  ...mutantsOf(
    'renderer/panels/units/criteria-note.ts',
    [WORDS],
    [
      ['a province is said to meet so many criteria', "profile.unit.level !== 'commune' || ", ''],
      [
        'a silent commune meets 0 of 0',
        "if (profile.reported === 'notReported') return text.t('empty.notReported');",
        '',
      ],
    ],
  ),
  ...mutantsOf(
    'renderer/panels/why/why-list.ts',
    [WORDS],
    [['the number of overdue tasks leads to all tasks', "query: { schedule: 'overdue' }", 'query: {}']],
  ),
];
