import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { decodeText, encodeText, type Parts, unzipParts } from '#main/core/files/zip.ts';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { writeRejected } from '#main/core/take/intake/rejected.ts';
import { OFFICE_FORMATS, writeOffice } from '#tests/fixtures/intake/office-formats.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';
import { workbookParts } from '#tests/fixtures/intake/workbook.ts';
import { writeZip } from '#tests/fixtures/intake/zip.ts';
import { officeFaults } from '#tests/setup/office-faults.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';

// Six communes, in C4 'có lẽ' with a note of the sender; a chart, a formula, colours by condition, a second sheet.
const SENT = readFileSync(join(import.meta.dirname, '../../fixtures/intake/saved-by-libreoffice.xlsx'));
const RED = 'F9D2D2';

async function reject(bytes: Uint8Array) {
  const source = bytesSource('xã.xlsx', bytes);
  const file = await openTable(source);
  const collection = await collectFigures(file, source.name, collectOptions());
  return await writeRejected({ source, file, collection });
}

function changed(change: (parts: Parts) => void): Uint8Array {
  const parts = unzipParts(SENT);
  change(parts);
  return zipSync(parts);
}

const nameOf = (parts: Parts, pattern: RegExp) => Object.keys(parts).find((name) => pattern.test(name)) ?? '';

function replace(parts: Parts, pattern: RegExp, old: string | RegExp, text: string): void {
  const name = nameOf(parts, pattern);
  const before = decodeText(parts[name] ?? new Uint8Array());
  parts[name] = encodeText(before.replace(old, text));
}

test('every part but those of the mark comes back to the byte, and the cell keeps its look', async () => {
  const { bytes, cells, way } = await reject(SENT);
  expect([cells, way]).toEqual([1, 'own']);
  const [before, after] = [unzipParts(SENT), unzipParts(bytes)];
  expect(officeFaults(after)).toEqual([]);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  const others = Object.keys(before).filter((name) => !/sheet1\.xml$|comments|vml|styles/.test(name));
  expect(others.length).toBeGreaterThan(8);
  for (const name of others) expect(Buffer.compare(after[name] ?? SENT, before[name] ?? SENT), name).toBe(0);
  const [sent] = readWorkbookFile(SENT);
  const [sheet] = readWorkbookFile(bytes);
  const { fill, note, ...look } = sheet?.cells.get('C4') ?? {};
  expect({ ...look, fill: null, note: 'Hỏi lại Sở' }).toEqual(sent?.cells.get('C4'));
  expect(fill).toBe(RED);
  expect(note).toMatch(/“có lẽ” không rõ.*\n\nHỏi lại Sở$/s);
  expect(sheet?.cells.get('B3')).toEqual(sent?.cells.get('B3'));
  expect(sheet?.checks).toEqual(sent?.checks);
});

test('what is no pattern of a fill, as openpyxl and others leave it, comes back as none', async () => {
  const spoilt = changed((parts) => {
    replace(
      parts,
      /styles\.xml$/,
      /<fill><patternFill patternType="none"\/><\/fill>/,
      '<fill><patternFill/></fill>',
    );
    replace(parts, /styles\.xml$/, 'patternType="gray125"', 'patternType="undefined"');
  });
  const { bytes, way } = await reject(spoilt);
  expect(way).toBe('own');
  const styles = decodeText(unzipParts(bytes)['xl/styles.xml'] ?? new Uint8Array());
  expect(styles).not.toContain('undefined');
  expect(styles).toContain('<fill><patternFill patternType="none"/></fill>');
  const before = decodeText(unzipParts(spoilt)['xl/styles.xml'] ?? new Uint8Array());
  expect(before).toContain('undefined');
});

test('a workbook that goes back twice says each reason once', async () => {
  const once = await reject(SENT);
  const twice = await reject(once.bytes);
  const drawing = /vmlDrawing.*vml$/;
  const [first, second] = [unzipParts(once.bytes), unzipParts(twice.bytes)];
  expect(readWorkbookFile(twice.bytes)[0]?.cells.get('C4')).toEqual(
    readWorkbookFile(once.bytes)[0]?.cells.get('C4'),
  );
  expect(second[nameOf(second, drawing)]).toEqual(first[nameOf(first, drawing)]);
});

