import { expect, test } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import {
  OFFICE_FORMATS,
  type OfficeFormat,
  type OfficeSheet,
  writeOffice,
} from '#tests/fixtures/intake/office-formats.ts';
import { cells, chartOf, results, writeOldWorkbook } from '#tests/fixtures/intake/old-workbook.ts';
import { bytesSource, readAll } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';

const REPORT: OfficeSheet = {
  name: 'Số liệu',
  rows: [
    ['UBND THÀNH PHỐ HẢI PHÒNG'],
    ['BÁO CÁO THÁNG 12/2025'],
    [],
    ['STT', 'Mã xã', 'Tên xã', 'Thiết bị số', 'Hồ sơ trực tuyến (%)', 'Ngày', 'Ghi chú'],
    [
      1,
      '11629',
      'Xã An Lão',
      'Có',
      { t: 'n', v: 0.597, z: '0.0%' },
      { t: 'n', v: 45_869, z: 'dd/mm/yyyy' },
      'đủ "máy" & mạng <5',
    ],
    [2, '11446', 'Phường Phù Liễn', 'Khám phá', { t: 'n', v: 0.5, z: '0%' }, null, '  hai  dòng'],
    [3, '', 'Tổng cộng', 2, { t: 'n', v: 0.25, f: 'E5*E6', z: '0.0%' }, true],
  ],
  merges: ['A1:G1'],
};
const HIDDEN: OfficeSheet = { name: 'Nháp', rows: [['cũ', 1]], isHidden: true };

/** As which the other program writes what a formula shows, not the formula. */
const WITHOUT_FORMULAS = new Set<string>(['html', 'biff8', 'xlsb']);
const isPage = ({ bookType }: OfficeFormat): boolean => bookType === 'html';

test.each(OFFICE_FORMATS)('$name ($bookType) holds what the sheet says, cell for cell', async (format) => {
  const [, , header, first, second, sum] = await readAll(format.name, writeOffice(format, [REPORT, HIDDEN]));
  expect(header).toEqual({ row: 4, cells: REPORT.rows[3] });
  expect(first?.cells).toEqual([
    ...[1, '11629', 'Xã An Lão', 'Có', { kind: 'percent', value: 0.597 }],
    { kind: 'date', value: '2025-07-31', serial: 45_869 },
    'đủ "máy" & mạng <5',
  ]);
  expect(second?.cells.slice(0, 6)).toEqual([
    ...[2, '11446', 'Phường Phù Liễn', 'Khám phá', { kind: 'percent', value: 0.5 }, null],
  ]);
  // A page shows blanks as one.
  expect(second?.cells[6]).toBe(isPage(format) ? 'hai dòng' : '  hai  dòng');
  const value = { kind: 'percent', value: 0.25 };
  expect(sum?.cells[4]).toMatchObject(
    WITHOUT_FORMULAS.has(format.bookType) ? value : { kind: 'formula', value },
  );
  expect(sum?.cells[5]).toBe(true);
});

test.each(OFFICE_FORMATS)(
  '$name ($bookType) gives the figures, problems and questions of the .xlsx',
  async (format) => {
    const collect = async (one: OfficeFormat) => {
      const file = await openTable(bytesSource('a', writeOffice(one, [REPORT])));
      const { figures, problems, questions, rows } = await collectFigures(file, 'a', collectOptions());
      const values = Array.from({ length: figures.size }, (_, index) => figures.get(index));
      const codes = problems.kept.map(({ code, row, column }) => [code, row, column]);
      const asked = questions.map(({ id, candidates }) => [id, candidates]);
      return { values, asked, rows, codes: codes.filter(([code]) => code !== 'FILE_EXTENSION_WRONG') };
    };
    const [first] = OFFICE_FORMATS;
    const right = await collect(first);
    expect(right.values).toHaveLength(3);
    expect(right.asked).toHaveLength(1);
    expect(await collect(format)).toEqual(right);
  },
);

