import { Workbook } from '@cj-tech-master/excelts';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '#main/core/brief/csv/write.ts';
import { cutCell, shortCell } from '#main/core/brief/pages/parts.ts';
import { createSay } from '#main/core/brief/say.ts';
import type { DataTable } from '#main/core/brief/xlsx/briefing-workbook.ts';
import { cellXml, columnName, rowPoints } from '#main/core/brief/xlsx/cells.ts';
import { type Sheet, type SheetRow, sheetName, writeXlsx } from '#main/core/brief/xlsx/write.ts';

const properties = { title: 'Thử', author: 'KH02', asOf: '2025-07-31T09:00:00.000Z' };

async function xlsxBytes(sheets: readonly Sheet[], signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await writeXlsx(sheets, properties, (chunk) => chunks.push(chunk), signal);
  return Buffer.concat(chunks);
}

async function readBack(bytes: Uint8Array) {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  return workbook;
}

const DANGEROUS = ['=1+1', '+84', '-5 xã', '@SUM(A1)', '\t=1'];

describe('a workbook', () => {
  const rows: SheetRow[] = [
    {
      style: 'header',
      cells: [
        { value: 'Đơn vị', format: 'text' },
        { value: 'Tỷ lệ', format: 'text' },
      ],
    },
    {
      style: 'plain',
      cells: [
        { value: 'Đắk Lắk', format: 'text' },
        { value: 0.5965, format: 'percent' },
      ],
    },
    {
      style: 'plain',
      cells: [
        { value: '2025-07-31', format: 'date' },
        { value: 0, format: 'integer' },
      ],
    },
    {
      style: 'plain',
      cells: [
        { value: null, format: 'text' },
        { value: null, format: 'percent' },
      ],
    },
  ];
  const sheet: Sheet = {
    name: 'Tỷ lệ',
    widths: [20, 12],
    frozenRows: 1,
    filter: { firstRow: 1, lastRow: 4, columns: 2 },
    rows,
  };

  it('gives types, number formats, widths, a filter and a frozen header to another reader', async () => {
    const read = (await readBack(await xlsxBytes([sheet]))).getWorksheet('Tỷ lệ');
    expect(read?.getCell('A2').value).toBe('Đắk Lắk');
    expect(read?.getCell('B2').value).toBe(0.5965);
    expect(read?.getCell('B2').numFmt).toBe('0.00%');
    expect(read?.getCell('A3').value).toEqual(new Date('2025-07-31T00:00:00.000Z'));
    expect(read?.getCell('B3').value).toBe(0);
    expect(read?.getCell('B4').value).toBeNull();
    expect(read?.getColumn(1).width).toBe(20);
    expect(read?.autoFilter).toBe('A1:B4');
    expect(read?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  });

  it.each(DANGEROUS)('keeps %j as text, in Excel and in a spreadsheet that reads CSV', async (value) => {
    const cells = [{ value, format: 'text' as const }];
    const read = (await readBack(await xlsxBytes([{ ...sheet, rows: [{ style: 'plain', cells }] }])))
      .worksheets[0];
    expect(read?.getCell('A1').value).toBe(value);
    const table: DataTable = { title: '', columns: [{ title: 'Tên', format: 'text' }], rows: [cells] };
    const csv = new TextDecoder().decode(writeCsv(table, 'vi'));
    expect(csv.split('\r\n')[1]?.replace(/^"/, '')).toMatch(/^'/);
  });

  it('takes out what XML cannot hold, keeps soft breaks and cuts what a cell cannot', () => {
    expect(cellXml({ value: 'a\u0000b\u000Bc', format: 'text' }, 0, 1, 'plain')).toContain('>ab\nc<');
    expect(cellXml({ value: 'x'.repeat(40_000), format: 'text' }, 0, 1, 'plain').length).toBeLessThan(32_900);
    expect(cellXml({ value: Number.NaN, format: 'decimal' }, 0, 1, 'plain')).toBe('');
  });

  it('is the same bytes every time', async () => {
    expect(Buffer.from(await xlsxBytes([sheet])).equals(await xlsxBytes([sheet]))).toBe(true);
  });

  it('writes 200,000 rows piece by piece without holding them', async () => {
    function* many(): Generator<SheetRow> {
      for (let row = 0; row < 200_000; row += 1)
        yield {
          style: 'plain',
          cells: [
            { value: `Xã ${row}`, format: 'text' },
            { value: row, format: 'integer' },
          ],
        };
    }
    let largest = 0;
    let bytes = 0;
    await writeXlsx([{ name: 'Dài', widths: [], frozenRows: 0, rows: many() }], properties, (chunk) => {
      largest = Math.max(largest, chunk.length);
      bytes += chunk.length;
    });
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(largest).toBeLessThan(bytes / 4);
  });

  it('stops between two pieces when it is cancelled', async () => {
    const stop = new AbortController();
    function* endless(): Generator<SheetRow> {
      for (let row = 0; row < 1_000_000; row += 1) {
        if (row === 3000) stop.abort();
        yield { style: 'plain', cells: [{ value: row, format: 'integer' }] };
      }
    }
    await expect(
      xlsxBytes([{ name: 'Dừng', widths: [], frozenRows: 0, rows: endless() }], stop.signal),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('names sheets as Excel allows', () => {
    const taken = new Set(['1. Tình hình']);
    expect(sheetName('1. Tình hình', taken)).toBe('1. Tình hình (2)');
    expect(sheetName('a/b:c*[d]?', taken)).toBe('a b c  d');
    expect(sheetName('x'.repeat(50), taken)).toHaveLength(31);
    expect(sheetName('///', taken)).toBe('Sheet');
    expect(sheetName('4. Nhiệm vụ quá hạn và nguyên nhân', taken)).toBe('4. Nhiệm vụ quá hạn và nguyên');
  });

  it('gives a row the height of its longest wrapped cell, and none to what runs on in one line', () => {
    const long = [{ value: 'Quá hạn '.repeat(12), format: 'text' as const }];
    expect(rowPoints(long, [60], 'plain')).toBe(30);
    expect(rowPoints(long, [200], 'plain')).toBeNull();
    expect(rowPoints(long, [60], 'note')).toBeNull();
    expect(rowPoints([{ value: 'Một\nHai\nBa', format: 'text' }], [60], 'plain')).toBe(45);
    expect(rowPoints([{ value: 'x'.repeat(32_000), format: 'text' }], [10], 'plain')).toBe(409);
  });

  it('marks codes as text on purpose, so that Excel finds no mistake in them', async () => {
    const rows = [{ style: 'plain' as const, cells: [{ value: '01', format: 'text' as const }] }];
    const bytes = await xlsxBytes([{ name: 'Mã', widths: [10], frozenRows: 0, rows }]);
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    expect(sheet).toContain('<ignoredError sqref="A1:A1" numberStoredAsText="1"/>');
  });

  it('counts columns past Z', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('a cell of a page', () => {
  const say = createSay('vi', { unit: new Map(), task: new Map(), indicator: new Map() });

  it('keeps for a workbook the whole of a text that a page shows shortened', () => {
    const whole = 'Nhiệm vụ quá hạn của nhóm Hoàn thiện thể chế, hành lang pháp lý';
    const { value, text } = shortCell(whole, 30);
    expect(value).toBe(whole);
    expect(text).toBe('Nhiệm vụ quá hạn của nhóm…');
  });

  it('is the day of a cut, or its month in words', () => {
    expect(cutCell(say, 'week-2025-07-28')).toEqual({ value: '2025-07-28', text: '28/07/2025' });
    expect(cutCell(say, 'month-2025-07').value).toBe(cutCell(say, 'month-2025-07').text);
  });
});

describe('a CSV file', () => {
  const table: DataTable = {
    title: '',
    columns: [
      { title: 'Đơn vị', format: 'text' },
      { title: 'Tỷ lệ; %', format: 'percent' },
    ],
    rows: [
      [
        { value: 'Xã "A"', format: 'text' },
        { value: 0.5, format: 'percent' },
      ],
      [
        { value: 'B', format: 'text' },
        { value: null, format: 'percent' },
      ],
    ],
  };

  it('is what Excel in Viet Nam opens: BOM, semicolons, decimal comma, quotes doubled', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(table, 'vi'));
    expect(text).toBe('\uFEFFĐơn vị;"Tỷ lệ; %"\r\n"Xã ""A""";0,5\r\nB;\r\n');
  });

  it('writes points and commas in English', () => {
    expect(new TextDecoder().decode(writeCsv(table, 'en'))).toContain('"Xã ""A""",0.5');
  });
});