test('a cell that has no note gets its box, and the sheet the drawing where Excel wants it', async () => {
  const { bytes } = await reject(
    changed((parts) => {
      replace(parts, /sheet1\.xml$/, /<legacyDrawing[^>]*>/, '');
      replace(parts, /sheet1\.xml\.rels$/, /<Relationship [^>]*(comments|vmlDrawing)[^>]*>/g, '');
    }),
  );
  const parts = unzipParts(bytes);
  expect(officeFaults(parts)).toEqual([]);
  const sheet = decodeText(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toMatch(/<drawing [^>]*\/><legacyDrawing [^>]*\/>/);
  const drawn = decodeText(parts[nameOf(parts, /kh02-drawing-1\.vml$/)] ?? new Uint8Array());
  expect(drawn).toContain('data="1"');
  expect(drawn).toMatch(/id="_x0000_s1025".*<x:Row>3<\/x:Row><x:Column>2<\/x:Column>/s);
  expect(decodeText(parts['[Content_Types].xml'] ?? new Uint8Array())).toContain('Extension="vml"');
  expect(readWorkbookFile(bytes)[0]?.cells.get('C4')?.note).toContain('“có lẽ”');
});

test('cells are found under a prefix and without positions', async () => {
  const text = (value: string) => `<x:c t="inlineStr"><x:is><x:t>${value}</x:t></x:is></x:c>`;
  const header = ['Mã xã', 'Tên xã', 'Thiết bị số', 'Chữ ký số'].map(text).join('');
  const commune = `${text('11629')}${text('Xã An Lão')}${text('có lẽ')}`;
  const parts = workbookParts({
    prefix: 'x',
    sheets: [{ name: 'S', rows: `<x:row>${header}</x:row><x:row s="1">${commune}</x:row>` }],
  });
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  const styles =
    '<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:fills count="1"><x:fill/></x:fills><x:cellXfs count="2"><x:xf/><x:xf numFmtId="3"/></x:cellXfs></x:styleSheet>';
  const { bytes } = await reject(
    writeZip([
      { name: '[Content_Types].xml', data: types },
      ...parts.map((part) => (part.name === 'xl/styles.xml' ? { ...part, data: styles } : part)),
    ]),
  );
  const sheet = decodeText(unzipParts(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(sheet).toContain('<x:c s="2" t="inlineStr"><x:is><x:t>có lẽ');
  const looks = decodeText(unzipParts(bytes)['xl/styles.xml'] ?? new Uint8Array());
  expect(looks).toContain('<x:cellXfs count="3">');
  expect(looks).toContain('<x:xf fillId="1" applyFill="1"/></x:cellXfs>');
  expect(sheet).toMatch(/<x:legacyDrawing xmlns:r="[^"]*" r:id="kh02r2"\/><\/x:worksheet>/);
});

test.each([
  ['a part that is torn', (parts: Parts) => replace(parts, /app\.xml$/, '</Properties>', '')],
  ['no styles', (parts: Parts) => replace(parts, /styles\.xml$/, /<fills.*<\/fills>/s, '')],
])('of a workbook with %s the rows come back', async (_kind, change) => {
  const { bytes, cells, way } = await reject(changed(change));
  expect([cells, way]).toEqual([1, 'odd']);
  const parts = unzipParts(bytes);
  expect(officeFaults(parts)).toEqual([]);
  expect(Object.keys(parts).some((name) => name.includes('chart'))).toBe(false);
  const [sheet] = readWorkbookFile(bytes);
  expect(sheet?.cells.get('C4')).toMatchObject({ value: 'có lẽ', fill: RED });
  expect(sheet?.cells.get('C4')?.note).toContain('“có lẽ”');
});

test('a template that somebody signed goes back as a plain workbook without the signature', async () => {
  const signed = changed((parts) => {
    replace(parts, /Content_Types/, 'sheet.main+xml', 'template.main+xml');
    const origin =
      '<Relationship Id="sig" Type="http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>';
    replace(parts, /^_rels\/\.rels$/, '</Relationships>', origin);
    parts['_xmlsignatures/origin.sigs'] = new Uint8Array();
  });
  const parts = unzipParts((await reject(signed)).bytes);
  expect(parts['_xmlsignatures/origin.sigs']).toBeUndefined();
  const types = decodeText(parts['[Content_Types].xml'] ?? new Uint8Array());
  expect(types).toContain('spreadsheetml.sheet.main+xml');
});

test('a thread of comments gives way to the note, which keeps its words', async () => {
  const threads = 'xl/threadedComments/threadedComment1.xml';
  const { bytes } = await reject(
    changed((parts) => {
      parts[threads] = encodeText(
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="B3"/><threadedComment ref="C4"><text>a</text></threadedComment></ThreadedComments>',
      );
      const relation =
        '<Relationship Id="t" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>';
      replace(parts, /sheet1\.xml\.rels$/, '</Relationships>', relation);
    }),
  );
  const left = decodeText(unzipParts(bytes)[threads] ?? new Uint8Array());
  expect(left).toContain('<threadedComment ref="B3"/></ThreadedComments>');
  expect(readWorkbookFile(bytes)[0]?.cells.get('C4')?.note).toMatch(/“có lẽ”.*Hỏi lại Sở/s);
});

test('a share goes back as its format shows it where rows are copied', async () => {
  const [, , xls] = OFFICE_FORMATS;
  const rows = [
    ['Mã xã', 'Tên xã', 'Hồ sơ trực tuyến', 'Thiết bị số'],
    ['11629', 'Xã An Lão', { t: 'n', v: 0.597, z: '0.0%' } as const, 12],
  ];
  const { bytes, name } = await reject(writeOffice(xls, [{ name: 'A', rows }]));
  const [sheet] = readWorkbookFile(bytes);
  expect(name).toBe('xã-can-sua.xlsx');
  expect(officeFaults(unzipParts(bytes))).toEqual([]);
  expect(sheet?.cells.get('C2')?.value).toBe('59.7%');
});

/** The workbook with so many notes below its table that it is not opened whole; they stand before `last`. */
function enlarged(last = ''): Uint8Array {
  // Nothing that a zip makes small.
  const noise = (row: number) =>
    createHash('shake256', { outputLength: 15_000 }).update(String(row)).digest('hex');
  const rowOf = (row: number) =>
    `\n<row r="${row}" spans="1:3"><c r="A${row}" t="inlineStr"><is><t>Ghi chú – ${noise(row)}</t></is></c></row>`;
  const rows = Array.from({ length: 300 }, (_, at) => rowOf(at + 100)).join('');
  return changed((parts) => replace(parts, /sheet1\.xml$/, '</sheetData>', `${rows}\n${last}</sheetData>`));
}

test('of a large workbook only the marks are new: every other row and part comes back to the byte', async () => {
  const large = enlarged();
  expect(large.length).toBeGreaterThan(4 * 1024 * 1024);
  const { bytes, cells, way } = await reject(large);
  expect([cells, way]).toEqual([1, 'own']);
  const [before, after] = [unzipParts(large), unzipParts(bytes)];
  expect(officeFaults(after)).toEqual([]);
  const others = Object.keys(before).filter((name) => !/sheet1\.xml$|comments|vml|styles/.test(name));
  for (const name of others) expect(Buffer.compare(after[name] ?? SENT, before[name] ?? SENT), name).toBe(0);
  const [sent, back] = [before, after].map((parts) =>
    decodeText(parts[nameOf(parts, /sheet1\.xml$/)] ?? SENT),
  );
  const fourth = (text = '') => /<row r="4"[^>]*>.*?<\/row>/s.exec(text)?.[0] ?? '';
  expect(fourth(back)).not.toBe(fourth(sent));
  expect(back?.replace(fourth(back), '') === sent?.replace(fourth(sent), '')).toBe(true);
  const cell = readWorkbookFile(bytes)[0]?.cells.get('C4');
  expect(cell).toMatchObject({ value: 'có lẽ', fill: RED });
  expect(cell).toEqual(readWorkbookFile((await reject(SENT)).bytes)[0]?.cells.get('C4'));
});

test('of a large workbook whose rows cannot be told apart the rows in error come back', async () => {
  const { cells, way } = await reject(enlarged('<!-- </row> -->'));
  expect([cells, way]).toEqual([1, 'odd']);
});
