import { expect, test } from 'vitest';
import { LIMITS } from '#main/core/take/intake/limits.ts';
import { PROBLEM_CODES } from '#main/core/take/intake/problem.ts';
import { messagesOf } from '#shared/text/catalogue.ts';
import { problemPlace, problemSentence } from '#shared/text/intake-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
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

function oleFile(marker: string): Buffer {
  const bytes = Buffer.alloc(4096);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  Buffer.from(marker, 'utf16le').copy(bytes, 1024);
  return bytes;
}

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
  ['a workbook with a password', 'a.xlsx', 'FILE_ENCRYPTED', () => oleFile('EncryptedPackage')],
  ['an old .xls', 'a.xls', 'FILE_KIND_OLD_EXCEL', () => oleFile('Workbook')],
  [
    'too many parts',
    'a.xlsx',
    'LIMIT_EXCEEDED',
    () => writeZip(Array.from({ length: 300 }, (_, n) => ({ name: `p${n}`, data: '' }))),
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
  ['HTML called .xls', 'a.xls', 'FILE_KIND_UNKNOWN', () => Buffer.from('<html><table></table></html>')],
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
