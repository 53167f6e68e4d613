import { expect, test } from 'vitest';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { bytesSource, readAll, refusalOf } from '#tests/fixtures/intake/read-all.ts';

const TEXT = 'Mã xã;Tên\n11629;Xã An Lão\n11446;Phường Phù Liễn\n00004;Đống Đa, Ắc Ẵm\n';
const ROWS = [
  { row: 1, cells: ['Mã xã', 'Tên'] },
  { row: 2, cells: ['11629', 'Xã An Lão'] },
  { row: 3, cells: ['11446', 'Phường Phù Liễn'] },
  { row: 4, cells: ['00004', 'Đống Đa, Ắc Ẵm'] },
];

/** windows-1258 writes a tone as a combining byte behind its letter. */
function encode1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  const letters = [...text.normalize('NFC')].flatMap((letter) => {
    if (bytes.has(letter)) return [letter];
    const parts = letter.normalize('NFD');
    const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? '';
    return [parts.replace(tone, '').normalize('NFC'), tone];
  });
  return Uint8Array.from(letters.map((letter) => bytes.get(letter) ?? 0x3f));
}

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const wide = Buffer.from(TEXT, 'utf16le');

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
  ['UTF-8 in NFD', Buffer.from(TEXT.normalize('NFD'))],
  ['UTF-16LE with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
  ['UTF-16BE with a mark', swapped(Buffer.from(`\ufeff${TEXT}`, 'utf16le'))],
  ['UTF-16LE without a mark', wide],
  ['UTF-16BE without a mark', swapped(wide)],
  ['windows-1258', encode1258(TEXT)],
])('reads %s', async (_, bytes) => {
  expect(await readAll('a.csv', bytes)).toEqual(ROWS);
});

test.each([
  ['a comma', 'ma,ten,gia\n1,"a,b",3\n2,c,4\n', ','],
  ['a semicolon with decimal commas', 'ma;gia;so\n1;1,5;2,5\n2;3,5;4,5\n', ';'],
  ['a tab', 'ma\tten\n1\ta, b\n', '\t'],
  ['a semicolon below a header with a comma', 'ma, ten;gia\n1;2\n3;4\n', ';'],
  ['a semicolon beside a note with many commas', 'ma;ghi chu\n1;a, b, c, d\n2;e\n', ';'],
  ['what sep= says', 'sep=;\nma,x;b\n1,5;2\n', ';'],
])('finds %s as the delimiter', async (_, text, delimiter) => {
  const file = await openTable(bytesSource('a.csv', Buffer.from(text)));
  expect(file.dialect?.delimiter).toBe(delimiter);
});

test('leaves the sep= line out and keeps the numbers of the lines', async () => {
  expect(await readAll('a.csv', Buffer.from('sep=;\r\na;b\r\n\r\n1;2'))).toEqual([
    { row: 2, cells: ['a', 'b'] },
    { row: 4, cells: ['1', '2'] },
  ]);
});

test('reads quoted delimiters, quotes and line ends', async () => {
  expect(await readAll('a.csv', Buffer.from('a,b\n"x ""y""","1\n2"\nz,\n'))).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 2, cells: ['x "y"', '1\n2'] },
    { row: 4, cells: ['z', null] },
  ]);
});

test('names the line of a quote that is broken or never closed', async () => {
  expect(await refusalOf('a.csv', Buffer.from('a,b\nc,"d"e\n'))).toMatchObject({
    code: 'QUOTE_BROKEN',
    row: 2,
  });
  expect(await refusalOf('a.csv', Buffer.from('a,b\nc,d\n"e,f\ng,h\n'))).toMatchObject({
    code: 'QUOTE_UNCLOSED',
    row: 3,
  });
});

test('refuses NUL bytes and mixed encodings with their line', async () => {
  expect(await refusalOf('a.csv', Buffer.from('a,b\nc,\0d\n'))).toMatchObject({ code: 'NUL_BYTE', row: 2 });
  const mixed = Buffer.concat([Buffer.from(TEXT.repeat(3)), encode1258('1;Hà Nội\n')]);
  expect(await refusalOf('a.csv', mixed)).toMatchObject({ code: 'ENCODING_MIXED', row: 13 });
  const mostly1258 = Buffer.concat([
    Buffer.from('Mã xã;Hồ sơ\n'),
    encode1258('Hà Nội;Hải Phòng\n'.repeat(99)),
  ]);
  expect(await refusalOf('a.csv', mostly1258)).toMatchObject({ code: 'ENCODING_MIXED', row: 2 });
});
