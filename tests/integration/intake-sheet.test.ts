import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { SheetWindowDto } from '#shared/contract/intake-sheet.ts';
import { asLegacy } from '#tests/fixtures/intake/legacy-text.ts';
import { OFFICE_FORMATS, type OfficeSheet, writeOffice } from '#tests/fixtures/intake/office-formats.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const CUT = 'week-2026-03-02';
let application: Application;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = filledFolder();
  application = await createApp({ dataFolder, clock: () => new Date('2026-03-02T05:00:00.000Z') });
  await application.client.calendar.add({ cut: CUT, who: 'Trực ban' });
});
afterAll(() => application.close());

const inspect = (bytes: Uint8Array | string, name: string, more = {}) =>
  application.client.intake.inspect({
    file: new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name),
    cut: CUT,
    ...more,
  });
const window = (id: string | null, sheet: string, from = 1, to = 60, columns = { from: 0, to: 60 }) =>
  application.client.intake.sheet({ id: id ?? '', sheet, rows: { from, to }, columns });
const textsOf = ({ rows }: SheetWindowDto) => rows.map(({ row, texts }) => [row, ...texts]);
const marksOf = ({ rows }: SheetWindowDto) => rows.map(({ row, mark, unit }) => [row, mark, unit]);

const SHEET: OfficeSheet = {
  name: 'Số liệu',
  rows: [
    ['UBND THÀNH PHỐ HẢI PHÒNG'],
    [],
    ['Mã xã', 'Tên xã', 'Hồ sơ trực tuyến', null, 'Thiết bị số'],
    [null, null, 'Tử số', 'Mẫu số', null],
    [null, 'Các xã'],
    ['11629', 'Xã An Lão', 40, 50, 'Có'],
    ['11446', 'Phường Phù Liễn', 30, 20, 'Có'],
    [null, 'Tổng cộng', 70, 70, null],
    [null, null, null, 'NGƯỜI LẬP BIỂU'],
  ],
  merges: ['A1:E1', 'C3:D3', 'A3:A4', 'B3:B4', 'E3:E4'],
};

test.each(OFFICE_FORMATS)(
  '$name ($bookType): texts, merged cells and what was made of the rows',
  async (format) => {
    const preview = await inspect(writeOffice(format, [SHEET]), format.name);
    const sheet = preview.sheets[0]?.sheet ?? '';
    const shown = await window(preview.id, sheet);
    expect(shown).toMatchObject({ lastRow: 9, width: 5, isWhole: true });
    expect(textsOf(shown).slice(4, 6)).toEqual([
      [6, '11629', 'Xã An Lão', '40', '50', 'Có'],
      [7, '11446', 'Phường Phù Liễn', '30', '20', 'Có'],
    ]);
    expect(shown.rows[4]?.kinds).toMatch(/^[tn]tnnt$/);
    const merged = shown.merged.map(({ row, column, rows, columns }) => [row, column, rows, columns]);
    expect(merged.toSorted()).toEqual([
      [1, 0, 1, 5],
      [3, 0, 2, 1],
      [3, 1, 2, 1],
      [3, 2, 1, 2],
      [3, 4, 2, 1],
    ]);
    expect(preview.sheets[0]).toMatchObject({ header: { first: 3, last: 4 }, headEnds: 4 });
    expect(marksOf(shown).slice(3)).toEqual([
      [5, 'section', null],
      [6, 'used', '11629'],
      [7, 'rejected', '11446'],
      [8, 'total', null],
      [9, 'signature', null],
    ]);
  },
);

test('a window holds what was asked for and no more, a single cell the whole of its text', async () => {
  const long = 'dài '.repeat(300).trim();
  const rows = Array.from({ length: 1000 }, (_, at) => `${at};Xã ${at};${at === 500 ? long : 'Có'}`);
  const { id } = await inspect(`Mã xã;Tên xã;Thiết bị số\n${rows.join('\n')}\n`, 'rong.csv');
  const middle = await window(id, 'rong.csv', 500, 504, { from: 1, to: 3 });
  expect(middle.rows.map(({ row }) => row)).toEqual([500, 501, 502, 503, 504]);
  expect(middle.rows[0]?.texts).toEqual(['Xã 498', 'Có']);
  expect(middle.rows[2]?.texts[1]).toHaveLength(201);
  const cell = await window(id, 'rong.csv', 502, 502, { from: 2, to: 3 });
  expect(cell.rows[0]?.texts).toEqual([long]);
  const whole = await window(id, 'rong.csv', 1, 1_000_000);
  expect(whole).toMatchObject({ lastRow: 1001, isWhole: true });
  expect(whole.rows).toHaveLength(256);
  const these = await application.client.intake.sheet({
    ...{ id: id ?? '', sheet: 'rong.csv', rows: { these: [900, 3, 5000] } },
    columns: { from: 0, to: 1 },
  });
  expect(textsOf(these)).toEqual([
    [3, '1'],
    [900, '898'],
  ]);
  const found = await application.client.intake.sheetSearch({
    id: id ?? '',
    sheet: 'rong.csv',
    text: 'XA 99',
  });
  expect(found.total).toBe(11);
  expect(found.rows.slice(0, 2)).toEqual([101, 992]);
});