test.each(OFFICE_FORMATS.filter((format) => !isPage(format)))(
  '$name ($bookType) keeps hidden sheets apart',
  async (format) => {
    const file = await openTable(bytesSource(format.name, writeOffice(format, [REPORT, HIDDEN])));
    expect(file.sheets).toEqual([
      { name: 'Số liệu', isHidden: false },
      { name: 'Nháp', isHidden: true },
    ]);
    expect(file.problems.map(({ code, sheet }) => [code, sheet])).toEqual([['SHEET_HIDDEN', 'Nháp']]);
  },
);

test.each(OFFICE_FORMATS)('$name ($bookType) is known by its content alone', async (format) => {
  const file = await openTable(bytesSource('a.csv', writeOffice(format, [REPORT])));
  expect(file.problems.map(({ code, values }) => [code, values.extension])).toEqual([
    ['FILE_EXTENSION_WRONG', 'csv'],
  ]);
});

test('a workbook of many texts goes on from record to record', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => [`Xã số ${index} ${'á'.repeat(index % 60)}`]);
  const [, , xls] = OFFICE_FORMATS;
  const read = await readAll('a.xls', writeOffice(xls, [{ name: 'A', rows }]));
  expect(read.map(({ cells: [text] }) => [text])).toEqual(rows);
});

test('Excel 5: a formula without a result has none, that of an empty text has one', async () => {
  const records = [
    cells.formula(0, 0, results.none, 3),
    cells.formula(0, 1, results.none),
    cells.formula(0, 2, results.number(12)),
    cells.formula(0, 3, results.text),
    cells.formulaText('xong'),
    cells.number(2, 1, 0.5, 1),
  ];
  const read = await readAll(
    'a.xls',
    writeOldWorkbook({ records, fonts: ['Arial', 'Arial'], formats: [0, 10] }),
  );
  const formula = (value: unknown) => ({ kind: 'formula', value, formula: '' });
  expect(read).toEqual([
    { row: 1, cells: [formula(null), formula(''), formula(12), formula('xong')] },
    { row: 3, cells: [null, { kind: 'percent', value: 0.5 }] },
  ]);
});

test('cells that a chart in the sheet remembers are none of the sheet', async () => {
  const records = [cells.number(0, 0, 1), ...chartOf(cells.number(0, 0, 99)), cells.number(1, 0, 2)];
  const read = await readAll('a.xls', writeOldWorkbook({ records }));
  expect(read.map((row) => row.cells)).toEqual([[1], [2]]);
});

const ods = (body: string, styles = '') =>
  Buffer.from(
    `<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="s" xmlns:fo="f">${styles}<office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document>`,
  );
const p = (text: string) => `<text:p>${text}</text:p>`;
const odsCell = (attributes: string, inside = '') =>
  `<table:table-cell ${attributes}>${inside}</table:table-cell>`;

test('OpenDocument: repeated cells and rows are there as often as they say, the empty ones cost nothing', async () => {
  const rows = [
    `<table:table-row table:number-rows-repeated="1000000">${odsCell('table:number-columns-repeated="16384"')}</table:table-row>`,
    `<table:table-row table:number-rows-repeated="2">${odsCell('office:value-type="float" office:value="7" table:number-columns-repeated="3"')}${odsCell('table:number-columns-repeated="16000"')}</table:table-row>`,
    `<table:table-row>${odsCell('')}${odsCell('office:value-type="string"', `${p('một<text:s text:c="2"/>dòng')}${p('hai')}<office:annotation>${p('lời chú')}</office:annotation>`)}</table:table-row>`,
  ];
  expect(
    await readAll('a.fods', ods(`<table:table table:name="A">\n${rows.join('\n')}\n</table:table>`)),
  ).toEqual([
    { row: 1_000_001, cells: [7, 7, 7] },
    { row: 1_000_002, cells: [7, 7, 7] },
    { row: 1_000_003, cells: [null, 'một  dòng\nhai'] },
  ]);
});

