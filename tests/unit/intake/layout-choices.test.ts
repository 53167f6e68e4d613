import { expect, test } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { revisionDto, revisionOf } from '#main/core/take/intake/inbox/revision.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { type SheetChoicesDto, sheetChoices } from '#shared/contract/intake-revision.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';

interface Said {
  readonly layout?: SheetChoicesDto;
  readonly answers?: Readonly<Record<string, string>>;
  readonly excluded?: readonly string[];
}

async function read(lines: readonly string[], { layout, answers = {}, excluded = [] }: Said = {}) {
  const file = await openTable(bytesSource('a.csv', Buffer.from(`${lines.join('\n')}\n`)));
  const said = revisionOf({
    ...{ answers, excluded, fixes: {}, dialect: {} },
    layout: layout === undefined ? {} : { 'a.csv': layout },
  });
  const options = collectOptions({
    answers: said.answers,
    excluded: said.excluded,
    ...(said.layout === undefined ? {} : { layout: said.layout }),
  });
  const result = await collectFigures(file, 'a.csv', options);
  const all = Array.from({ length: result.figures.size }, (_, at) => result.figures.get(at));
  const [sheet] = result.sheets;
  return {
    values: all.map(({ unit, indicator, value }) => [unit, indicator, value]),
    codes: result.problems.kept.map(({ code, row, column }) => `${code} ${column ?? ''}${row ?? ''}`.trim()),
    kept: result.problems.kept,
    header: sheet?.layout?.header ?? null,
    columns: sheet?.layout?.columns ?? [],
    leftOut: sheet?.leftOut.rows() ?? [],
    account: result.account,
  };
}

const NO_HEADER = ['Bảng một;;', 'Mã số hóa;Hạ tầng;Con người', '11629;Có;Không', '11446;Không;Có'];
const ROLES = {
  'column:ma so hoa': 'unitCode',
  'column:ha tang': 'value:devices',
  'column:con nguoi': 'value:staff',
};

test('a file of which no header is found is read by the header rows and columns that a person names', async () => {
  expect((await read(NO_HEADER)).codes).toEqual(['HEADER_NOT_FOUND']);
  const chosen = await read(NO_HEADER, { layout: { header: { first: 2, last: 2 } } });
  expect(chosen.columns.map(({ questionId }) => questionId)).toEqual(Object.keys(ROLES));
  expect(chosen.codes.filter((code) => code.startsWith('LAYOUT'))).toEqual([
    'LAYOUT_NO_UNIT 2',
    'LAYOUT_NO_FIGURE 2',
  ]);
  const read2 = await read(NO_HEADER, { layout: { header: { first: 2, last: 2 } }, answers: ROLES });
  expect(read2.codes).toEqual([]);
  expect(read2.columns.map(({ certainty }) => certainty)).toEqual(['chosen', 'chosen', 'chosen']);
  expect(read2.values).toEqual([
    ['11629', 'devices', 1],
    ['11629', 'staff', 0],
    ['11446', 'devices', 0],
    ['11446', 'staff', 1],
  ]);
});

test('a header of three rows is read by its lowest texts, merged ones in each column that they span', async () => {
  const lines = ['Mã xã;Điều kiện;;', ';Vật chất;;Khác', ';Thiết bị số;Hạng mục;Ghi thêm', '11629;Có;a;b'];
  const { header, columns, values } = await read(lines, { layout: { header: { first: 1, last: 3 } } });
  expect(header).toEqual({ first: 1, last: 3 });
  expect(columns.map(({ header: text }) => text)).toEqual([
    'Mã xã',
    'Vật chất / Thiết bị số',
    'Vật chất / Hạng mục',
    'Khác / Ghi thêm',
  ]);
  expect(values).toEqual([['11629', 'devices', 1]]);
});

test('columns without a header, or with one that another has too, are named by their letters', async () => {
  const lines = ['Mã xã;Thiết bị số;;Mục;Mục', '11629;Có;Không;1;0'];
  const { columns } = await read(lines);
  const ids = columns.map(({ questionId }) => questionId);
  expect(ids).toEqual(['column:ma xa', 'column:thiet bi so', 'column:@C', 'column:muc@D', 'column:muc@E']);
  const { values } = await read(lines, {
    answers: { 'column:@C': 'value:staff', 'column:muc@E': 'value:signature_specialised' },
  });
  expect(values).toEqual([
    ['11629', 'devices', 1],
    ['11629', 'staff', 0],
    ['11629', 'signature_specialised', 0],
  ]);
});

