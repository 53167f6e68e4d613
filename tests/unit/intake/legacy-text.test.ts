import { expect, test } from 'vitest';
import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import { LEGACY_CHARSETS, LEGACY_READERS } from '#main/core/take/intake/read/legacy/charsets.ts';
import { guessCharset } from '#main/core/take/intake/read/legacy/letters.ts';
import { isSyllable } from '#main/core/take/intake/read/legacy/syllables.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { asLegacy } from '#tests/fixtures/intake/legacy-text.ts';
import { cells, writeOldWorkbook } from '#tests/fixtures/intake/old-workbook.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { workbookParts, writeWorkbook } from '#tests/fixtures/intake/workbook.ts';
import { writeZip } from '#tests/fixtures/intake/zip.ts';

const { units } = readCatalogue(new URL('../../../assets', import.meta.url).pathname);
const NAMES = [...units.provinces, ...units.communes].map(({ name }) => name);

async function read(name: string, bytes: Uint8Array) {
  const file = await openTable(bytesSource(name, bytes));
  const rows = [];
  for await (const batch of file.rows(0)) rows.push(...batch.map((row) => row.cells));
  const said = [...file.problems, ...(file.told?.() ?? [])].map(({ code, values }) => ({ code, ...values }));
  return { rows, said };
}

test.each([
  [
    'tcvn3',
    'Hµ Néi, x· Phóc Léc, huyÖn §ång V¨n, tØnh Th¸i B×nh, m­êi',
    'Hà Nội, xã Phúc Lộc, huyện Đồng Văn, tỉnh Thái Bình, mười',
  ],
  [
    'vni',
    'Haø Noäi, Thaønh phoá Hoà Chí Minh, Ñoàng Nai, tænh Bình Döông, ngöôøi',
    'Hà Nội, Thành phố Hồ Chí Minh, Đồng Nai, tỉnh Bình Dương, người',
  ],
] as const)('%s is read as it was meant', (charset, typed, meant) => {
  expect(LEGACY_READERS[charset](typed)).toBe(meant);
});

test('no list of units in Unicode is taken for an old alphabet', () => {
  expect(guessCharset(NAMES)).toBeNull();
  for (let at = 0; at < NAMES.length; at += 40) expect(guessCharset(NAMES.slice(at, at + 40))).toBeNull();
});

test.each(LEGACY_CHARSETS)('every hundred names of units in %s is known by its letters', (charset) => {
  // Capitals with marks are not in TCVN3: names of units are written with capitals that have none.
  const typed = NAMES.flatMap((name) => {
    try {
      return [asLegacy(name, charset)];
    } catch {
      return [];
    }
  });
  expect(typed.length / NAMES.length).toBeGreaterThan(0.9);
  for (let at = 0; at < typed.length; at += 100)
    expect(guessCharset(typed.slice(at, at + 100))).toBe(charset);
});

test('syllables are told by what may stand together, and by where the tone stands', () => {
  const right = [
    'nguyễn',
    'Đường',
    'quyền',
    'Giêng',
    'thuở',
    'khuya',
    'ỷ',
    'gì',
    'giữa',
    'hòa',
    'hoà',
    'ngoái',
    'của',
  ];
  const wrong = ['Néi', 'tØnh', 'Nôòi', 'chứcx', 'maõ', 'chỉễ', 'huyÖn', 'krông', 'tôí', 'xã́'];
  expect([...right, ...wrong].filter(isSyllable)).toEqual(right);
});

const TABLE = [
  ['Mã xã', 'Tên xã', 'Thiết bị số'],
  ['11629', 'Xã An Lão', 'Có'],
  ['11446', 'Phường Phù Liễn', 'Không'],
];
const typedAs = (charset: 'tcvn3' | 'vni') => TABLE.map((row) => row.map((cell) => asLegacy(cell, charset)));
const csv = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join(',')).join('\n');

test.each([
  ['tcvn3', 'TCVN3 (ABC)'],
  ['vni', 'VNI'],
] as const)('a text file of %s bytes is read, and it is said', async (charset, name) => {
  const found = await read('a.csv', Buffer.from(csv(typedAs(charset)), 'latin1'));
  expect(found.rows).toEqual(TABLE);
  expect(found.said).toEqual([{ code: 'ENCODING_GUESSED', encoding: name }]);
});

test.each(LEGACY_CHARSETS)('and one that a mail program made UTF-8 of (%s)', async (charset) => {
  const found = await read('a.csv', Buffer.from(csv(typedAs(charset))));
  expect(found.rows).toEqual(TABLE);
  const name = charset === 'vni' ? 'VNI' : 'TCVN3 (ABC)';
  expect(found.said).toEqual([{ code: 'LEGACY_TEXT', charset: name, columns: 'A, B, C', how: 'letters' }]);
});

