import { expect, test } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { revisionOf } from '#main/core/take/intake/inbox/revision.ts';
import { proofOf } from '#main/core/take/intake/proof/of-collection.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import type { SheetChoicesDto } from '#shared/contract/intake-revision.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';

interface Said {
  readonly layout?: SheetChoicesDto;
  readonly answers?: Readonly<Record<string, string>>;
  readonly fixes?: Readonly<Record<string, string>>;
}

async function read(lines: readonly string[], { layout, answers = {}, fixes = {} }: Said = {}) {
  const file = await openTable(bytesSource('a.csv', Buffer.from(`${lines.join('\n')}\n`)));
  const said = revisionOf({
    ...{ answers, fixes, excluded: [], dialect: {} },
    layout: layout === undefined ? {} : { 'a.csv': layout },
  });
  const options = collectOptions({
    defaultCut: 'month-2025-12',
    answers: said.answers,
    fixes: said.fixes,
    ...(said.layout === undefined ? {} : { layout: said.layout }),
    resolveCut: (text) => ({ outcome: 'known', code: text.startsWith('month-') ? text : `month-${text}` }),
  });
  const result = await collectFigures(file, 'a.csv', options);
  const proof = proofOf(result, { communes: null, past: { compared: 0, doubtful: 0 }, overnight: 0 });
  const all = Array.from({ length: result.figures.size }, (_, at) => result.figures.get(at));
  const [sheet] = result.sheets;
  return {
    figures: all.map(({ unit, indicator, value, numerator, row }) => [
      unit,
      indicator,
      numerator ?? value,
      row,
    ]),
    cuts: all.map(({ cut }) => cut),
    problems: result.problems.kept.map(({ code, row, column }) =>
      `${code} ${column ?? ''}${row ?? ''}`.trim(),
    ),
    questions: result.questions.map(({ id, first }) => `${id} ${first.column ?? ''}${first.row ?? ''}`),
    columns: sheet?.layout?.columns.map(({ header, meaning }) => `${header}: ${meaning.role}`) ?? [],
    marks: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((row) => sheet?.marks.of(row) ?? null),
    verdict: proof.verdict,
    account: result.account,
  };
}

const TABLE = [
  'BIỂU TỔNG HỢP HẢI PHÒNG THÁNG 12 NĂM 2025;;;;;',
  'STT;Chỉ tiêu;Đơn vị tính;Xã An Lão;Phường Phù Liễn;Tổng cộng',
  '1;Hồ sơ tiếp nhận;Hồ sơ;100;200;300',
  '2;Số hồ sơ nộp trực tuyến;Hồ sơ;36;90;126',
  '3;Tỷ lệ hồ sơ nộp trực tuyến;%;36;45;42',
  ';;;;;',
  ';Người lập biểu;;;;TM. ỦY BAN NHÂN DÂN',
  ';Nguyễn Văn An;;;;',
];

test('a table whose units stand across is read, proven by its totals and rates, and every row has its place', async () => {
  const { figures, problems, verdict, account, marks } = await read(TABLE);
  expect(problems).toEqual(['UNITS_ACROSS 2', 'TOTALS_LEFT_OUT', 'SIGNATURES_LEFT_OUT']);
  expect(figures).toEqual([
    ['11629', 'applications_received', 100, 3],
    ['11629', 'applications_online', 36, 5],
    ['11446', 'applications_received', 200, 3],
    ['11446', 'applications_online', 90, 5],
  ]);
  expect(account.sums).toEqual({ agrees: 2, differs: 0 });
  expect(account.rates).toEqual({ stated: 2, differing: 0 });
  expect(verdict).toBe('proven');
  expect(marks).toEqual([null, 'used', 'used', 'used', 'used', null, 'signature', 'signature', null]);
});

test('what is wrong in it is told at its cell', async () => {
  const wrong = TABLE.map((line) =>
    line.replace('2;Số hồ sơ nộp trực tuyến;Hồ sơ;36', '2;Số hồ sơ nộp trực tuyến;Hồ sơ;x6'),
  );
  expect((await read(wrong)).problems).toContain('VALUE_NOT_NUMBER D4');
  const differs = TABLE.map((line) => line.replace('100;200;300', '100;200;301'));
  expect((await read(differs)).problems).toContain('TOTAL_DIFFERS F3');
  const mended = await read(wrong, { fixes: { 'a.csv!D4': '36' } });
  expect(mended.figures.map(([, , value]) => value)).toEqual([100, 36, 200, 90]);
});

