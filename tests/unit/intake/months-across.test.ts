import { expect, test } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { monthIn, withYear } from '#main/core/take/intake/recognise/months.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';

async function read(lines: readonly string[], answers: Readonly<Record<string, string>> = {}) {
  const file = await openTable(bytesSource('a.csv', Buffer.from(`${lines.join('\n')}\n`)));
  const options = collectOptions({
    defaultCut: null,
    answers: new Map(Object.entries(answers)),
    resolveCut: (text) => ({ outcome: 'known', code: `month-${text}` }),
  });
  const result = await collectFigures(file, 'a.csv', options);
  const all = Array.from({ length: result.figures.size }, (_, at) => result.figures.get(at));
  return {
    figures: all.map(({ cut, unit, indicator, value, numerator }) => [
      cut.slice(6),
      unit,
      indicator,
      numerator ?? value,
    ]),
    codes: result.problems.kept.map(({ code }) => code),
    questions: result.questions.map(({ id }) => id),
    candidates: result.questions[0]?.candidates.map(({ code }) => code) ?? [],
    sums: result.account.sums,
  };
}

test.each([
  ['Tháng 12 năm 2025', { month: 'Tháng 12 năm 2025', rest: '' }],
  ['T12/2025', { month: 'T12/2025', rest: '' }],
  ['T12', { month: 'T12', rest: '' }],
  ['12/2025', { month: '12/2025', rest: '' }],
  ['Số hồ sơ tiếp nhận (tháng 9/2025)', { month: 'tháng 9/2025', rest: 'Số hồ sơ tiếp nhận' }],
  ['Hồ sơ tiếp nhận trong tháng 9', { month: 'tháng 9', rest: 'Hồ sơ tiếp nhận' }],
  ['Hải Phòng, ngày 05 tháng 12 năm 2025', null],
  ['Lũy kế đến tháng 12/2025', null],
  ['So với tháng 11/2025', null],
  ['Tháng 11/2025 và tháng 12/2025', null],
  ['Số hồ sơ trong tháng', null],
  ['Nhóm T12', null],
])('the month that “%s” names', (text, named) => {
  expect(monthIn(text)).toEqual(named);
});

test('a month without its year is of the one year of the title, unless the title stands before it', () => {
  expect(withYear('Tháng 12', ['BÁO CÁO NĂM 2025'])).toBe('12/2025');
  expect(withYear('T11', ['Biểu tháng 12 năm 2025'])).toBe('11/2025');
  expect(withYear('Tháng 12', ['Biểu tháng 01 năm 2026'])).toBe('Tháng 12');
  expect(withYear('Tháng 12', ['So sánh năm 2024 và năm 2025'])).toBe('Tháng 12');
  expect(withYear('Tháng 12', [])).toBe('Tháng 12');
});

test('figures below months are of those months', async () => {
  const { figures, codes } = await read([
    'Mã xã;Hồ sơ tiếp nhận;;Hồ sơ nộp trực tuyến;',
    ';T11/2025;T12/2025;T11/2025;T12/2025',
    '11629;100;200;36;120',
  ]);
  expect(codes).toEqual([]);
  expect(figures).toEqual([
    ['2025-11', '11629', 'applications_received', 100],
    ['2025-12', '11629', 'applications_received', 200],
    ['2025-11', '11629', 'applications_online', 36],
    ['2025-12', '11629', 'applications_online', 120],
  ]);
});

test('whether a column of months holds numbers or rates is asked once', async () => {
  const lines = [
    'Mã xã;Hồ sơ tiếp nhận;;Hồ sơ nộp trực tuyến;',
    ';T11/2025;T12/2025;T11/2025;T12/2025',
    '11629;100;200;36;90',
  ];
  const asked = await read(lines);
  expect(asked.questions).toEqual(['parts:a.csv|D']);
  expect(asked.codes).toEqual(['COUNT_OR_RATE']);
  const told = await read(lines, { 'parts:a.csv|D': 'count' });
  expect(told.figures.map(([, , , value]) => value)).toEqual([100, 200, 36, 90]);
});

test('months stand above the figures, or between them and their parts, and totals are those of each month', async () => {
  const above = await read([
    'BIỂU TỔNG HỢP NĂM 2025;;;;;;',
    'Mã xã;Tháng 11;;;Tháng 12;;',
    ';Hồ sơ tiếp nhận;Hồ sơ nộp trực tuyến / Số lượng;Hồ sơ nộp trực tuyến / Tỷ lệ (%);Hồ sơ tiếp nhận;;',
    '11629;100;;;200;;',
    '11446;50;;;60;;',
    'Tổng cộng;150;;;260;;',
  ]);
  expect(above.figures.map(([cut, unit, , value]) => [cut, unit, value])).toEqual([
    ['2025-11', '11629', 100],
    ['2025-12', '11629', 200],
    ['2025-11', '11446', 50],
    ['2025-12', '11446', 60],
  ]);
  expect(above.sums).toEqual({ agrees: 2, differs: 0 });
  const between = await read([
    'Mã xã;Hồ sơ tiếp nhận;;Hồ sơ nộp trực tuyến;;;',
    ';T11/2025;T12/2025;T11/2025;;T12/2025;',
    ';;;Số lượng;Tỷ lệ (%);Số lượng;Tỷ lệ (%)',
    '11629;100;200;36;36;90;45',
  ]);
  expect(between.codes).toEqual([]);
  expect(between.figures).toEqual([
    ['2025-11', '11629', 'applications_received', 100],
    ['2025-12', '11629', 'applications_received', 200],
    ['2025-11', '11629', 'applications_online', 36],
    ['2025-12', '11629', 'applications_online', 90],
  ]);
});

test('what is counted in one month is no share of another', async () => {
  const { figures, codes } = await read([
    'Mã xã;Hồ sơ tiếp nhận;Hồ sơ nộp trực tuyến;',
    ';T11/2025;T12/2025;',
    ';;Số lượng;Tỷ lệ (%)',
    '11629;100;36;36',
  ]);
  expect(codes).toContain('DENOMINATOR_NOWHERE');
  expect(figures.map(([, , indicator]) => indicator)).toEqual(['applications_received']);
});

test('nothing but months: it is asked once what they hold, first for what the title speaks of', async () => {
  const lines = ['SỐ HỒ SƠ TIẾP NHẬN CÁC THÁNG NĂM 2025', 'Mã xã;Tên xã;Tháng 11;Tháng 12', '11629;;100;200'];
  const asked = await read(lines);
  expect(asked.figures).toEqual([]);
  expect(asked.questions).toEqual(['column:thang@C']);
  expect(asked.candidates[0]).toBe('value:applications_received');
  const told = await read(lines, { 'column:thang@C': 'value:applications_received' });
  expect(told.figures).toEqual([
    ['2025-11', '11629', 'applications_received', 100],
    ['2025-12', '11629', 'applications_received', 200],
  ]);
});