test('windows-1258 stays what it is', async () => {
  const bytes = Buffer.from('Ma\xde xa\xde,T\xean xa\xde\n11629,Xa\xde An La\xdeo\n', 'latin1');
  const found = await read('a.csv', bytes);
  expect(found.rows).toEqual([
    ['Mã xã', 'Tên xã'],
    ['11629', 'Xã An Lão'],
  ]);
  expect(found.said).toEqual([{ code: 'ENCODING_GUESSED', encoding: 'windows-1258' }]);
});

test('a column of Unicode beside one of TCVN3 stays; a word of both or of neither follows its column', async () => {
  // 'mét' is a measure in Unicode and 'một' in TCVN3.
  const rows = [
    ['Đơn vị', 'Tên', 'Ghi chú'],
    ['mét', asLegacy('xã Phúc Lộc', 'tcvn3'), 'Có'],
    ['mét', asLegacy('huyện Đồng Văn', 'tcvn3'), 'Không'],
    ['mét', 'mét', 'Có'],
    ['Krông Búk', asLegacy('Krông Búk', 'tcvn3'), 'Có'],
  ];
  const found = await read('a.csv', Buffer.from(csv(rows)));
  expect(found.rows.slice(1)).toEqual([
    ['mét', 'xã Phúc Lộc', 'Có'],
    ['mét', 'huyện Đồng Văn', 'Không'],
    ['mét', 'một', 'Có'],
    ['Krông Búk', 'Krông Búk', 'Có'],
  ]);
  expect(found.said).toEqual([{ code: 'LEGACY_TEXT', charset: 'TCVN3 (ABC)', columns: 'B', how: 'letters' }]);
});

test('Excel 5: the font of a cell says how its text is meant, that of capitals makes them', async () => {
  const records = [
    cells.label(0, 0, asLegacy('xã', 'tcvn3'), 1),
    cells.label(0, 1, asLegacy('tỉnh thái bình', 'tcvn3'), 2),
    cells.label(0, 2, asLegacy('Bình Dương', 'vni'), 3),
    cells.label(0, 3, 'mét', 0),
  ];
  const fonts = ['Arial', '.VnTime', '.VnTimeH', 'VNI-Times'];
  const found = await read('a.xls', writeOldWorkbook({ records, fonts }));
  expect(found.rows).toEqual([['xã', 'TỈNH THÁI BÌNH', 'Bình Dương', 'mét']]);
  expect(found.said).toEqual([
    { code: 'LEGACY_TEXT', charset: 'TCVN3 (ABC)', columns: 'A, B', how: '.VnTime' },
    { code: 'LEGACY_TEXT', charset: 'VNI', columns: 'C', how: 'VNI-Times' },
  ]);
});

const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>';

function styledWorkbook(rows: string, texts: string): Uint8Array {
  const parts = workbookParts({ sheets: [{ name: 'A', rows }], texts });
  return writeZip(parts.map((part) => (part.name === 'xl/styles.xml' ? { ...part, data: STYLES } : part)));
}

test('a workbook: by the font of its cells and of parts of a text; what is Unicode in such a font stays', async () => {
  const rows =
    '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="1" t="s"><v>2</v></c><c r="D1" s="0" t="s"><v>0</v></c></row>';
  const typed = asLegacy('một', 'tcvn3');
  const rich = `<si><r><rPr><rFont val="Arial"/></rPr><t>mét </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>${typed}</t></r></si>`;
  const found = await read(
    'a.xlsx',
    styledWorkbook(rows, `<si><t>${typed}</t></si>${rich}<si><t>Lộc mét</t></si>`),
  );
  expect(found.rows).toEqual([['một', 'mét một', 'Lộc mét', 'mét']]);
  expect(found.said).toEqual([{ code: 'LEGACY_TEXT', charset: 'TCVN3 (ABC)', columns: 'A', how: '.VnTime' }]);
});

test('OpenDocument and pages: by the font that the styles name', async () => {
  const typed = asLegacy('một', 'tcvn3');
  const ods = `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="s" xmlns:svg="v" xmlns:table="t" xmlns:text="x"><office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime'"/></office:font-face-decls><office:automatic-styles><style:style style:name="above"><style:text-properties style:font-name="F1"/></style:style><style:style style:name="c" style:parent-style-name="above"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell table:style-name="c" office:value-type="string"><text:p>${typed}</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>${typed}</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>`;
  expect((await read('a.fods', Buffer.from(ods))).rows).toEqual([['một', 'mét']]);
  const page = `<style>.x {font-family:".VnTime", serif;}</style><table><tr><td class=x>${typed}</td><td><font face=".VnTime">${typed}</font></td><td>${typed}</td></tr></table>`;
  expect((await read('a.html', Buffer.from(page))).rows).toEqual([['một', 'một', 'mét']]);
});

test('texts of Unicode in an old font, and no marks at all, are no old alphabet', async () => {
  const bytes = writeWorkbook({
    sheets: [
      {
        name: 'A',
        rows: '<row><c t="inlineStr"><is><t>Xã Rờ Kơi, Krông Búk, Đăk Rve, Ia Pếch</t></is></c></row>',
      },
    ],
  });
  expect((await read('a.xlsx', bytes)).said).toEqual([]);
});
