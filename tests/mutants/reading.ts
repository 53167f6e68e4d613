import { mutantsOf } from './mutant.ts';

const ROOM = 'main/core/take/intake';
const CSV = 'tests/unit/intake/csv.test.ts';
const COLLECT = 'tests/unit/intake/collect.test.ts';
const RESOLVE = 'tests/unit/intake/resolve.test.ts';
const WORKBOOK = 'tests/unit/intake/workbook.test.ts';

/** Bytes read into rows, columns recognised, units found. */
export const READING_MUTANTS = [
  ...mutantsOf(
    `${ROOM}/read/csv/encoding.ts`,
    [CSV],
    [
      [
        'Vietnamese of old Windows files loses its accents',
        "foreign ? { encoding: 'windows-1258', mark: 0 }",
        "foreign ? { encoding: 'utf-8', mark: 0 }",
      ],
      ['the byte order mark stays in the first header', 'mark: hasMark ? 3 : 0', 'mark: 0'],
      [
        'UTF-16 is read in the wrong order of bytes',
        "return { encoding: 'utf-16be', mark: 2 }",
        "return { encoding: 'utf-16le', mark: 2 }",
      ],
      [
        'two files glued together are read as one',
        'if (!hasSequences && !isVietnamese && sequences <= strays) return true;',
        'return true;',
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/read/csv/text-pool.ts`,
    [CSV],
    [['names written with separate accents are other names', ".normalize('NFC')", '']],
  ),
  ...mutantsOf(
    `${ROOM}/read/csv/delimiter.ts`,
    [CSV],
    [['a decimal comma is taken for the delimiter', 'Math.min(count, 50) / 10_000', 'Math.min(count, 50)']],
  ),
  ...mutantsOf(
    `${ROOM}/read/xlsx/dates.ts`,
    [WORKBOOK],
    [
      ['dates of a workbook are a day off', "dayNumber('1899-12-30')", "dayNumber('1899-12-31')"],
      [
        'dates of a Macintosh workbook are four years off',
        'is1904 ? EPOCH_1904 : ',
        'is1904 ? EPOCH_1900 : ',
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/recognise/layout.ts`,
    [COLLECT],
    [
      ['the header is found one row off', 'return rows[at]?.row ?? 0;', 'return (rows[at]?.row ?? 0) + 1;'],
      ['the row of column numbers is read as figures', 'counted.length >= 3 &&', 'counted.length >= 99 &&'],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/recognise/read-header.ts`,
    [COLLECT],
    [['a merged heading speaks for its first column only', "isIdle ? '' : text", "isIdle ? '' : ''"]],
  ),
  ...mutantsOf(
    `${ROOM}/recognise/title-cut.ts`,
    [COLLECT],
    [
      ['the day of signing is taken for the month of the figures', '(?<!ngày\\s*\\d{1,2}\\s*)tháng', 'tháng'],
      ['of two months in a title one is taken', 'found.size === 1 && only', 'only'],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/resolve/resolve-unit.ts`,
    [RESOLVE],
    [
      ['a code that lost its zeros is unknown', "[digits.padStart(5, '0'), ", '[digits, '],
      [
        'a name that agrees only without accents is taken',
        'register.bySpelling.get(spellingKey(parts.name))',
        'register.byFold.get(foldText(parts.name))',
      ],
    ],
  ),
  ...mutantsOf(
    `${ROOM}/resolve/guess-province.ts`,
    [RESOLVE],
    [
      ['a title that names two provinces decides for one', 'found.size === 1 && only', 'only'],
      [
        'exactly half the communes do not name their province',
        'named * 2 >= communes',
        'named * 2 > communes',
      ],
    ],
  ),
];
