import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { LIMITS } from '#main/core/take/intake/limits.ts';
import { PROBLEM_CODES } from '#main/core/take/intake/problem.ts';
import { messagesOf } from '#shared/text/catalogue.ts';
import { problemPlace, problemSentence } from '#shared/text/intake-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { writeCompound } from '#tests/fixtures/intake/compound.ts';
import { OFFICE_FORMATS, writeOffice } from '#tests/fixtures/intake/office-formats.ts';
import { cells, type OldWorkbook, u16, writeOldWorkbook } from '#tests/fixtures/intake/old-workbook.ts';
import { refusalOf } from '#tests/fixtures/intake/read-all.ts';
import { workbookParts, writeWorkbook } from '#tests/fixtures/intake/workbook.ts';
import { writeZip, type ZipPart } from '#tests/fixtures/intake/zip.ts';

const plain = workbookParts({ sheets: [{ name: 'A', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
const sheetPart = 'xl/worksheets/sheet1.xml';
const withSheet = (change: Partial<ZipPart>) =>
  writeZip(plain.map((part) => (part.name === sheetPart ? { ...part, ...change } : part)));
const withPart = (part: ZipPart) => writeZip([...plain, part]);
const cell = (reference: string) => `<row r="1"><c r="${reference}"><v>1</v></c></row>`;
const MIB = 1024 * 1024;

function sheetXml(rows: string): string {
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
}

const compound = (...names: readonly string[]): Buffer =>
  writeCompound(names.map((name) => ({ name, bytes: new Uint8Array(10) })));
const oldBook = (change: Partial<OldWorkbook> = {}): Buffer =>
  writeOldWorkbook({ records: [cells.number(0, 0, 1)], ...change });
/** Bytes at a place of the container's header. */
const withHeader = (at: number, ...bytes: readonly number[]): Buffer => {
  const file = oldBook();
  Buffer.from(bytes).copy(file, at);
  return file;
};
const odsXml = (body: string, before = ''): string =>
  `<?xml version="1.0"?>${before}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document>`;
const odsTable = (inside: string): string => `<table:table table:name="A">${inside}</table:table>`;
const seven = (attributes = '', text = '7'): string =>
  `<table:table-cell office:value-type="float" office:value="7" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
const odsRow = (inside: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${inside}</table:table-row>`;
const packedOds = (content: string, ...more: readonly ZipPart[]): Uint8Array =>
  writeZip([{ name: 'content.xml', data: content }, ...more]);
const xml2003 = (rows: string, before = ''): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?>${before}<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="A"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
const xlsb = (change: Readonly<Record<string, Partial<ZipPart>>> = {}): Uint8Array =>
  writeZip(binaryParts().map((part) => ({ ...part, ...change[part.name] })));
/** The parts of a binary workbook as another program writes them. */
function binaryParts(): ZipPart[] {
  const [, format] = OFFICE_FORMATS;
  const parts = unzipSync(writeOffice(format, [{ name: 'A', rows: [['x', 1.5]] }]));
  return Object.entries(parts).map(([name, data]) => ({ name, data }));
}
const binarySheet = 'xl/worksheets/sheet1.bin';
const ENTITY = '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';

const BILLION_LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetXml('<row><c t="str"><v>&b;</v></c></row>')}`;

const HOSTILE: readonly (readonly [string, string, string, () => Uint8Array, object?])[] = [
  ['an empty file', 'a.xlsx', 'FILE_EMPTY', () => new Uint8Array(0)],
  ['a file of blanks', 'a.csv', 'FILE_EMPTY', () => Buffer.from('  \n\n')],
  ['a truncated workbook', 'a.xlsx', 'FILE_DAMAGED', () => writeZip(plain).subarray(0, 900)],
  [
    'a zip bomb of rows',
    'a.xlsx',
    'LIMIT_EXCEEDED',
    () => withSheet({ data: sheetXml('<row/>'.repeat(4 * MIB)) }),
    { limit: 'inflateRatio' },
  ],
  [
    'a part that claims 4 GB',
    'a.xlsx',
    'LIMIT_EXCEEDED',
    () => withSheet({ claimedSize: 0xfffffff0 }),
    { limit: 'partBytes' },
  ],
  [
    'a part larger than it says',
    'a.xlsx',
    'ARCHIVE_UNSAFE',
    () => withSheet({ data: sheetXml('<row/>'.repeat(MIB)), claimedSize: 5000 }),
    { reason: 'size' },
  ],
  [
    'a part smaller than it says',
    'a.xlsx',
    'ARCHIVE_UNSAFE',
    () => withSheet({ claimedSize: 5000 }),
    { reason: 'size' },
  ],
  [
    'one endless cell',
    'a.xlsx',
    'LIMIT_EXCEEDED',
    () => withSheet({ data: randomCell(), method: 0 }),
    { limit: 'tagDistance' },
  ],
  [
    'overlapping parts',
    'a.xlsx',
    'ARCHIVE_UNSAFE',
    () => withPart({ name: 'xl/z.xml', data: 'x', offset: 0 }),
    { reason: 'overlap' },
  ],
  ['billion laughs', 'a.xlsx', 'XML_DOCTYPE', () => withSheet({ data: BILLION_LAUGHS })],
  [
    'a cell at XFD1048576',
    'a.xlsx',
    'LIMIT_EXCEEDED',
    () => withSheet({ data: sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') }),
    { limit: 'columns' },
  ],
  [
    'a cell beyond the last column',
    'a.xlsx',
    'FILE_DAMAGED',
    () => withSheet({ data: sheetXml(cell('ZZZZ1')) }),
  ],
  [
    'deep nesting',
    'a.xlsx',
    'LIMIT_EXCEEDED',
    () => withSheet({ data: `${'<a>'.repeat(50)}${'</a>'.repeat(50)}` }),
    { limit: 'depth' },
  ],
  ['broken XML', 'a.xlsx', 'FILE_DAMAGED', () => withSheet({ data: '<worksheet><sheetData></worksheet>' })],
  ['a macro', 'a.xlsx', 'FILE_MACRO', () => withPart({ name: 'xl/vbaProject.bin', data: 'x' })],
  [
    'a path to outside',
    'a.xlsx',
    'ARCHIVE_UNSAFE',
    () => withPart({ name: '../../etc/passwd', data: 'x' }),
    { reason: 'path' },
  ],
  [
    'two parts of one name',
    'a.xlsx',
    'ARCHIVE_UNSAFE',
    () => withPart({ name: 'XL/workbook.xml', data: 'x' }),
    { reason: 'duplicate' },
  ],
  ['an encrypted part', 'a.xlsx', 'FILE_ENCRYPTED', () => withSheet({ flags: 1 })],
  ['a workbook with a password', 'a.xlsx', 'FILE_ENCRYPTED', () => compound('EncryptedPackage')],
  [
    'too many parts',
    'a.xlsx',
    'LIMIT_EXCEEDED',
    () => writeZip(Array.from({ length: 1100 }, (_, n) => ({ name: `p${n}`, data: '' }))),
    { limit: 'archiveEntries' },
  ],
  [
    'a text document',
    'a.xlsx',
    'FILE_KIND_UNKNOWN',
    () => writeZip([{ name: 'word/document.xml', data: 'x' }]),
  ],
  [
    'a data file of ours called .xlsx',
    'a.xlsx',
    'FILE_KIND_SNAPSHOT',
    () => Buffer.from(`SQLite format 3${'\0'.repeat(53)}KH2S${'\0'.repeat(100)}`, 'latin1'),
  ],
  ['a PDF called .xlsx', 'a.xlsx', 'FILE_KIND_UNKNOWN', () => Buffer.from('%PDF-1.7 ...')],
  ['a page without a table', 'a.xls', 'FILE_KIND_UNKNOWN', () => Buffer.from('<html><p>x</p></html>')],
  ['a page whose tables are empty', 'a.xls', 'FILE_KIND_UNKNOWN', () => Buffer.from('<table></table>')],
  [
    'another XML',
    'a.xls',
    'FILE_KIND_UNKNOWN',
    () => Buffer.from('<?xml version="1.0"?><note/>'),
    { kind: 'XML' },
  ],
  ['a text of Word', 'a.xls', 'FILE_KIND_UNKNOWN', () => compound('WordDocument', '1Table'), { kind: 'DOC' }],
  ['slides', 'a.xls', 'FILE_KIND_UNKNOWN', () => compound('PowerPoint Document'), { kind: 'PPT' }],
  ['another compound file', 'a.xls', 'FILE_KIND_UNKNOWN', () => compound('Package'), { kind: 'OLE' }],
  ['RTF', 'a.xls', 'FILE_KIND_UNKNOWN', () => Buffer.from('{\\rtf1 x}'), { kind: 'RTF' }],
  [
    'a web archive',
    'a.xls',
    'FILE_KIND_UNKNOWN',
    () => Buffer.from('MIME-Version: 1.0\r\n'),
    { kind: 'MHT' },
  ],
  ['a picture', 'a.xls', 'FILE_KIND_UNKNOWN', () => Buffer.from('GIF89a'), { kind: 'GIF' }],
  [
    'text of OpenDocument',
    'a.ods',
    'FILE_KIND_UNKNOWN',
    () => packedOds(odsXml('').replaceAll('office:spreadsheet', 'office:text')),
    { kind: 'OpenDocument' },
  ],
  ['Excel 4', 'a.xls', 'FILE_KIND_OLD_EXCEL', () => Buffer.from([9, 4, 6, 0, 0, 0, 16, 0, 0, 0])],
  ['Excel 4 in a compound file', 'a.xls', 'FILE_KIND_OLD_EXCEL', () => oldBook({ version: 0x400 })],
  [
    'an old workbook with a password',
    'a.xls',
    'FILE_ENCRYPTED',
    () => oldBook({ globals: [[0x2f, u16(0, 1)]] }),
  ],
  [
    'an old workbook with macros',
    'a.xls',
    'FILE_MACRO',
    () => oldBook({ streams: [{ name: '_VBA_PROJECT_CUR', bytes: new Uint8Array(0), isStorage: true }] }),
  ],
  ['a sheet of macros', 'a.xls', 'FILE_MACRO', () => oldBook({ sheetKind: 1 })],
  [
    'macros of LibreOffice',
    'a.ods',
    'FILE_MACRO',
    () => packedOds('x', { name: 'Basic/Standard/a.xml', data: 'x' }),
  ],
  [
    'OpenDocument with a password',
    'a.ods',
    'FILE_ENCRYPTED',
    () => packedOds('?', { name: 'META-INF/manifest.xml', data: '<manifest><encryption-data/></manifest>' }),
  ],
  ['a truncated .xls', 'a.xls', 'FILE_DAMAGED', () => oldBook().subarray(0, 2000)],
  ['a header alone', 'a.xls', 'FILE_DAMAGED', () => oldBook().subarray(0, 300)],
  [
    'sectors in a ring',
    'a.xls',
    'FILE_DAMAGED',
    () =>
      oldBook({
        claimedSize: 8000,
        spoil: (fat, firstOf) => {
          fat[firstOf('Book') + 3] = firstOf('Book');
        },
      }),
  ],
  ['a directory in a ring', 'a.xls', 'FILE_DAMAGED', () => oldBook({ spoil: (fat) => fat.fill(0, 0, 1) })],
  [
    'sectors outside of the file',
    'a.xls',
    'FILE_DAMAGED',
    () =>
      oldBook({
        spoil: (fat, firstOf) => {
          fat[firstOf('Book')] = 0x7fffffff;
        },
      }),
  ],
  ['a stream of 4 GB', 'a.xls', 'FILE_DAMAGED', () => oldBook({ claimedSize: 0xfffffff0 })],
  ['a table of sectors that is its own next', 'a.xls', 'FILE_DAMAGED', () => withHeader(68, 0, 0, 0, 0)],
  ['sectors of a terabyte', 'a.xls', 'FILE_DAMAGED', () => withHeader(30, 40, 0)],
  ['a record that is cut off', 'a.xls', 'FILE_DAMAGED', () => oldBook({ records: [[0x203, u16(0, 0)]] })],
  [
    'rows that go back',
    'a.xls',
    'FILE_DAMAGED',
    () => oldBook({ records: [cells.number(9, 0, 1), cells.number(1, 0, 1)] }),
  ],
  [
    'a text that is not there',
    'a.xls',
    'FILE_DAMAGED',
    () => oldBook({ records: [[0xfd, u16(0, 0, 0, 9, 0)]] }),
  ],
  [
    'shared texts that claim four billion',
    'a.xls',
    'LIMIT_EXCEEDED',
    () => oldBook({ globals: [[0xfc, u16(0, 0, 0xffff, 0xffff)]] }),
    { limit: 'sharedTexts' },
  ],
  [
    'shared texts that break off',
    'a.xls',
    'FILE_DAMAGED',
    () => oldBook({ globals: [[0xfc, u16(0, 0, 9, 0, 500)]] }),
  ],
  [
    'a cell far to the right of an old sheet',
    'a.xls',
    'LIMIT_EXCEEDED',
    () => oldBook({ records: [cells.number(0, 16_383, 1)] }),
    { limit: 'columns' },
  ],
  [
    'a million rows that are one',
    'a.fods',
    'LIMIT_EXCEEDED',
    () => Buffer.from(odsXml(odsTable(odsRow(seven(), 'table:number-rows-repeated="1048576"')))),
    { limit: 'repeatedRows' },
  ],
  [
    'a hundred times a thousand rows',
    'a.fods',
    'LIMIT_EXCEEDED',
    () => Buffer.from(odsXml(odsTable(odsRow(seven(), 'table:number-rows-repeated="1000"').repeat(100)))),
    { limit: 'repeatedRows' },
  ],
  [
    'a cell that is repeated to the last column',
    'a.fods',
    'LIMIT_EXCEEDED',
    () => Buffer.from(odsXml(odsTable(odsRow(seven('table:number-columns-repeated="16384"'))))),
    { limit: 'columns' },
  ],
  [
    'a row that is repeated minus once',
    'a.fods',
    'FILE_DAMAGED',
    () => Buffer.from(odsXml(odsTable(odsRow(seven(), 'table:number-rows-repeated="-1"')))),
  ],
  [
    'a hundred thousand paragraphs in a cell',
    'a.fods',
    'LIMIT_EXCEEDED',
    () => Buffer.from(odsXml(odsTable(odsRow(seven('', '</text:p><text:p>x'.repeat(100_000)))))),
    { limit: 'cellCharacters' },
  ],
  ['entities in OpenDocument', 'a.fods', 'XML_DOCTYPE', () => Buffer.from(odsXml(odsTable(''), ENTITY))],
  ['entities in packed OpenDocument', 'a.ods', 'XML_DOCTYPE', () => packedOds(odsXml(odsTable(''), ENTITY))],
  [
    'a zip bomb called .ods',
    'a.ods',
    'LIMIT_EXCEEDED',
    () => packedOds(odsXml(odsTable(odsRow('').repeat(MIB / 4)))),
    { limit: 'inflateRatio' },
  ],
  ['a truncated .ods', 'a.ods', 'FILE_DAMAGED', () => packedOds(odsXml(odsTable(''))).subarray(0, 200)],
  [
    'OpenDocument that breaks off',
    'a.ods',
    'FILE_DAMAGED',
    () => packedOds(odsXml(odsTable('')).slice(0, -30)),
  ],
  ['entities in the XML of 2003', 'a.xls', 'XML_DOCTYPE', () => xml2003('', ENTITY)],
  [
    'a cell of the XML of 2003 at the last column',
    'a.xls',
    'LIMIT_EXCEEDED',
    () => xml2003('<Row><Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell></Row>'),
    { limit: 'columns' },
  ],
  [
    'a row of the XML of 2003 beyond the last',
    'a.xls',
    'FILE_DAMAGED',
    () => xml2003('<Row ss:Index="99999999"><Cell><Data ss:Type="Number">1</Data></Cell></Row>'),
  ],
  ['XML of 2003 that breaks off', 'a.xls', 'FILE_DAMAGED', () => xml2003('').subarray(0, -20)],
  [
    'a page with a cell at the last column',
    'a.xls',
    'LIMIT_EXCEEDED',
    () => Buffer.from(`<table><tr>${'<td>1'.repeat(500)}</table>`),
    { limit: 'columns' },
  ],
  [
    'tables in tables',
    'a.xls',
    'LIMIT_EXCEEDED',
    () => Buffer.from('<table><tr><td>'.repeat(50)),
    { limit: 'depth' },
  ],
  [
    'a thousand tables',
    'a.xls',
    'LIMIT_EXCEEDED',
    () => Buffer.from('<table><tr><td>1</table>'.repeat(1000)),
    { limit: 'sheets' },
  ],
  [
    'a page with one endless cell',
    'a.xls',
    'LIMIT_EXCEEDED',
    () => Buffer.from(`<table><tr><td>${'x<b>'.repeat(MIB)}`),
    { limit: 'cellCharacters' },
  ],
  [
    'a zip bomb called .xlsb',
    'a.xlsb',
    'LIMIT_EXCEEDED',
    () => xlsb({ [binarySheet]: { data: new Uint8Array(8 * MIB) } }),
    { limit: 'inflateRatio' },
  ],
  [
    'a .xlsb whose part is smaller than it says',
    'a.xlsb',
    'ARCHIVE_UNSAFE',
    () => xlsb({ [binarySheet]: { claimedSize: 9 } }),
  ],
  [
    'a binary sheet that breaks off',
    'a.xlsb',
    'FILE_DAMAGED',
    () => xlsb({ [binarySheet]: { data: Buffer.from([0, 40, 1, 2]) } }),
  ],
  [
    'a record of 200 MB',
    'a.xlsb',
    'LIMIT_EXCEEDED',
    () => xlsb({ [binarySheet]: { data: Buffer.from([0, 0xff, 0xff, 0xff, 0x7f, 1]) } }),
    { limit: 'tagDistance' },
  ],
  [
    'a record whose size never ends',
    'a.xlsb',
    'FILE_DAMAGED',
    () => xlsb({ [binarySheet]: { data: Buffer.alloc(9, 0xff) } }),
  ],
  [
    'a .xlsb with macros',
    'a.xlsb',
    'FILE_MACRO',
    () => writeZip([...binaryParts(), { name: 'xl/vbaProject.bin', data: 'x' }]),
  ],
  ['a program called .csv', 'a.csv', 'FILE_KIND_UNKNOWN', () => Buffer.from('MZ\x90\0', 'latin1')],
  [
    'a gigantic CSV cell',
    'a.csv',
    'LIMIT_EXCEEDED',
    () => Buffer.from(`a,b\n${'x'.repeat(200_000)},1\n`),
    { limit: 'cellCharacters' },
  ],
  [
    'a CSV without line ends',
    'a.csv',
    'LIMIT_EXCEEDED',
    () => Buffer.from(`a${'b'.repeat(3 * MIB)}`),
    { limit: 'rowBytes' },
  ],
  [
    'a CSV of commas',
    'a.csv',
    'LIMIT_EXCEEDED',
    () => Buffer.from(','.repeat(100_000)),
    { limit: 'columns' },
  ],
  [
    'a quote that swallows the file',
    'a.csv',
    'QUOTE_UNCLOSED',
    () => Buffer.from(`a,b\n"${'x,y\n'.repeat(MIB)}`),
  ],
  ['deeply nested JSON', 'a.json', 'JSON_INVALID', () => Buffer.from('['.repeat(MIB))],
  ['JSON of another schema', 'a.json', 'JSON_INVALID', () => Buffer.from('{"format":"x"}')],
];

function randomCell(): string {
  return sheetXml(`<row><c t="str"><v>${'x'.repeat(8 * MIB)}</v></c></row>`);
}

for (const [what, name, code, make, values = {}] of HOSTILE) {
  test(`refuses ${what}`, async () => {
    const refusal = await refusalOf(name, make());
    expect(refusal).toMatchObject({ severity: 'error', code, values });
  });
}

test('a zip bomb with a false size leaves the memory flat', async () => {
  const before = process.memoryUsage.rss();
  const bomb = withSheet({ data: sheetXml('<row/>'.repeat(8 * MIB)), claimedSize: MIB });
  await refusalOf('a.xlsx', bomb);
  // 300 MB is the promise; the 48 MB of the bomb's own text were made by this test.
  expect(process.memoryUsage.rss() - before).toBeLessThan(300 * MIB);
});

test('a text that begins like a formula stays a text', async () => {
  const bytes = writeWorkbook({ sheets: [{ name: 'A', rows: '<row><c t="str"><v>=1+1</v></c></row>' }] });
  const { readAll } = await import('#tests/fixtures/intake/read-all.ts');
  expect(await readAll('a.xlsx', bytes)).toEqual([{ row: 1, cells: ['=1+1'] }]);
});

test('every problem and every limit has its sentence in both languages', () => {
  for (const language of ['vi', 'en'] as const) {
    const keys = new Set(Object.keys(messagesOf(language)));
    const missing = [
      ...PROBLEM_CODES.map((code) => `intake.problem.${code}`),
      ...Object.keys(LIMITS).map((limit) => `intake.limit.${limit}`),
    ].filter((key) => !keys.has(key));
    expect(missing).toEqual([]);
  }
});

test('a refusal reads as place, reason and what to do', async () => {
  const bytes = withSheet({ data: sheetXml('<row r="9"><c r="XFD9"><v>1</v></c></row>') });
  const problem = await refusalOf('a.xlsx', bytes);
  const translator = createTranslator('vi');
  expect(`${problemPlace(problem, translator)}: ${problemSentence(problem, translator)}`).toBe(
    'Trang “A”, ô XFD9: Tệp vượt giới hạn “columns” (cho phép 400, gặp 16.384). Có ô nằm quá xa về bên phải. Hãy xóa các cột thừa rồi lưu lại.',
  );
});
