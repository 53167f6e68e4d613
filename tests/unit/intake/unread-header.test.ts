import { expect, test } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';

async function read(lines: readonly string[], answers: Readonly<Record<string, string>> = {}) {
  const file = await openTable(bytesSource('a.csv', Buffer.from(`${lines.join('\n')}\n`)));
  const options = collectOptions({ answers: new Map(Object.entries(answers)) });
  const { figures, questions } = await collectFigures(file, 'a.csv', options);
  const asked = questions.filter(({ code }) => code === 'HEADER_UNREAD');
  return { taken: figures.size, asked: asked.map(({ values, first }) => [first.row, values.words]) };
}

test.each([
  [
    'a second row of names below it',
    ['Mã xã;Hồ sơ tiếp nhận;', ';Lũy kế từ đầu năm;Trong tháng', '11629;15125;1375'],
    [2, 'Lũy kế từ đầu năm | Trong tháng'],
  ],
  [
    'groups right above it',
    [';Năm 2024;Năm 2025', 'Mã xã;Hồ sơ tiếp nhận;Hồ sơ nộp trực tuyến', '11629;100;36'],
    [1, 'Năm 2024 | Năm 2025'],
  ],
  [
    'a second row of names of which one is a total',
    ['Mã xã;Hồ sơ tiếp nhận;Hồ sơ giải quyết;', ';;Tổng số;Đúng hạn', '11629;1375;754;751'],
    [2, 'Tổng số | Đúng hạn'],
  ],
  [
    'the group of a plan',
    ['Mã xã;Kế hoạch giao năm 2026;', ';Hồ sơ tiếp nhận;Hồ sơ nộp trực tuyến', '11629;100;36'],
    [1, 'Kế hoạch giao năm 2026'],
  ],
  [
    'a title that says figures of the year so far',
    ['SỐ LIỆU LŨY KẾ ĐẾN NGÀY 31/12', 'Mã xã;Hồ sơ tiếp nhận', '11629;100'],
    [1, 'SỐ LIỆU LŨY KẾ ĐẾN NGÀY 31/12'],
  ],
  [
    'a title that counts in thousands',
    ['Đơn vị tính: nghìn hồ sơ', 'Mã xã;Hồ sơ tiếp nhận', '11629;100'],
    [1, 'Đơn vị tính: nghìn hồ sơ'],
  ],
])('figures under %s are taken once a person has said that they are of the cut', async (_, lines, told) => {
  expect(await read(lines)).toEqual({ taken: 0, asked: [told] });
  const said = await read(lines, { 'header-words': 'figures' });
  expect(said.asked).toEqual([]);
  expect(said.taken).toBeGreaterThan(0);
});

test.each([
  ['numbers of columns', ['Mã xã;Hồ sơ tiếp nhận;Hồ sơ nộp trực tuyến', '(1);(2);(3)', '11629;100;36']],
  [
    'what they are counted in',
    ['Mã xã;Hồ sơ tiếp nhận;Hồ sơ nộp trực tuyến', ';hồ sơ;hồ sơ', '11629;100;36'],
  ],
  [
    'groups that say what is counted, and months',
    ['Mã xã;Dịch vụ công;', ';Hồ sơ tiếp nhận;Hồ sơ nộp trực tuyến', '11629;100;36'],
  ],
  ['a title and its date', ['UBND TỈNH', 'Hải Phòng, ngày 05/01/2026', 'Mã xã;Hồ sơ tiếp nhận', '11629;100']],
])('nothing is asked about %s', async (_, lines) => {
  expect((await read(lines)).asked).toEqual([]);
  expect((await read(lines)).taken).toBeGreaterThan(0);
});