test('rows with problems and rows left out are found, and follow what a person says', async () => {
  const text = 'Mã xã;Tên xã;Thiết bị số\n11629;Xã An Lão;Có\n11446;Phường Phù Liễn;7\n;Tổng cộng;\n';
  const preview = await inspect(text, 'loc.csv');
  const id = preview.id ?? '';
  const rowsOf = async (only: 'problems' | 'leftOut') =>
    (await application.client.intake.sheetSearch({ id, sheet: 'loc.csv', only })).rows;
  expect(await rowsOf('problems')).toEqual([3]);
  expect(await rowsOf('leftOut')).toEqual([4]);
  await application.client.intake.revise({
    ...{ id, cut: CUT, fixes: { 'loc.csv!C3': 'Không' } },
    layout: { 'loc.csv': { rows: { 2: 'note' } } },
  });
  expect(await rowsOf('problems')).toEqual([]);
  expect(await rowsOf('leftOut')).toEqual([2, 4]);
  expect(marksOf(await window(id, 'loc.csv')).slice(1)).toEqual([
    [2, 'note', null],
    [3, 'used', '11446'],
    [4, 'total', null],
  ]);
  // The sheet stays as its sender wrote it.
  expect((await window(id, 'loc.csv')).rows[2]?.texts).toEqual(['11446', 'Phường Phù Liễn', '7']);
});

test('text of old alphabets and encodings is shown as it is meant', async () => {
  const text = 'Mã xã;Tên xã;Thiết bị số\n11629;Xã An Lão;Có\n11446;Phường Phù Liễn;Không\n';
  const tcvn3 = await inspect(Buffer.from(asLegacy(text, 'tcvn3'), 'latin1'), 'tcvn3.csv');
  expect(tcvn3.encoding).toBe('tcvn3');
  expect(textsOf(await window(tcvn3.id, 'tcvn3.csv'))[2]).toEqual([3, '11446', 'Phường Phù Liễn', 'Không']);
  const { id } = await inspect(Buffer.from('Mã xã;Thi\xaat\n11629;Có\n', 'latin1'), '1258.csv', {
    dialect: { encoding: 'windows-1258' },
  });
  expect(textsOf(await window(id, '1258.csv'))[1]).toEqual([2, '11629', 'Có']);
  const reread = await application.client.intake.revise({ id: id ?? '', dialect: { delimiter: '|' } });
  expect(textsOf(await window(reread.id, '1258.csv'))[1]).toEqual([2, '11629;Có']);
});

test('a sheet without a cell is an empty window; one wider than any table is refused in words', async () => {
  const empty: OfficeSheet = { name: 'Trống', rows: [] };
  const preview = await inspect(writeOffice(OFFICE_FORMATS[0], [SHEET, empty]), 'trong.xlsx');
  expect(await window(preview.id, 'Trống')).toEqual({
    rows: [],
    merged: [],
    lastRow: 0,
    width: 0,
    isWhole: true,
  });
  const wide = { name: 'Rộng', rows: [['Mã xã', ...Array.from({ length: 16_383 }, (_, at) => at)]] };
  const refused = await inspect(writeOffice(OFFICE_FORMATS[0], [wide]), 'rong.xlsx');
  expect(refused).toMatchObject({ id: null, outcome: 'refused' });
  expect(refused.problems[0]).toMatchObject({ code: 'LIMIT_EXCEEDED', values: { limit: 'columns' } });
  await expect(window('nobody', 'Rộng')).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' });
  await expect(window(preview.id, 'Không có')).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' });
});

test('a file that was changed while it waited is said to be unreadable, and nothing else goes wrong', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `${at};Xã;Có`).join('\n');
  const { id } = await inspect(`Mã xã;Tên xã;Thiết bị số\n${rows}\n`, 'doi.csv', { keep: true });
  writeFileSync(join(dataFolder, 'inbox', id ?? ''), 'Mã xã;Tên xã\n');
  await expect(window(id, 'doi.csv')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
  await expect(window(id, 'doi.csv')).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
});
