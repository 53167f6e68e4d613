import { expect, test } from 'vitest';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { dateFromSerial, lookOfFormat } from '#main/core/take/intake/read/xlsx/dates.ts';
import { bytesSource, readAll } from '#tests/fixtures/intake/read-all.ts';
import { writeWorkbook } from '#tests/fixtures/intake/workbook.ts';

const only = (rows: string) => ({ sheets: [{ name: 'Số liệu', rows }] });

test('reads shared, rich, inline and formula texts as NFC', async () => {
  const bytes = writeWorkbook({
    ...only(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>' +
        '<c r="D2" t="inlineStr"><is><t>Ba </t><r><t>Tơ</t></r></is></c>' +
        '<c r="E2" t="str"><f>A2</f><v>x</v></c></row>',
    ),
    texts: `<si><t>${'Đắk Lắk'.normalize('NFD')}</t></si><si><r><t>Phù </t></r><r><t>Liễn</t></r><rPh><t>bỏ</t></rPh></si>`,
  });
  expect(await readAll('a.xlsx', bytes)).toEqual([
    { row: 2, cells: ['Đắk Lắk', null, 'Phù Liễn', 'Ba Tơ', { kind: 'formula', value: 'x', formula: 'A2' }] },
  ]);
});

test('reads numbers, booleans, dates, percents, errors and formulas without a result', async () => {
  const bytes = writeWorkbook({
    ...only(
      '<row r="1"><c r="A1"><v>0</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" s="1"><v>45869</v></c>' +
        '<c r="D1" s="2"><v>0.505</v></c><c r="E1" t="e"><v>#DIV/0!</v></c><c r="F1"><f>1+1</f></c>' +
        '<c r="G1"><f>A1</f><v>0</v></c><c r="H1" s="3"><v>45869.6666666667</v></c></row>',
    ),
    formats: ['dd/mm/yyyy', '0.0%', 'yyyy-mm-dd hh:mm'],
  });
  const [row] = await readAll('a.xlsx', bytes);
  expect(row?.cells).toEqual([
    0,
    true,
    { kind: 'date', value: '2025-07-31', serial: 45869 },
    { kind: 'percent', value: 0.505 },
    { kind: 'error', error: '#DIV/0!' },
    { kind: 'formula', value: null, formula: '1+1' },
    { kind: 'formula', value: 0, formula: 'A1' },
    { kind: 'date', value: '2025-07-31T16:00', serial: 45869.6666666667 },
  ]);
});

test('reads a workbook that has collected 64,000 formats', async () => {
  const bytes = writeWorkbook({
    ...only('<row><c s="64000"><v>0.5</v></c></row>'),
    formats: Array.from({ length: 64_000 }, () => '0.0%'),
  });
  const [row] = await readAll('a.xlsx', bytes);
  expect(row?.cells).toEqual([{ kind: 'percent', value: 0.5 }]);
});

test('follows the 1904 epoch where the workbook says so', async () => {
  const bytes = writeWorkbook({
    ...only('<row><c s="1"><v>44407</v></c></row>'),
    formats: ['dd/mm/yyyy'],
    date1904: true,
  });
  const [row] = await readAll('a.xlsx', bytes);
  expect(row?.cells).toEqual([{ kind: 'date', value: '2025-07-31', serial: 44407 }]);
});

test('places rows and cells without a position behind the one before', async () => {
  const bytes = writeWorkbook(
    only('<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="B5"><v>3</v></c><c><v>4</v></c></row>'),
  );
  expect(await readAll('a.xlsx', bytes)).toEqual([
    { row: 1, cells: [1, 2] },
    { row: 5, cells: [null, 3, 4] },
  ]);
});

test('reads a workbook written with a namespace prefix', async () => {
  const bytes = writeWorkbook({
    ...only('<x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row>'),
    prefix: 'x',
  });
  expect(await readAll('a.xlsx', bytes)).toEqual([{ row: 1, cells: [7] }]);
});

test('does not mind merges and validations over the whole sheet', async () => {
  const after =
    '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
  const bytes = writeWorkbook({
    sheets: [{ name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c></row>', after }],
  });
  expect(await readAll('a.xlsx', bytes)).toEqual([{ row: 1, cells: [1] }]);
});

test('knows hidden sheets and keeps the hidden sheet of a template apart', async () => {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const bytes = writeWorkbook({
    sheets: [
      { name: 'Số liệu', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
      { name: 'Ẩn', rows: '', state: 'hidden' },
      { name: '_meta', rows: `<row>${cell('template')}${cell('t-1')}</row>`, state: 'veryHidden' },
    ],
  });
  const file = await openTable(bytesSource('a.xlsx', bytes));
  expect(file.sheets).toEqual([
    { name: 'Số liệu', isHidden: false },
    { name: 'Ẩn', isHidden: true },
  ]);
  expect(file.meta).toEqual(new Map([['template', 't-1']]));
  expect(file.problems.map(({ code, sheet }) => [code, sheet])).toEqual([['SHEET_HIDDEN', 'Ẩn']]);
});

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [61, false, '1900-03-01'],
  [45869, false, '2025-07-31'],
  [0, true, '1904-01-01'],
  [45869.99999, false, '2025-08-01'],
  [-1, false, null],
  [Number.NaN, false, null],
])('turns serial %d (1904: %s) into %s', (serial, is1904, date) => {
  expect(dateFromSerial(serial, is1904)).toBe(date);
});

test.each([
  [0, 'dd/mm/yyyy', 'date'],
  [0, '0.00" ngày"', 'plain'],
  [0, '[Red]0.0%', 'percent'],
  [14, undefined, 'date'],
  [9, undefined, 'percent'],
  [0, 'General', 'plain'],
  [0, '#,##0\\d', 'plain'],
] as const)('takes number format %d %s as %s', (id, code, look) => {
  expect(lookOfFormat(id, code)).toBe(look);
});