test('codes below the names, and rows below a group', async () => {
  const { figures, problems } = await read([
    ';Xã An Lão;Phường Phù Liễn',
    ';11629;11446',
    'Hồ sơ nộp trực tuyến;;',
    '- Số lượng;36;90',
    'Hồ sơ tiếp nhận;100;200',
  ]);
  expect(problems.filter((one) => !/UNITS_ACROSS|LEFT_OUT|CODE_NAME/.test(one))).toEqual([]);
  expect(figures.map(([, indicator, value]) => [indicator, value])).toEqual([
    ['applications_online', 36],
    ['applications_received', 100],
    ['applications_online', 90],
    ['applications_received', 200],
  ]);
});

test('months down a table whose units stand across', async () => {
  const lines = [
    'SỐ HỒ SƠ TIẾP NHẬN NĂM 2025;;',
    'Tháng;Phường Gia Viên;Phường Phù Liễn',
    'Tháng 11;100;200',
    'Tháng 12;110;210',
  ];
  const asked = await read(lines, { layout: { orientation: 'across' } });
  expect(asked.questions).toEqual(['column:thang@B A3']);
  const { figures, cuts } = await read(lines, {
    answers: { 'column:thang@B': 'value:applications_received' },
  });
  expect(figures.map(([unit, , value]) => [unit, value])).toEqual([
    ['11359', 100],
    ['11359', 110],
    ['11446', 200],
    ['11446', 210],
  ]);
  expect(cuts).toEqual(['month-2025-11', 'month-2025-12', 'month-2025-11', 'month-2025-12']);
});

test('a person says that units stand one below the other, or across, and what a column of them is', async () => {
  expect((await read(TABLE, { layout: { orientation: 'down' } })).problems).toEqual(['HEADER_NOT_FOUND']);
  const lines = ['Chỉ tiêu;Nơi A;Nơi B', 'Hồ sơ tiếp nhận;100;200'];
  expect((await read(lines)).problems).toEqual(['HEADER_NOT_FOUND']);
  const across = await read(lines, { layout: { orientation: 'across' } });
  expect(across.problems).toEqual(['UNITS_ACROSS 1', 'UNIT_UNKNOWN B1', 'UNIT_UNKNOWN C1']);
  const named = await read(lines, {
    layout: { orientation: 'across', rows: { 3: 'summary' } },
    answers: { 'unit:|nơi a|': '11629' },
  });
  expect(named.problems).toContain('SUMMARIES_LEFT_OUT');
});

test('a row of a text file with more numbers than units is told and not read', async () => {
  const { problems, figures } = await read([
    'Chỉ tiêu,Phường Gia Viên,Phường Phù Liễn',
    'Hồ sơ tiếp nhận,1,912,200',
    'Lượt hỗ trợ,7,8',
  ]);
  expect(problems).toContain('ROW_TOO_WIDE 2');
  expect(figures.map(([, indicator, value]) => [indicator, value])).toEqual([
    ['support_operations', 7],
    ['support_operations', 8],
  ]);
});

test('a table of units down is never taken for one across, whatever its rows name', async () => {
  const { problems, figures } = await read([
    'Mã xã;Tên xã;Tỉnh;Hồ sơ tiếp nhận',
    '11629;Xã An Lão;Hải Phòng;10',
  ]);
  expect(problems).toEqual([]);
  expect(figures).toEqual([['11629', 'applications_received', 10, 2]]);
});

test('a total that stands before the units is a sum of them, not the name of a row', async () => {
  const lines = ['Chỉ tiêu;Tổng cộng;Phường Gia Viên;Phường Phù Liễn', 'Hồ sơ tiếp nhận;301;100;200'];
  expect((await read(lines)).problems).toContain('TOTAL_DIFFERS B2');
  const codes = await read(
    lines.map((line) => line.replace('Phường Gia Viên', '11359').replace('Phường Phù Liễn', '11446')),
  );
  expect(codes.problems).toContain('TOTAL_DIFFERS B2');
});
