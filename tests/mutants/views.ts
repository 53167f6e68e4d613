import { mutantsOf } from './mutant.ts';

const COLUMN = 'tests/unit/renderer/column.test.ts';
const SORT = 'tests/unit/renderer/sort-rows.test.ts';
const CHANGE = 'tests/unit/renderer/national-change.test.ts';
const OUTLOOK = 'tests/unit/renderer/outlook.test.ts';
const COMPARE = 'tests/unit/renderer/compare.test.ts';
const SHIFT = 'tests/unit/renderer/shift.test.ts';
const CLASSES = 'tests/unit/map/map-classes.test.ts';

/** What screens compute themselves before they show it. */
export const VIEW_MUTANTS = [
  ...mutantsOf(
    'shared/domain/bounds.ts',
    ['tests/unit/domain/bounds.test.ts'],
    [
      ['an undetermined place stands at its best', 'bounds?.atLeast ?? status', 'bounds?.atMost ?? status'],
      ['the best possible colour is the worst', 'AtMost`] ?? null', 'AtLeast`] ?? null'],
    ],
  ),
  ...mutantsOf(
    'renderer/map/map-classes.ts',
    [CLASSES],
    [['an undetermined place is drawn as an empty one', '= boundsKey(bounds);', "= 'noEvidence';"]],
  ),
  ...mutantsOf(
    'renderer/tables/column.ts',
    [COLUMN],
    [['a zero in a table is a dash', 'if (cell === null) return empty', 'if (!cell) return empty']],
  ),
  ...mutantsOf(
    'renderer/tables/sort-rows.ts',
    [SORT],
    [
      [
        'what is missing comes first when sorted down',
        'return Number(left.value === null) - Number(right.value === null);',
        'return turn * (Number(left.value === null) - Number(right.value === null));',
      ],
      [
        'numbers of a column are sorted one way only',
        'turn * (left.value - right.value)',
        'left.value - right.value',
      ],
      ['a second press sorts the same way', "sort.direction === 'up' ? 'down' : 'up'", 'sort.direction'],
    ],
  ),
  ...mutantsOf(
    'renderer/panels/status/national-change.ts',
    [CHANGE],
    [['the change is against the cut after', 'history?.[position - 1]', 'history?.[position + 1]']],
  ),
  ...mutantsOf(
    'shared/domain/coverage.ts',
    [CHANGE],
    [
      [
        'operating GREEN is a share of the known communes only',
        'green / (known + noEvidence)',
        'green / known',
      ],
      ['no evidence at all is 0% operating', 'known === 0 ? null', 'known === 0 ? 0'],
      [
        'of whom nothing is known cannot be GREEN',
        '(green + maybe.noEvidence + maybe.undetermined) / communes',
        '(green + maybe.undetermined) / communes',
      ],
    ],
  ),
  ...mutantsOf(
    'renderer/panels/forecast/outlook.ts',
    [OUTLOOK],
    [
      ['the deadline day is already past', 'outlook.deadline < day', 'outlook.deadline <= day'],
      [
        'who is silent after the deadline is late',
        "if (outlook.isLate === null) return 'unknown';",
        "if (outlook.isLate === null && (outlook.deadline ?? day) >= day) return 'unknown';",
      ],
      ['nobody knows is called in time', "if (outlook.isLate === null) return 'unknown';", ''],
      ['a missed earlier deadline is not told', '(outlook.overdue ?? 0) > 0', '(outlook.overdue ?? 0) > 1'],
      ['days late are days early', 'daysBetween(deadline, completion)', 'daysBetween(completion, deadline)'],
    ],
  ),
  ...mutantsOf(
    'renderer/views/plan/use-task-filter.ts',
    ['tests/unit/renderer/task-filter.test.ts'],
    [
      [
        'tasks without a group vanish from their filter',
        '(task.group ?? NO_GROUP) === group',
        'task.group === group',
      ],
      ['one word of a search is enough', 'words.every(', 'words.some('],
    ],
  ),
  ...mutantsOf(
    'renderer/views/compare/change-kinds.ts',
    [COMPARE],
    [
      ['improved and regressed change places', 'return comparison.improved;', 'return comparison.regressed;'],
      ['a unit that left has no last status', 'before: unit.status,', 'before: null,'],
    ],
  ),
  ...mutantsOf(
    'renderer/views/compare/change-map.ts',
    [COMPARE],
    [
      [
        'units the comparison does not name are painted as improved',
        "kinds.get(code) ?? 'unchanged'",
        "kinds.get(code) ?? 'improved'",
      ],
    ],
  ),
  ...mutantsOf(
    'renderer/views/alerts/shift.ts',
    [SHIFT],
    [
      ['six in the morning is still the night', 'hour < 6', 'hour <= 6'],
      ['the night before dawn belongs to the new day', 'addDays(day, -1)', 'day'],
    ],
  ),
  ...mutantsOf(
    'renderer/views/alerts/rows.ts',
    ['tests/unit/renderer/alert-rows.test.ts'],
    [['the emptiest province comes first', 'right.total - left.total', 'left.total - right.total']],
  ),
  ...mutantsOf(
    'renderer/map/map-classes.ts',
    [CLASSES],
    [
      [
        'units without data look like any others',
        "pattern: isHatched ? pattern : 'solid', ink",
        "pattern: 'solid', ink",
      ],
      ['two kinds of empty look alike', "EMPTY_PATTERNS[status] ?? 'hatch'", "'hatch'"],
    ],
  ),
  ...mutantsOf(
    'renderer/map/indicator-classes.ts',
    [CLASSES],
    [
      [
        'a denominator of 0 is painted as silence',
        "if (state === 'nothingToMeasure') return 'noEvidence';",
        "if (state === 'nothingToMeasure') return 'notReported';",
      ],
      ['a value at the edge of two groups is in the lower one', 'value >= group.from', 'value > group.from'],
    ],
  ),
];