test('two columns cannot be said to be the same', async () => {
  const lines = ['Mã xã;Thiết bị số;Con người', '11629;Có;Không'];
  const { codes } = await read(lines, { answers: { 'column:con nguoi': 'value:devices' } });
  expect(codes).toContain('COLUMN_TWICE C1');
});

test('a column that a person says holds rates keeps the percent of its header', async () => {
  const lines = ['Mã xã;Mức nộp qua mạng (%)', '11629;85', '11446;0,5'];
  const { values } = await read(lines, {
    layout: { header: { first: 1, last: 1 } },
    answers: { 'column:muc nop qua mang': 'value:applications_online' },
  });
  expect(values.map(([, , value]) => value)).toEqual([0.85, 0.005]);
});

const ROWS = [
  'Mã xã;Tên xã;Thiết bị số',
  ';Vùng cao;2',
  '11629;Xã An Lão;Có',
  '11446;Phường Phù Liễn;Có',
  ';Lập ngày 5;9',
  ';;chữ ký',
];

test('rows are what a person says they are, and none is dropped without a word', async () => {
  expect((await read(ROWS)).codes.filter((code) => code.startsWith('UNIT'))).not.toEqual([]);
  const { codes, values, leftOut, account } = await read(ROWS, {
    layout: { rows: { 2: 'section' }, lastRow: 4 },
    excluded: ['a.csv!4'],
  });
  // The group states 2 and one unit of it is left: nothing is taken before somebody looks.
  expect(values).toEqual([]);
  expect(leftOut).toEqual([
    { row: 2, rule: 'section' },
    { row: 4, rule: 'hand' },
    { row: 5, rule: 'footer' },
    { row: 6, rule: 'footer' },
  ]);
  expect(account.leftOut).toEqual([
    { rule: 'section', count: 1 },
    { rule: 'hand', count: 1 },
    { rule: 'footer', count: 2 },
  ]);
  expect(codes).toEqual(['TOTAL_DIFFERS C2', 'SECTIONS_LEFT_OUT', 'ROWS_TAKEN_OUT', 'FOOTER_LEFT_OUT']);
});

test('a row that the rules would leave out is read where a person says that it is a unit', async () => {
  const lines = ['Tên xã;Thiết bị số', 'Cộng;Có', 'Xã An Lão;Có'];
  const found = await read(lines, { layout: { rows: { 2: 'unit' } } });
  const unknown = found.kept.find(({ row }) => row === 2);
  expect(unknown).toMatchObject({ code: 'UNIT_UNKNOWN' });
  const key = unknown?.key ?? '';
  expect(key).toBe('unit:|công5|');
  const answered = await read(lines, { layout: { rows: { 2: 'unit' } }, answers: { [key]: '11446' } });
  expect(answered.values).toContainEqual(['11446', 'devices', 1]);
});

test('the first row of the body is where a person says', async () => {
  const lines = ['Mã xã;Thiết bị số', '11446;Không', '11629;Có'];
  expect((await read(lines, { layout: { firstRow: 3 } })).values).toEqual([['11629', 'devices', 1]]);
});

test('what was said goes through the inbox unchanged, and nonsense is refused', () => {
  const layout = {
    'Sheet 1': { header: { first: 2, last: 3 }, firstRow: 5, lastRow: 90, rows: { '7': 'total' as const } },
    'Sheet 2': {},
  };
  const input = { answers: {}, fixes: {}, excluded: [], dialect: {}, layout };
  expect(revisionDto(revisionOf(input)).layout).toEqual(layout);
  for (const wrong of [
    { header: { first: 3, last: 2 } },
    { header: { first: 1, last: 40 } },
    { rows: { a: 'total' } },
    { rows: { 1: 'nonsense' } },
    { firstRow: 0 },
  ])
    expect(sheetChoices.safeParse(wrong).success).toBe(false);
});