test('OpenDocument: a formula without a result has none, an error is one, what a change replaced is not there', async () => {
  const changes = `<table:tracked-changes><table:cell-content-change>${odsCell('office:value-type="float" office:value="99"')}</table:cell-content-change></table:tracked-changes>`;
  const row = `<table:table-row>${odsCell('table:formula="of:=[.A1]+1"')}${odsCell('table:formula="of:=1/0" office:value-type="string"', p('#DIV/0!'))}${odsCell('office:value-type="date" office:date-value="2025-12-31T16:30:00"', p('x'))}</table:table-row>`;
  expect(await readAll('a.fods', ods(`${changes}<table:table table:name="A">${row}</table:table>`))).toEqual([
    {
      row: 1,
      cells: [
        { kind: 'formula', value: null, formula: '[.A1]+1' },
        { kind: 'formula', value: { kind: 'error', error: '#DIV/0!' }, formula: '1/0' },
        { kind: 'date', value: '2025-12-31T16:30', serial: 46_022.6875 },
      ],
    },
  ]);
});

test('a page of Excel gives the numbers behind what it shows, where merged cells stand and how it formats', async () => {
  const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset=utf-8>
    <style><!-- .xl24 {mso-number-format:"0\\.0%"; font-family:Arial;} .xl25 {mso-number-format:"dd\\/mm\\/yyyy";} --></style>
    <title>bỏ</title></head><body><!-- <table><tr><td>bỏ</td></tr></table> -->
    <table><tr><td rowspan=2>Tên xã</td><td colspan=2>Hồ sơ</td></tr>
    <tr><td>Số</td><td>Tỷ lệ</td></tr>
    <tr><td>X&atilde; An L&#227;o&nbsp;</td><td x:num="1912">1.912</td><td class=xl24 x:num="0.597">59,7%</td><td class=xl25 x:num="45869">31/07/2025</td><td x:num="12" x:fmla="=A1+B1">12<td>x<br>y</table></body></html>`;
  expect(await readAll('a.xls', Buffer.from(page))).toEqual([
    { row: 1, cells: ['Tên xã', 'Hồ sơ'] },
    { row: 2, cells: [null, 'Số', 'Tỷ lệ'] },
    {
      row: 3,
      cells: [
        ...['Xã An Lão', 1912, { kind: 'percent', value: 0.597 }],
        { kind: 'date', value: '2025-07-31', serial: 45_869 },
        ...[{ kind: 'formula', value: 12, formula: 'A1+B1' }, 'x y'],
      ],
    },
  ]);
});

test('tables inside and behind one another are sheets of their own', async () => {
  const page =
    '<table><tr><td>ngoài <table><tr><td>trong</td></tr></table> sau</td></tr></table><table></table><table><tr><th>hai</th></tr></table>';
  const file = await openTable(bytesSource('a.html', Buffer.from(page)));
  expect(file.sheets.map(({ name }) => name)).toEqual(['a.html', 'a.html (2)', 'a.html (4)']);
  expect(await readAll('a.html', Buffer.from(page), 1)).toEqual([{ row: 1, cells: ['trong'] }]);
});

test('XML of Excel 2003 in UTF-16: skipped rows and cells, merged cells, styles by name', async () => {
  const xml = `<?xml version="1.0" encoding="UTF-16"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="q" ss:Parent="p"/></Styles>
    <Worksheet ss:Name="Đầu"><Table><Column ss:Index="2" ss:StyleID="q"/>
    <Row ss:Index="3"><Cell ss:MergeAcross="2"><Data ss:Type="String">Hồ sơ</Data></Cell><Cell><Data ss:Type="Number">4</Data></Cell></Row>
    <Row><Cell ss:Index="2"><Data ss:Type="Number">0.5</Data></Cell><Cell><Data ss:Type="DateTime">2025-12-31T00:00:00.000</Data></Cell><Cell ss:Formula="=RC[-1]"/></Row>
    </Table></Worksheet></Workbook>`;
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
  expect(await readAll('a.xls', bytes)).toEqual([
    { row: 3, cells: ['Hồ sơ', null, null, 4] },
    {
      row: 4,
      cells: [
        ...[null, { kind: 'percent', value: 0.5 }],
        { kind: 'date', value: '2025-12-31', serial: 46_022 },
        { kind: 'formula', value: null, formula: 'RC[-1]' },
      ],
    },
  ]);
});
